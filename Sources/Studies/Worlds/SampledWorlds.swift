public import LinearProgramming
import Parallel
public import SourcingFiles
public import Statistics
import Synchronization
import Tables

/// Which worlds are drawn.
public struct WorldSample: Sendable {
  /// The number of worlds.
  public var count: Int
  /// Seed of the random numbers.
  public var seed: UInt64
  /// The assumptions that move, and how each is drawn.
  public var space: WorldSpace

  /// A sample. The properties describe the parameters.
  public init(_ count: Int, seed: UInt64, in space: WorldSpace) {
    self.count = count
    self.seed = seed
    self.space = space
  }

  /// The seed where none is given.
  public static let usualSeed: UInt64 = 1

  /// z of each assumption of the space, in each world: a Latin hypercube.
  public var points: [[Double]] { space.points(samples: count, seed: seed) }
}

/// The plans of one policy in a sample of worlds, by the values of their measures. Nothing else of a world is kept.
public struct SampledWorlds: Sendable {
  /// Which worlds were drawn.
  public let sample: WorldSample
  /// What is worked out of each plan.
  public let measures: [PlanMeasure]
  /// The values of the nominal world.
  public let nominal: WorldValues
  /// z of each assumption of the sample's space, in each world.
  public let points: [[Double]]
  /// The values in each world, in the order of ``points``.
  public let worlds: [WorldValues]

  /// Plans a sample of worlds, drawn by Latin hypercube.
  ///
  /// - Parameters:
  ///   - sample: the worlds.
  ///   - planner: plans each of them.
  ///   - jobs: the number of threads. Results do not depend on it.
  ///   - progress: hears of each world that is planned.
  /// - Throws: `NoOptimum` if the time limit comes before all worlds are planned; `InputProblems` if the tables of a
  ///   world break a rule; `SolverError`.
  public init(
    _ sample: WorldSample, of planner: WorldPlanner, jobs: Int = 1, progress: WorkProgress = .none
  ) throws {
    self.sample = sample
    measures = planner.question.measures
    nominal = planner.nominal
    let points = sample.points
    self.points = points
    // The places of all worlds at once would take far more memory than the points.
    worlds = try planner.values(
      ofWorlds: points.count, jobs: jobs, progress: progress
    ) { sample.space.places(at: points[$0]) }
    // Also of a world whose plan has no plan to compare with.
    if worlds.contains(where: { $0.ending == .timeLimit }) {
      throw NoOptimum("the sampled worlds", .timeLimit)
    }
  }

  /// How many worlds have a plan.
  public var plannedCount: Int { worlds.count(where: \.hasPlan) }

  /// How the values of a measure are spread over the worlds with a plan; nil if none has a value.
  ///
  /// - Parameter place: of the measure in ``measures``.
  public func spread(at place: Int) -> Spread? { Spread(worlds.compactMap { $0.values[place] }) }
}

extension WorldPlanner {
  /// The values of many worlds, planned on several threads. After the time limit no further world is planned, and
  /// those left have the ending `timeLimit`.
  ///
  /// - Parameters:
  ///   - count: the number of worlds.
  ///   - jobs: the number of threads. Results do not depend on it.
  ///   - progress: hears of each world that is planned.
  ///   - places: where assumptions stand in the world with a number, from 0; it is asked when the world is planned.
  ///     Others stand where the question has them.
  /// - Returns: the values, in the order of the worlds.
  /// - Throws: the error of the first world, in their order, that has one, with the number of the world: `InputProblems`
  ///   if its tables break a rule; `SolverError`. No further worlds are then begun.
  public func values(
    ofWorlds count: Int, jobs: Int, progress: WorkProgress = .none,
    places: @Sendable (_ world: Int) -> [AssumptionPlace]
  ) throws -> [WorldValues] {
    // A world before one that failed is always planned: then the error is the same with any number of threads.
    let firstFailure = Mutex(Int.max)
    let results = progress.step("sampled worlds", parts: count) { step in
      concurrently(Array(0..<count), jobs: jobs) { world -> Result<WorldValues, any Error>? in
        guard firstFailure.withLock({ world < $0 }) else { return nil }
        do {
          let values = try valuesInTime(at: places(world))
          step.endPart(values.hasPlan ? nil : "without a plan")
          return .success(values)
        } catch {
          firstFailure.withLock { $0 = min($0, world) }
          return .failure(Self.error(error, inWorld: world + 1))
        }
      }
    }
    return try results.compactMap { try $0?.get() }
  }

  private func valuesInTime(at places: [AssumptionPlace]) throws -> WorldValues {
    deadline.isOver
      ? WorldValues(without: .timeLimit, count: question.measures.count)
      : try values(at: places)
  }

  /// Problems of tables with the number of the world whose tables have them.
  private static func error(_ error: any Error, inWorld number: Int) -> any Error {
    guard let problems = error as? InputProblems else { return error }
    return InputProblems(
      problems.problems.map {
        Problem(
          "in world \(number) of the sample, \($0.message)", file: $0.file, line: $0.line,
          column: $0.column)
      }, reason: problems.reason)
  }
}
