import LinearProgramming
import Scenarios
import Statistics
import Studies
import Synchronization

/// A question about a function with known answers, in the place of plans.
struct KnownFunction {
  static let cost = PlanMeasure(.cost)
  static let bill = PlanMeasure(.homeBill)

  var question: SensitivityQuestion
  /// The points at which the function was asked for its value, in the order in which it was.
  let asked = Asked()
  var values: @Sendable ([Double]) -> [Double?]

  final class Asked: Sendable {
    private let list = Mutex<[[Double]]>([])
    var points: [[Double]] { list.withLock { $0 } }
    func add(_ point: [Double]) { list.withLock { $0.append(point) } }
  }

  /// - Parameters:
  ///   - ranges: where each assumption lies.
  ///   - claims: as texts; measures are `cost` and `home_bill`.
  ///   - values: the values of the measures at a point; nil for all: there is no plan.
  init(
    _ ranges: [ClosedRange<Double>], measures: [PlanMeasure] = [cost], claims: [String] = [],
    samples: Int = 0, sobol: Bool = false, nominal: [Double]? = nil,
    values: @escaping @Sendable ([Double]) -> [Double?]
  ) throws {
    question = SensitivityQuestion(
      factors: ranges.enumerated().map {
        UncertainFactor(name: "a\($0)", shape: .uniform, range: $1)
      }, nominal: nominal, measures: measures,
      claims: try claims.map { try Claim($0, among: [Self.cost, Self.bill]) }, samples: samples,
      sobol: sobol)
    self.values = values
  }

  func memory() -> WorldMemory {
    WorldMemory { [asked, values, count = question.measures.count] point in
      asked.add(point)
      let found = values(point)
      return found.contains { $0 != nil }
        ? WorldValues(.planned, found) : WorldValues(without: .noPlan, count: count)
    }
  }

  func run(jobs: Int = 1) throws -> Sensitivity {
    try SensitivityRunner(question, of: memory(), jobs: jobs).run()
  }
}
