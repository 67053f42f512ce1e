import ArgumentParser
import Formulation
import Foundation
import LinearProgramming
import Planning
import Reporting
import Sourcing
import Storage
import Tables

/// `plusone export INSTANCE --model FILE --format mps|lp|glpk`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the linear program of a model to a file, for other solvers.",
    discussion: """
      Rows and columns have readable names such as use[JPN,ndfeb_magnet,2030]; characters that a format does not \
      allow become '_'. Two things are not complete in the file. Goals of kind hhi are not linear: `solve` adds linear \
      rows (cuts) until they are met, and the file has only the first of these. If the objective has several \
      stages, the file has the first.

      A goal against any cuts holds under very many attacks. So the model is solved first, and the file has the stress \
      windows of the attacks that matter: with them its optimum is that of the plan.

      Example:

        plusone export japan-rare-earths --model baseline \\
          --format mps --out base.mps
        glpsol --freemps base.mps --write base.txt
      """)

  @OptionGroup var inputs: PlanningInputs
  @OptionGroup var base: BaselineInputs

  @Option(help: "Free MPS (mps), CPLEX LP (lp) or GLPK's own format (glpk).")
  var format: ExportFormat

  @Option(help: "The file to write (default: standard output).", completion: .file())
  var out: String?

  func run() throws {
    try reportingErrors {
      try out.map(base.checkOutside)
      try out.map { try OutputFile.check($0, inputs: inputs.paths) }
      let (instance, read) = try inputs.read()
      let model = try base.read(for: instance, read)?.known(read, in: instance) ?? read
      let known = try complete(model, instance)
      let whole = try Console.progress.step("building the program") {
        try Planner(solver: ChosenSolver.solver).programInOnePiece(for: instance, known)
      }
      let text = Console.progress.step("writing the program") { written(whole.program) }
      note(whole.program)
      note(whole.attacks, whole.termination, of: whole.program)
      guard let out else { return try Console.write(text) }
      try OutputFile.write(text, to: out, inputs: inputs.paths)
    }
  }

  private func written(_ planning: PlanningProgram) -> Data {
    let names = ReadableNames(planning)
    let labels = ProgramNames(
      title: title(of: planning), column: names.name(of:),
      row: names.name(of:))
    var text = Data()
    planning.firstStage().write(as: format.format, names: labels) { text.append(contentsOf: $0) }
    return text
  }

  /// The names of instance and model, and the places of the assumptions that are moved.
  private func title(of planning: PlanningProgram) -> String {
    let moved = planning.instance.movedAssumptions.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(DecimalNumber.text($0.value))" }
    return ([planning.instance.name, planning.model.name] + moved).joined(separator: "_")
  }

  /// The model with what others keep, which depends on the plan without goals.
  private func complete(_ model: Model, _ instance: Instance) throws -> Model {
    do {
      return try Planner(solver: ChosenSolver.solver).withOthersTrade(instance, model)
    } catch let missing as NoOptimum where missing.termination == .infeasible {
      printError("plusone: there is no plan without goals, and `others_keep` needs one.")
      throw ExitStatus.noPlan.code
    }
  }

  /// Says which windows the file has of a goal against any cuts.
  private func note(
    _ attacks: KnownAttacks, _ termination: Termination, of planning: PlanningProgram
  ) {
    guard planning.model.goals.contains(where: { $0.kind.attackBudget != nil }) else { return }
    let names = attacks.all.map { $0.name(in: planning.instance) }.sorted()
    let windows =
      names.isEmpty
      ? "the window in which nothing is cut, since no attack breaks them"
      : "the window in which nothing is cut and those of \(names.count) "
        + "\(names.count == 1 ? "attack" : "attacks"): \(names.joined(separator: ", "))"
    printError("note: of goals against any cuts the file has \(windows)")
    printError(
      termination == .optimal
        ? "note: no other attack matters: the optimum of the file is that of the plan"
        : "note: no plan meets the goals, and the file has no feasible point")
  }

  private func note(_ planning: PlanningProgram) {
    noteAssumptions(of: planning.instance)
    if planning.model.objective.count > 1 {
      printError("note: the objective has several stages; the file has only the first")
    }
    if !planning.cones.isEmpty {
      printError("note: goals of kind hhi are not linear; the file has only the first cuts of each")
    }
  }
}

/// The formats, as the command line names them.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case mps, lp, glpk

  var format: ProgramFormat {
    switch self {
    case .mps: .mps
    case .lp: .lp
    case .glpk: .glpk
    }
  }
}
