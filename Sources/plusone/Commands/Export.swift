import ArgumentParser
import Formulation
import Foundation
import LinearProgramming
import Reporting
import Sourcing
import Storage

/// `plusone export INSTANCE --model FILE --format mps|lp|glpk`
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the linear program that solve would solve, for other solvers.",
    discussion: """
      Rows and columns have readable names such as use[JPN,magnets,2025], with what a format cannot hold \
      turned into '_'. Goals of kind hhi are cones, met by cuts while solving: the file has the first cuts \
      only. Of an objective in several stages it has the first.

      Example:

        plusone export instances/japan-rare-earths --model models/baseline.yaml \\
          --format mps --out base.mps
        glpsol --freemps base.mps --write base.txt
      """)

  @OptionGroup var inputs: PlanningInputs

  @Option(help: "Free MPS (mps), CPLEX LP (lp) or GLPK's own format (glpk).")
  var format: ExportFormat

  @Option(help: "The file to write; without it, standard output.", completion: .file())
  var out: String?

  func run() throws {
    try reportingErrors {
      try out.map { try OutputFile.check($0, inputs: inputs.paths) }
      let (instance, model) = try inputs.read()
      let planning = PlanningProgram(instance: instance, model: model)
      let names = ReadableNames(planning)
      let labels = ProgramNames(
        title: "\(instance.name)_\(model.name)", column: names.name(of:), row: names.name(of:))
      var text = Data()
      planning.firstStage().write(as: format.format, names: labels) { text.append(contentsOf: $0) }
      note(planning)
      guard let out else { return try Console.write(text) }
      try OutputFile.write(text, to: out, inputs: inputs.paths)
    }
  }

  private func note(_ planning: PlanningProgram) {
    if planning.model.objective.count > 1 {
      printError("note: the objective has several stages; the file minimises the first only")
    }
    if !planning.cones.isEmpty {
      printError("note: goals of kind hhi are cones; the file has their first cuts only")
    }
  }
}

/// The formats by the names that the command line gives them.
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
