public import Analysis
public import Sourcing
import SourcingFiles
public import Tables

/// Checks against published figures in words.
public enum CheckText {
  /// How many checks hold, one sentence without a full stop.
  ///
  /// - Parameters:
  ///   - standing: the counts.
  ///   - plan: the plan, such as `the plan without goals`.
  public static func sentence(_ standing: CheckStanding, in plan: String) -> String {
    let missing = standing.count - standing.judged
    let rest = missing > 0 ? ", which has no figure for \(missing) more" : ""
    let verb = standing.judged == 1 ? "holds" : "hold"
    return
      "Checks against published figures: \(standing.held) of \(standing.judged) \(verb) in \(plan)\(rest)"
  }

  /// The command that shows the checks one by one.
  static let command = "plusone validate --checks"

  /// A warning for each check whose figure is beyond its tolerance, 20 at most; the last says how many more there are.
  ///
  /// - Parameters:
  ///   - figures: the checks of an instance.
  ///   - instance: the instance.
  public static func warnings(_ figures: [CheckedFigure], in instance: Instance) -> [Problem] {
    let beyond = figures.compactMap { figure in
      figure.warning.map {
        Problem(
          $0, file: "\(instance.folder)/\(InstanceTable.checks.fileName)",
          line: figure.check.line, column: "published", severity: .warning)
      }
    }
    guard beyond.count > most else { return beyond }
    var shown = Array(beyond.prefix(most))
    shown[most - 1].message +=
      " (and \(beyond.count - most) further warnings of this kind)"
    return shown
  }

  private static let most = 20
}

extension CheckedFigure {
  /// What the judged figure is, beside the published one; nil if it is within the tolerance, or if there is none.
  fileprivate var warning: String? {
    guard let judged, let difference, holds == false else { return nil }
    let whose =
      plan == nil
      ? "the instance itself (\(own?.origin.rawValue ?? ""))" : "the plan without goals"
    let amount = check.differenceText(abs(difference))
    return
      "`\(check.id)`: \(whose) has \(check.text(judged)), published is \(check.text(check.published)): "
      + "\(amount) \(difference > 0 ? "more" : "less"), the tolerance is \(check.toleranceText)"
  }
}

extension PublishedCheck {
  /// A figure of the check: a percentage, or an amount.
  func text(_ value: Double) -> String {
    kind.isShare ? NumberText.percent(value) : NumberText.amount(value)
  }

  /// A difference from the published figure as the tolerance counts it: `8.1 points`, `4.0%`. Of a published 0, which
  /// has no percentages, the amount.
  func differenceText(_ value: Double) -> String {
    if kind.isShare { return points(value) }
    return published > 0 ? NumberText.change(value / published) : NumberText.amount(value)
  }

  /// The same with its sign.
  func signedDifferenceText(_ value: Double) -> String {
    let text = differenceText(value)
    return value > 0 && text.contains { "123456789".contains($0) } ? "+\(text)" : text
  }

  /// `5.0 points`, `5.0%`.
  var toleranceText: String {
    kind.isShare ? points(tolerance) : NumberText.percent(tolerance)
  }

  private func points(_ share: Double) -> String {
    NumberText.percent(share).dropLast() + " points"
  }

  /// The unit of the figure: `share`, `t/yr`, `USD/t`.
  func unit(in instance: Instance) -> String {
    let unit = commodity.members.first.map { instance.commodities[$0].unit } ?? ""
    return switch kind {
    case .supplyShare, .lookThroughShare, .productionShare: "share"
    case .demand, .production: "\(unit)/yr"
    case .price: "\(instance.currency.isEmpty ? "money" : instance.currency)/\(unit)"
    }
  }

  /// What the figure is of, in words: `share of CHN in the oxide that reaches JPN, 2020`.
  func meaning(in instance: Instance) -> String {
    let (good, place, when) = (commodity.id, region.id, instance.horizon[period].label)
    let other = partner?.id ?? ""
    let what =
      switch kind {
      case .supplyShare: "share of \(other) in the \(good) that reaches \(place)"
      case .lookThroughShare:
        "share of \(other) in the \(good) that reaches \(place), through the whole chain"
      case .productionShare: "share of \(place) in the world's output of \(good)"
      case .demand: "use of \(good) in \(place), \(unit(in: instance))"
      case .production: "output of \(good) in \(place), \(unit(in: instance))"
      case .price: "marginal cost of \(good) in \(place), \(unit(in: instance))"
      }
    return "\(what), \(when)"
  }
}
