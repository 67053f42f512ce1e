/// Other units for an instance and its models: what each quantity and all money are multiplied by. Money per
/// unit goes the other way. The answer to every question stays the same, said in the new units.
public struct Restatement: Sendable, CustomStringConvertible {
  /// By commodity; 1 for one that is not named.
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

  /// Each commodity by a power of ten of its own, drawn from a seed; those that are added up alike.
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

  /// What a number of a kind is multiplied by.
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

  /// What an amount of a kind that is about a commodity or a group is multiplied by.
  public func factor(_ kind: UnitKind, ofAmountOf commodity: String = "") -> Double {
    factor(kind, commodity: commodity)
  }

  public var description: String {
    let quantities = quantities.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }
    return (quantities + ["money × \(money)"]).joined(separator: ", ")
  }
}
