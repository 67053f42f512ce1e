/// A target in each period: one value, or a path through the periods.
public struct Target: Sendable, Hashable {
  /// The value in each period, in the goal's unit; nil before the path starts.
  public var values: PerPeriod<Double?>
  /// Periods of a path that the horizon does not have; ``Model/validate(for:)`` finds them.
  package private(set) var periodsOutside: [PeriodIndex] = []

  /// The same value in every period.
  ///
  /// - Parameters:
  ///   - constant: the value, in the goal's unit.
  ///   - periodCount: number of periods of the horizon.
  public init(constant: Double, periodCount: Int) {
    values = PerPeriod(repeating: constant, count: periodCount)
  }

  /// A path: linear in the start of the periods between those that are named, the last value after them, and no
  /// value before the first.
  ///
  /// - Parameters:
  ///   - path: values at some periods, in the goal's unit.
  ///   - horizon: the periods of the instance.
  public init(path: [PeriodIndex: Double], horizon: Horizon) {
    let points = path.keys.sorted()
    periodsOutside = points.filter { !horizon.indices.contains($0) }
    values = PerPeriod(
      horizon.indices.map { period -> Double? in
        guard let before = points.last(where: { $0 <= period }), let low = path[before] else {
          return nil
        }
        guard let after = points.first(where: { $0 > period }), let high = path[after],
          horizon.indices.contains(before), horizon.indices.contains(after)
        else { return low }
        let start = { (index: PeriodIndex) in Double(horizon[index].start) }
        let part = (start(period) - start(before)) / (start(after) - start(before))
        return low + part * (high - low)
      })
  }

  /// The value in a period; nil before the path starts.
  public subscript(period: PeriodIndex) -> Double? { values[period] }
}

/// A target as one writes it in code: a number, or a path of numbers.
public enum TargetValue: Sendable, Hashable {
  /// The same value in every period.
  case constant(Double)
  /// Values at some periods, linear between them.
  case path([PeriodIndex: Double])

  /// The target over a horizon.
  public func target(over horizon: Horizon) -> Target {
    switch self {
    case .constant(let value): Target(constant: value, periodCount: horizon.count)
    case .path(let path): Target(path: path, horizon: horizon)
    }
  }
}

extension TargetValue: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// A number: `atMost: 0.5`.
  public init(floatLiteral value: Double) { self = .constant(value) }
  /// A whole number: `atLeast: 30`.
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
