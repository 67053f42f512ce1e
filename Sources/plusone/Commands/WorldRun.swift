import Formulation
import LinearProgramming
import Planning
import Reporting
import Sourcing
import SourcingFiles
import Studies

/// The plans of worlds that `solve` and `frontier` make beside their own.
struct WorldRun {
  let sample: WorldSample
  /// The tables that assumptions move.
  let tables: InstanceTables
  /// The file of the model, for messages.
  let file: String
  /// The number of threads.
  let jobs: Int
  let deadline: Deadline

  private var solver: any Solver { deadline.limiting(ChosenSolver.silent) }

  /// How far the main figures of a plan move.
  ///
  /// - Parameter pair: the plan of the nominal world, and the plan without goals.
  /// - Returns: nil if the time limit came first; a note says so.
  func ranges(of pair: PlanPair) throws -> Ranges? {
    let (instance, model) = (pair.plan.program.instance, pair.plan.program.model)
    let question = WorldPlanner.Question(
      tables: tables, measures: PlanMeasure.headlines(of: model)
    ) { [file] in try ModelReader.read(again: model, file: file, instance: $0) }
    return try unlessLate("the ranges are left out") {
      let planner = try WorldPlanner(question, nominal: pair, solver: solver)
      return Ranges(
        try SampledWorlds(sample, of: planner, jobs: jobs, progress: Console.progress), of: instance
      )
    }
  }

  /// What the worlds cost at each value of a parameter.
  ///
  /// - Parameters:
  ///   - name: the parameter.
  ///   - values: its values, as texts.
  ///   - model: with any value of the parameter.
  /// - Returns: nil if the time limit came first; a note says so.
  func band(of name: String, at values: [String], _ model: Model) throws -> FrontierBand? {
    try unlessLate("the band is left out") {
      try FrontierBand(
        at: values, sample: sample, tables: tables, solver: solver, jobs: jobs,
        progress: Console.progress
      ) { [file] in
        try ModelReader.read(again: model, file: file, instance: $0, with: [name: $1])
      }
    }
  }

  private func unlessLate<Answer>(_ fate: String, _ work: () throws -> Answer) throws -> Answer? {
    do { return try work() } catch let missing as NoOptimum where missing.termination.isLimit {
      printError("note: the time limit was reached before all worlds were planned; \(fate)")
      return nil
    }
  }
}
