import ArgumentParser
import LinearProgramming
import Reporting
import Sourcing
import SourcingFiles
import Storage
import Studies
import Synchronization
import Tables

/// The plans of `sensitivity`: it uses those that are stored, makes the others, and stores each when it has finished.
struct SensitivityWork {
  let memory: WorldMemory
  /// What figures are of.
  let context: SensitivityContext
  /// Where plans are stored; nil: they are not.
  let folder: SensitivityFolder?
  private let runner: SensitivityRunner
  private let stored: SharedCount

  /// Plans the nominal world.
  ///
  /// - Throws: `OutputFailure`; `NoOptimum` if the time limit comes first; `SolverError`.
  init(_ command: SensitivityCommand, _ subject: SensitivitySubject, until deadline: Deadline)
    throws
  {
    // Many solves at the same time: only their number is shown.
    let solver = deadline.limiting(ChosenSolver.silent)
    let folder = try command.out.map { path in
      try SensitivityFolder(
        opening: path, inputs: command.paths, key: Self.key(of: subject, solver.name),
        measures: subject.measures.count, replacing: command.replace)
    }
    let stored = SharedCount(folder?.known.count ?? 0)
    (self.folder, self.stored) = (folder, stored)
    if let folder { Self.note(folder, resumes: command.resume) }
    if let path = folder?.path { Self.tellOfInterruption(stored, path) }
    let planner = try Console.progress.step("planning the nominal world") {
      try WorldPlanner(subject.question, solver: solver)
    }
    guard planner.nominal.ending != .timeLimit else {
      throw NoOptimum("the nominal plan", .timeLimit)
    }
    var context = subject.context
    context.otherHasPlan = planner.referenceHasPlan
    self.context = context
    let (assumptions, tables) = (subject.context.assumptions, subject.tables)
    let space = WorldSpace(assumptions, in: tables)
    memory = WorldMemory(
      known: folder?.known ?? [:],
      keep: { point, values in
        try folder?.store(point, values)
        stored.increase()
      }, find: { try Self.values(at: space.places(at: $0), planner) })
    runner = SensitivityRunner(
      SensitivityQuestion(
        factors: space.factors, measures: subject.measures, sizes: planner.sizes,
        claims: subject.claims, samples: command.samples,
        seed: command.seed ?? WorldSample.usualSeed, sobol: command.sobol),
      of: memory, jobs: command.jobs.count, progress: Console.progress)
  }

  /// Answers the question.
  ///
  /// - Throws: `NoOptimum` if the time limit comes first; `OutputFailure`; `SolverError`; `InputProblems` if the tables of
  ///   a world break a rule.
  func run() throws -> Sensitivity { try runner.run() }

  /// The values of a world. Problems of its tables say where its assumptions stand.
  private static func values(
    at places: [AssumptionPlace], _ planner: WorldPlanner
  ) throws -> WorldValues {
    do { return try planner.values(at: places) } catch let error as InputProblems {
      let moved = places.filter { $0.z != 0 }
      let texts = moved.prefix(6).map { "`\($0.assumption.id)` \(AssumptionText.place($0.z))" }
      let more = moved.count > 6 ? " and \(moved.count - 6) more elsewhere" : ""
      throw InputProblems(
        error.problems.map {
          Problem(
            "in the world with \(texts.joined(separator: ", "))\(more), \($0.message)",
            file: $0.file,
            line: $0.line, column: $0.column)
        }, reason: error.reason)
    }
  }

  /// A hash of all that the values of a world depend on.
  private static func key(of subject: SensitivitySubject, _ solver: String) -> String {
    let context = subject.context
    return ContentHash.of(
      [
        "plusone \(Version.text)", solver, context.instance.contentHash, context.model.contentHash,
        context.against?.contentHash ?? "",
      ] + subject.measures.map(\.name) + ["assumptions"] + context.assumptions.map(\.id))
  }

  private static func note(_ folder: SensitivityFolder, resumes: Bool) {
    let count = folder.known.count
    guard count > 0, !resumes else { return }
    let what = count == 1 ? "1 plan is" : "\(count) plans are"
    printError(
      "note: \(what) stored already with the same inputs and used again, as with --resume; to make all plans anew, use "
        + "--replace")
  }

  /// Sets what is said if a signal ends the command.
  private static func tellOfInterruption(_ stored: SharedCount, _ path: String) {
    Interruption.advice.withLock { $0 = { advice(stored.value, path) } }
  }

  /// What is kept when the work ends too early, and how to go on.
  func advice() -> String {
    folder.map { Self.advice(stored.value, $0.path) }
      ?? "with --out DIR finished plans would be stored; set a longer time with --time-limit"
  }

  private static func advice(_ count: Int, _ path: String) -> String {
    var command = CommandLine.arguments.filter { $0 != "--replace" }
    if !command.contains("--resume") { command.append("--resume") }
    return "\(count == 1 ? "1 plan is" : "\(count) plans are") stored in \(path). To go on: "
      + command.map(shellWord).joined(separator: " ")
  }
}
