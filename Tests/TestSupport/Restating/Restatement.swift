/// Other units for an instance and its models: the factors for each quantity and for money. Money per unit is divided
/// by the factor of the quantity. The answer to every question stays the same in the new units.
public struct Restatement: Sendable, CustomStringConvertible {
  /// By commodity; 1 for a commodity that is not named.
  public var quantities: [String: Double]
  public var money: Double

  public init(quantities: [String: Double] = [:], money: Double = 1) {
    (self.quantities, self.money) = (quantities, money)
  }

  /// All quantities by one factor.
  public init(of files: InstanceFiles, quantity factor: Double, money: Double = 1) {
    self.init(
      quantities: Dictionary(files.commodities.map { ($0, factor) }) { $1 }, money: money)
  }

  /// Each commodity by its own power of ten, drawn from a seed; commodities that are added up have the same one.
  public init(of files: InstanceFiles, exponents: ClosedRange<Int>, seed: UInt64) {
    self.init()
    var numbers = SeededNumbers(seed: seed)
    for tied in TiedCommodities(files).sets {
      let factor = Self.power(Int.random(in: exponents, using: &numbers))
      for commodity in tied { quantities[commodity] = factor }
    }
  }

  /// A power of ten, correctly rounded.
  public static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }

  public func factor(of commodity: String) -> Double { quantities[commodity] ?? 1 }

  /// The factor for a number of a kind.
  func factor(_ kind: UnitKind, commodity: String, mainOutput: String = "") -> Double {
    let quantity = { (subject: UnitKind.Subject) in
      factor(of: subject == .commodity ? commodity : mainOutput)
    }
    return switch kind {
    case .plain: 1
    case .money: money
    case .quantity(let subject): quantity(subject)
    case .moneyPerQuantity(let subject): money / quantity(subject)
    case .recipe: quantity(.commodity) / quantity(.mainOutput)
    }
  }

  /// The factor for an amount of a kind that is about a commodity or a group.
  public func factor(_ kind: UnitKind, ofAmountOf commodity: String = "") -> Double {
    factor(kind, commodity: commodity)
  }

  public var description: String {
    let quantities = quantities.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }
    return (quantities + ["money × \(money)"]).joined(separator: ", ")
  }
}
