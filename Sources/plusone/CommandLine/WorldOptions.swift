import ArgumentParser
import LinearProgramming
import Sourcing
import SourcingFiles
import Studies

/// Worlds beside a plan: `--worlds 1000 --seed 1 --jobs 2`.
struct WorldOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also plan as many worlds, 1 to 100000, drawn from the ranges of the instance's assumptions (assumptions.csv), "
        + "and show how far the main figures move.",
      valueName: "count"))
  var worlds: Int?

  @Option(
    help: ArgumentHelp(
      "The seed of the random numbers of the worlds, a whole number from 0 (default: \(WorldSample.usualSeed)). "
        + "The same seed gives the same worlds.",
      valueName: "number"))
  var seed: UInt64?

  @OptionGroup var jobs: JobsOption

  private static let most = 100_000

  func validate() throws {
    if let worlds, !(1...Self.most).contains(worlds) {
      throw ValidationError("--worlds takes a whole number from 1 to \(Self.most)")
    }
    guard worlds == nil else { return }
    for (option, isGiven) in [("--seed", seed != nil), ("--jobs", jobs.jobs != nil)] where isGiven {
      throw ValidationError("\(option) is about worlds; give --worlds too, such as --worlds 1000")
    }
  }

  /// The worlds that are asked for; nil if none are.
  ///
  /// - Parameters:
  ///   - nominal: the instance as its tables are.
  ///   - instance: the same with assumptions of the model and of the command line moved.
  ///   - model: the model.
  ///   - inputs: the arguments that name instance and model.
  ///   - deadline: the time at which the command ends.
  /// - Throws: as ``sample(of:_:without:)``.
  func run(
    beside nominal: NominalInstance, moved instance: Instance, _ model: Model,
    _ inputs: PlanningInputs, until deadline: Deadline
  ) throws -> WorldRun? {
    guard worlds != nil else { return nil }
    let tables = try nominal.tables.applying(instance.movedPlaces)
    return try sample(of: instance, tables, without: inputs.assumptions.given(with: model)).map {
      sample in
      WorldRun(
        sample: sample, tables: tables, file: modelPath(inputs.model), jobs: jobs.count,
        deadline: deadline)
    }
  }

  /// The worlds that are asked for; nil if none are. Assumptions that have a place already stay there.
  ///
  /// - Parameters:
  ///   - instance: the instance that is planned.
  ///   - tables: its tables.
  ///   - given: ids of the assumptions that have a place, also 0.
  /// - Throws: `ValidationError` if the instance has no assumptions that can move.
  private func sample(
    of instance: Instance, _ tables: InstanceTables, without given: Set<String>
  ) throws -> WorldSample? {
    guard let worlds else { return nil }
    guard !instance.assumptions.isEmpty else {
      throw ValidationError(
        "--worlds: the instance has no assumptions, so all worlds would be the same; write how far its numbers may be "
          + "wrong in \(instance.folder)/assumptions.csv, one row for some numbers, such as\n"
          + "  assumption,table,where,column,low,high,mode,source\n"
          + "  tariff,lanes,,tariff,0,0.25,add,assumption: made up")
    }
    let free = instance.assumptions.filter { !given.contains($0.id) }
    guard !free.isEmpty else {
      throw ValidationError(
        "--worlds: the model and --assume give every assumption a place, so all worlds would be the same; leave one out"
      )
    }
    return WorldSample(
      worlds, seed: seed ?? WorldSample.usualSeed, in: WorldSpace(free, in: tables))
  }
}
