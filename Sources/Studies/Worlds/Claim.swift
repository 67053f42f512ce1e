import Tables

/// A comparison of a measure with a number, such as `change_cost < 50` or `reliance <= 50%`. It holds in a world or not.
public struct Claim: Sendable, Hashable {
  /// How the measure must compare with the number.
  public enum Relation: String, Sendable, CaseIterable {
    // Longer signs first: they begin with shorter ones.
    /// Smaller or equal.
    case atMost = "<="
    /// Greater or equal.
    case atLeast = ">="
    /// Smaller.
    case below = "<"
    /// Greater.
    case above = ">"
  }

  /// As it is written, without needless blanks.
  public var text: String
  /// What is compared.
  public var measure: PlanMeasure
  /// How it must compare.
  public var relation: Relation
  /// The number, in the unit of the measure; a share as a fraction.
  public var bound: Double

  /// A claim. The properties describe the parameters.
  public init(text: String, measure: PlanMeasure, relation: Relation, bound: Double) {
    self.text = text
    self.measure = measure
    self.relation = relation
    self.bound = bound
  }

  /// Whether it holds. Values within 1e-6 of the bound, or within 1e-9 of the size of the figures of which the measure
  /// is a difference, count as equal to it: a plan meets a goal up to rounding only.
  ///
  /// - Parameters:
  ///   - value: of the measure; nil without a plan, for which nothing holds.
  ///   - size: the usual size of the figure.
  public func holds(_ value: Double?, size: Double = 0) -> Bool {
    guard let value else { return false }
    let excess = value - bound
    let tolerance = max(1e-6 * abs(bound), 1e-9 * abs(size))
    return switch relation {
    case .atMost: excess <= tolerance
    case .atLeast: excess >= -tolerance
    case .below: excess < -tolerance
    case .above: excess > tolerance
    }
  }
}

extension Claim {
  /// Why a text is no claim.
  public struct Mistake: Error, CustomStringConvertible {
    /// What was found and what would be right, without a full stop.
    public var description: String
  }

  /// Reads a claim: the name of a measure, `<`, `<=`, `>` or `>=`, and a number. Shares take a percent sign.
  /// A bound of a share above 1 in size without it is a mistake.
  ///
  /// - Parameters:
  ///   - text: the claim as it is written.
  ///   - known: the measures that claims may name.
  /// - Throws: what is wrong with it.
  public init(_ text: String, among known: [PlanMeasure]) throws(Mistake) {
    let start = text.firstIndex { $0 == "<" || $0 == ">" } ?? text.endIndex
    let sign = text[start...]
    guard let relation = Relation.allCases.first(where: { sign.hasPrefix($0.rawValue) }) else {
      throw Mistake(
        description:
          "`\(shortened(text))` compares nothing; write a measure, one of <, <=, > and >=, and a number, such as "
          + "change_cost < 50")
    }
    let name = text[..<start].withoutBlanks
    let number = sign.dropFirst(relation.rawValue.count).withoutBlanks
    guard let measure = PlanMeasure.named(name, among: known) else {
      throw Mistake(
        description:
          "unknown measure `\(shortened(name))`\(nearestHint(to: name, among: known.map(\.name), listsKnown: false))"
      )
    }
    let bound: Double
    do { bound = try DecimalNumber.parseShare(number) } catch {
      throw Mistake(description: "`\(shortened(number))` is not a number; \(error)")
    }
    if !measure.isShare, number.hasSuffix("%") {
      throw Mistake(
        description: "`\(name)` is no share, so \(number) means nothing; give a number without %")
    }
    if measure.isShare, abs(bound) > 1, !number.hasSuffix("%") {
      let share = DecimalNumber.text(DecimalNumber.shifted(bound, by: -2))
      throw Mistake(
        description:
          "`\(name)` is a share, which is not \(number); write \(number)% (or \(share))")
    }
    self.init(
      text: "\(measure.name) \(relation.rawValue) \(number)", measure: measure,
      relation: relation, bound: bound)
  }
}
