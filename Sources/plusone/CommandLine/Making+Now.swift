import Analysis
import LinearProgramming
import Pages
import Reporting
import Sourcing
import Studies
import Tables

extension Page.Making {
  /// A page of this run of the program.
  ///
  /// - Parameters:
  ///   - inputs: names of inputs with the hashes of what was read.
  ///   - solver: name and version of the solver; nil: nothing was solved.
  ///   - defaults: what nobody set, a sentence each.
  static func now(
    inputs: [(name: String, hash: String)], solver: String? = ChosenSolver.solver.name,
    defaults: [String] = []
  ) -> Page.Making {
    let words = ["plusone"] + CommandLine.arguments.dropFirst().map(shellWord)
    return Page.Making(
      program: "PlusOne \(Version.text)", command: words.joined(separator: " "), inputs: inputs,
      solver: solver, defaults: defaults)
  }

  /// A page on an instance and the models that there are.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - models: the models; nil is left out.
  ///   - left: parameters whose defaults are not in force.
  static func now(
    of instance: Instance, _ models: Model?..., without left: Set<String> = []
  ) -> Page.Making {
    let models = models.compactMap(\.self)
    return now(
      inputs: [("instance \(instance.name)", instance.contentHash)]
        + models.map { ("model \($0.name)", $0.contentHash) },
      defaults: models.compactMap { $0.parameterDefaults(without: left) }.uniqued())
  }

  /// A page on a study and the model of one of its options; nil: it is not known.
  static func now(of study: Study, _ model: Model? = nil) -> Page.Making {
    let instance = study.variations[0].instance
    return now(
      inputs: [
        ("study \(study.name)", study.contentHash),
        ("instance \(instance.name)", instance.contentHash),
      ] + (model.map { [("model \($0.name)", $0.contentHash)] } ?? []),
      defaults: [model?.parameterDefaults(without: [])].compactMap(\.self))
  }

  /// A page on a stored plan, with the inputs and the solver that it was made with.
  static func now(of plan: Summary) -> Page.Making {
    now(
      inputs: [
        ("instance \(plan.instance.name)", plan.instance.hash),
        ("model \(plan.model.name)", plan.model.hash),
      ], solver: plan.solver, defaults: [plan.defaultsText].compactMap(\.self))
  }
}
