import Formulation
import LinearProgramming
import Scenarios
import Sourcing
public import SourcingFiles
import Tables

/// The worlds that a study samples: the instance as it is, with its assumptions moved to drawn places.
///
/// A world is a point z only. Its instance is made when a run needs it, so that a thousand worlds take no memory.
public struct StudyWorlds: Sendable {
  /// Which worlds were drawn.
  public let sample: WorldSample
  /// The place z of each assumption in each world, by world and assumption.
  public let points: [[Double]]
  /// The name of each world: `world-001` and so on.
  public let names: [String]
  private let tables: InstanceTables
  private let base: Study.Variation

  /// Draws worlds by Latin hypercube.
  ///
  /// - Parameters:
  ///   - sample: the worlds; assumptions that its space lacks stand at 0.
  ///   - tables: of the instance as it is.
  ///   - base: the variation as-is.
  init(_ sample: WorldSample, of tables: InstanceTables, base: Study.Variation) {
    self.sample = sample
    points = sample.points
    names = points.indices.map { Self.name(of: $0, among: sample.count) }
    self.tables = tables
    self.base = base
  }

  /// The name of a world: its number from 1, with leading zeros to as many digits as the last one has, at least 3.
  static func name(of world: Int, among samples: Int) -> String {
    let digits = String(world + 1)
    let width = max(3, String(samples).count)
    return "world-" + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Where the assumptions stand in a world.
  public func places(of world: Int) -> [AssumptionPlace] { sample.space.places(at: points[world]) }

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
  ///   - world: its place among the worlds.
  ///   - solver: checks that no loop of processes makes goods from nothing, if recipes have moved.
  /// - Throws: `InputProblems` if the moved tables break a rule; `SolverError` if the solver fails.
  func variation(_ world: Int, solver: any Solver) throws -> Study.Variation {
    let (moved, instance) = try tables.moved(to: places(of: world)) {
      try FreeMatter.check($0, solver: solver)
    }
    var variation = base.with(moved, instance)
    variation.name = names[world]
    variation.editedCells = moved.editedCells
    return variation
  }
}

extension Study {
  /// Whether a run is one of a sampled world.
  public func isSampled(_ run: StudyRun) -> Bool { run.variation >= variations.count }

  /// Name of the variation of a run.
  public func variationName(of run: StudyRun) -> String {
    listedIndex(of: run).map { variations[$0].name }
      ?? worlds?.names[run.variation - variations.count] ?? ""
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
