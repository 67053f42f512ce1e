public import LinearProgramming
public import Sourcing
public import SourcingFiles
public import Statistics

/// What a policy costs at each value of a frontier's parameter, over the same worlds at every value.
public struct FrontierBand: Sendable {
  /// The worlds at one value.
  public struct Step: Sendable {
    /// How many worlds have a plan.
    public var plannedCount: Int
    /// The cost minus that of the plan without goals in the same world, discounted; nil if no world has a plan.
    public var extraCost: Spread?
    /// Home's bill, discounted; nil if no world has a plan.
    public var homeBill: Spread?
  }

  /// What was drawn.
  public let sample: WorldSample
  /// One for each value, in the order of the frontier.
  public let steps: [Step]

  /// Plans the worlds at each value of a frontier's parameter.
  ///
  /// - Parameters:
  ///   - values: the values, as texts.
  ///   - sample: the worlds.
  ///   - tables: the tables that assumptions move.
  ///   - solver: for all programs, with a deadline for all of them together.
  ///   - jobs: the number of threads. Results do not depend on it.
  ///   - progress: hears of each value.
  ///   - model: gives the model for an instance with the parameter set to a text.
  /// - Throws: what `model` throws; as ``SampledWorlds``.
  public init(
    at values: [String], sample: WorldSample, tables: InstanceTables, solver: any Solver, jobs: Int,
    progress: WorkProgress = .none,
    model: @escaping @Sendable (_ instance: Instance, _ value: String) throws -> Model
  ) throws {
    self.sample = sample
    let measures = Self.figures.map { PlanMeasure($0) }
    steps = try progress.step("values with their worlds", parts: values.count) { step in
      try values.map { value in
        try step.part {
          let question = WorldPlanner.Question(tables: tables, measures: measures) {
            try model($0, value)
          }
          let worlds = try SampledWorlds(
            sample, of: WorldPlanner(question, solver: solver), jobs: jobs, progress: progress)
          return Step(
            plannedCount: worlds.plannedCount, extraCost: worlds.spread(at: 0),
            homeBill: worlds.spread(at: 1))
        }
      }
    }
  }

  private static let figures: [RunFigure] = [.extraCost, .homeBill]
}
