import Formulation
public import LinearProgramming
public import Planning
import Scenarios
public import Sourcing
public import SourcingFiles
import Tables

/// Plans one policy in many worlds, which are the tables of one instance with assumptions moved, and works out some
/// measures of each plan.
///
/// A small program starts from the basis of the nominal world's plan, a large one period by period. No solve starts from
/// that of another world, so a world's values depend on the world and on the nominal one only, and not on the order or
/// the number of threads. At the nominal place of all assumptions the values are those of the nominal plan, bit for bit.
/// Values may be asked for on several threads at once.
public struct WorldPlanner: Sendable {
  /// What is planned in each world.
  public struct Question: Sendable {
    /// The tables that assumptions move.
    public var tables: InstanceTables
    /// Where assumptions stand that a world does not move; empty: at 0.
    public var places: [AssumptionPlace]
    /// The policy, read for the instance of a world.
    public var policy: @Sendable (Instance) throws -> Model
    /// The policy with which changes compare; nil: the plan without goals of the same policy.
    public var reference: (@Sendable (Instance) throws -> Model)?
    /// What is worked out of each plan.
    public var measures: [PlanMeasure]

    /// A question. The properties describe the parameters.
    public init(
      tables: InstanceTables, places: [AssumptionPlace] = [], measures: [PlanMeasure],
      reference: (@Sendable (Instance) throws -> Model)? = nil,
      policy: @escaping @Sendable (Instance) throws -> Model
    ) {
      self.tables = tables
      self.places = places
      self.measures = measures
      self.reference = reference
      self.policy = policy
    }
  }

  /// The question.
  public let question: Question
  /// The values of the nominal world.
  public let nominal: WorldValues
  /// The usual size of the figure of each measure: its absolute value in the nominal world, 0 if there is none.
  public let sizes: [Double]
  /// Whether the policy with which changes compare has a plan in the nominal world; true if there is no such policy.
  public let referenceHasPlan: Bool
  private let solver: any Solver
  private let nominalPlans: PolicyPlans?

  /// Plans the nominal world.
  ///
  /// - Parameters:
  ///   - question: what is planned.
  ///   - solver: for all programs, with a deadline for all of them together.
  /// - Throws: `InputProblems` of the policies; `SolverError` if the solver fails.
  public init(_ question: Question, solver: any Solver) throws {
    let tables = try question.tables.applying(question.places)
    try self.init(
      question, PolicyPlans(question, try tables.compile(), solver, from: nil), solver)
  }

  /// Takes over plans of the nominal world that were found before, so that its values are theirs.
  ///
  /// - Parameters:
  ///   - question: what is planned.
  ///   - pair: the plan of the policy in the nominal world, and the plan without goals.
  ///   - solver: for all programs, with a deadline for all of them together.
  /// - Throws: as ``init(_:solver:)``.
  public init(_ question: Question, nominal pair: PlanPair, solver: any Solver) throws {
    try self.init(question, PolicyPlans(question, pair, solver), solver)
  }

  private init(_ question: Question, _ plans: PolicyPlans, _ solver: any Solver) throws {
    self.question = question
    self.solver = solver
    (nominal, sizes) = try plans.values(of: question.measures, solver: solver)
    referenceHasPlan = plans.reference.map { $0.plan.plan != nil } ?? true
    nominalPlans = plans.pair.plan.plan == nil ? nil : plans
  }

  /// The time at which all solves end.
  var deadline: Deadline { solver.deadline }

  /// The values of a world.
  ///
  /// - Parameter places: where assumptions stand; others stand where the question has them.
  /// - Throws: `InputProblems` if the moved tables break a rule; `SolverError` if the solver fails.
  public func values(at places: [AssumptionPlace]) throws -> WorldValues {
    let moved = Set(places.map(\.assumption.id))
    let all = question.places.filter { !moved.contains($0.assumption.id) } + places
    if Self.isSame(all, question.places) { return nominal }
    do {
      let (_, instance) = try question.tables.moved(to: all) {
        try FreeMatter.check($0, solver: solver)
      }
      let plans = try PolicyPlans(question, instance, solver, from: nominalPlans)
      return try plans.values(of: question.measures, solver: solver).values
    } catch let error as NoOptimum where error.termination.isLimit {
      return WorldValues(without: .timeLimit, count: question.measures.count)
    }
  }

  /// Whether all assumptions stand at the same places.
  private static func isSame(_ places: [AssumptionPlace], _ others: [AssumptionPlace]) -> Bool {
    let moved = { (places: [AssumptionPlace]) in
      Dictionary(
        places.filter { $0.z != 0 }.map { ($0.assumption.id, $0.z) }, uniquingKeysWith: { $1 })
    }
    return moved(places) == moved(others)
  }
}
