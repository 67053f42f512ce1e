import Foundation
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import SourcingFiles

/// The worst attacks on plans: two stages of each instance that comes with the program, three regions and three stages
/// of a synthetic one. Each run prints how many attacks were solved, and how many there are.
///
/// - Parameter synthetic: a synthetic instance.
func worstCases(synthetic: Fixture, jobs: Int) -> [Task] {
  let shipped = [
    "batteries", "japan-rare-earths", "japan-rare-earths-2020", "pharmaceuticals",
    "semiconductors",
  ].map { WorstQuestion($0, kind: .stages, cuts: 2, jobs: jobs) }
  let large = [AttackTarget.Kind.regions, .stages].map {
    WorstQuestion(synthetic, kind: $0, cuts: 3, jobs: jobs)
  }
  return (shipped + large).map { question in
    Task(question.name, iterations: 3) { try question.answer() }
  }
}

/// The worst attacks on one plan, which is made before time is measured.
private final class WorstQuestion {
  let name: String
  private let budget: AttackBudget
  private let jobs: Int
  private let read: () throws -> (Instance, Model)
  private lazy var runner = Result { try makeRunner() }
  private var isCounted = false

  private init(
    _ name: String, kind: AttackTarget.Kind, cuts: Int, jobs: Int,
    _ read: @escaping () throws -> (Instance, Model)
  ) {
    self.name = "\(name), \(cuts) \(kind.rawValue)"
    budget = AttackBudget(cuts: cuts, kinds: [kind])
    self.jobs = jobs
    self.read = read
  }

  /// An instance that comes with the program, with the model `baseline`.
  convenience init(_ instance: String, kind: AttackTarget.Kind, cuts: Int, jobs: Int) {
    self.init(instance, kind: kind, cuts: cuts, jobs: jobs) {
      let instance = try InstanceReader.read(folder: "instances/\(instance)")
      return (
        instance,
        try ModelReader.read(file: "models/baseline.yaml", instance: instance, settings: [:])
      )
    }
  }

  convenience init(_ synthetic: Fixture, kind: AttackTarget.Kind, cuts: Int, jobs: Int) {
    self.init("\(synthetic.size)", kind: kind, cuts: cuts, jobs: jobs) {
      try synthetic.question.get()
    }
  }

  private func makeRunner() throws -> StressRunner {
    let (instance, model) = try read()
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    guard let runner = StressRunner(result, solver: GLPKSolver()) else {
      throw WrongAnswer("no plan of \(name)")
    }
    return runner
  }

  /// Finds them, and checks that the worst is proven and costs as much in a stress run.
  func answer() throws {
    let runner = try runner.get()
    let found = try WorstCaseFinder(runner: runner, budget: budget).find(top: 10, jobs: jobs)
    try require(found.isProven, "\(name): not proven")
    guard let worst = found.worst.last?.outcome else { throw WrongAnswer("\(name): no attack") }
    if !isCounted {
      print("\(name): \(found.solved) of \(found.attackCount) attacks solved")
      isCounted = true
      let attack = worst.attack.disruption(
        in: runner.instance, months: runner.options.horizonMonths)
      let loss = try runner.lostValues([attack], sharing: runner.options.sharing)[0]
      try require(abs(loss - worst.loss) <= 1e-6 * loss, "\(name): \(worst.loss), not \(loss)")
    }
  }
}
