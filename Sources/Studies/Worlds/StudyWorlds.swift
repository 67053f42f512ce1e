import Formulation
import LinearProgramming
import Scenarios
import Sourcing
public import SourcingFiles
import Statistics
import Tables

/// The worlds that a study samples: the instance as it is, with its assumptions moved to drawn places.
///
/// A world is a point z only. Its instance is made when a run needs it, so that a thousand worlds take no memory.
public struct StudyWorlds: Sendable {
  /// Which worlds were drawn.
  public let sample: WorldSample
  /// The same as numbers alone, with the worlds for Sobol indices.
  public let drawn: DrawnWorlds
  /// The place z of each assumption in each sampled world, by world and assumption.
  public let points: [[Double]]
  /// The name of each of them: `world-001` and so on.
  public let names: [String]
  /// The places in all worlds that are planned: the sampled ones, then those for Sobol indices.
  public let allPoints: [[Double]]
  /// Their names: `world-001` and so on, then `sobol-0001` and so on.
  public let allNames: [String]
  private let tables: InstanceTables
  private let base: Study.Variation

  /// Draws worlds by Latin hypercube, and those for Sobol indices by their design.
  ///
  /// - Parameters:
  ///   - sample: the worlds; assumptions that its space lacks stand at 0.
  ///   - sobol: N of the design; 0: none.
  ///   - tables: of the instance as it is.
  ///   - base: the variation as-is.
  init(
    _ sample: WorldSample, sobol: Int = 0, of tables: InstanceTables, base: Study.Variation
  ) {
    self.sample = sample
    drawn = DrawnWorlds(sample, sobol: sobol)
    points = drawn.points
    names = drawn.names
    allPoints = points + drawn.design.points
    allNames = names + drawn.sobolNames
    self.tables = tables
    self.base = base
  }

  /// The cells that the assumptions of the sample move.
  public var movedCells: [MovedCell] { tables.movedCells(by: sample.space.assumptions) }

  /// Where the assumptions stand in a world.
  ///
  /// - Parameter world: its place among all worlds.
  public func places(of world: Int) -> [AssumptionPlace] {
    sample.space.places(at: allPoints[world])
  }

  /// Hash of the instance of a world: of the tables as they are, and of the places of the assumptions. It takes no
  /// instance.
  func contentHash(of world: Int) -> String {
    ContentHash.of(
      [base.instance.contentHash]
        + places(of: world).filter { $0.z != 0 }.map { "\($0.assumption.id)|\($0.z)" })
  }

  /// Makes a world.
  ///
  /// - Parameters:
  ///   - world: its place among all worlds.
  ///   - solver: checks that no loop of processes makes goods from nothing, if recipes have moved.
  /// - Throws: `InputProblems` if the moved tables break a rule; `SolverError` if the solver fails.
  func variation(_ world: Int, solver: any Solver) throws -> Study.Variation {
    let (moved, instance) = try tables.moved(to: places(of: world)) {
      try FreeMatter.check($0, solver: solver)
    }
    var variation = base.with(moved, instance)
    variation.name = allNames[world]
    variation.editedCells = moved.editedCells
    return variation
  }
}

extension Study {
  /// Whether a run is one of a sampled world, also of one for Sobol indices.
  public func isSampled(_ run: StudyRun) -> Bool { run.variation >= variations.count }

  /// Whether a run is one of a world for Sobol indices.
  public func isForIndices(_ run: StudyRun) -> Bool {
    isSampled(run) && run.variation - variations.count >= worlds?.sample.count ?? 0
  }

  /// Name of the variation of a run.
  public func variationName(of run: StudyRun) -> String {
    listedIndex(of: run).map { variations[$0].name }
      ?? worlds?.allNames[run.variation - variations.count] ?? ""
  }

  /// The variation of a run as the file lists it: of a sampled world it is as-is, whose sharing, disruptions and
  /// members it has.
  func listedVariation(of run: StudyRun) -> Variation { variations[listedIndex(of: run) ?? 0] }

  private func listedIndex(of run: StudyRun) -> Int? { isSampled(run) ? nil : run.variation }

  /// The variation of a run, with its instance. That of a sampled world is made now.
  ///
  /// - Throws: as ``StudyWorlds``.
  func variation(of run: StudyRun, solver: any Solver) throws -> Variation {
    guard isSampled(run), let worlds else { return listedVariation(of: run) }
    return try worlds.variation(run.variation - variations.count, solver: solver)
  }

  /// Hash of the instance of a run.
  func instanceHash(of run: StudyRun) -> String {
    guard isSampled(run), let worlds else {
      return listedVariation(of: run).instance.contentHash
    }
    return worlds.contentHash(of: run.variation - variations.count)
  }
}
