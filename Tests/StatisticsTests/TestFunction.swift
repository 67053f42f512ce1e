import Foundation
import Statistics
import Testing

/// Functions of uniform factors whose Sobol indices are known in closed form.
struct TestFunction: Sendable {
  /// Its name.
  var name: String
  /// The factors.
  var factors: [UncertainFactor]
  /// The value at a point.
  var value: @Sendable ([Double]) -> Double
  /// The first-order index of each factor.
  var first: [Double]
  /// The total index of each factor.
  var total: [Double]

  /// Ishigami and Homma 1990, with a = 7 and b = 0.1, x = πz on [-π, π]³.
  static func ishigami(_ z: [Double]) -> Double {
    let x = z.map { $0 * .pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  static let ishigami = TestFunction(
    name: "Ishigami", factors: factors(3, -1...1), value: { ishigami($0) },
    first: [0.3139, 0.4424, 0], total: [0.5576, 0.4424, 0.2437])

  /// Sobol's g on [0, 1]⁸: Π (|4x - 2| + a) / (1 + a). With V_i = 1 / (3·(1 + a_i)²) and V = Π(1 + V_j) - 1, the
  /// first-order index is V_i / V, and the total one V_i·Π(1 + V_j) over the others / V.
  static let g: TestFunction = {
    let constants = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let parts = constants.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    return TestFunction(
      name: "Sobol's g", factors: factors(8, 0...1),
      value: { x in
        var product = 1.0
        for place in 0..<8 {
          product *= (abs(4 * x[place] - 2) + constants[place]) / (1 + constants[place])
        }
        return product
      },
      first: parts.map { $0 / (product - 1) },
      total: parts.map { $0 * product / (1 + $0) / (product - 1) })
  }()

  private static func factors(_ count: Int, _ range: ClosedRange<Double>) -> [UncertainFactor] {
    (0..<count).map { UncertainFactor(name: "x\($0 + 1)", shape: .uniform, range: range) }
  }

  /// The indices from N = `samples`, first-order ones and then total ones, each with the known value.
  func indices(samples: Int, seed: UInt64, resamples: Int) -> [(
    found: SobolIndices.Index?, known: Double
  )] {
    let design = SobolDesign(factors: factors, samples: samples, seed: seed)
    let found = design.indices(of: design.points.map(value), resamples: resamples)
    return Array(zip(found.first + found.total, first + total))
  }
}

extension TestFunction: CustomTestStringConvertible {
  var testDescription: String { name }
}
