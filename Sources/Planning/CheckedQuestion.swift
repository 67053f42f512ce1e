package import Formulation
import LinearProgramming
package import Sourcing

extension Planner {
  /// Checks an instance and a model before anything is solved. Of an instance made in code it also checks that no
  /// processes together make goods from nothing; those who read folders check that when they read them.
  ///
  /// - Throws: `ValueProblems`: those of the instance, or else those of the model; what the solver throws.
  package func check(_ instance: Instance, _ model: Model) throws {
    try instance.validate()
    try model.validate(for: instance)
    guard instance.folder.isEmpty else { return }
    if let found = try FreeMatter.find(in: instance, solver: solver) {
      throw ValueProblems(problems: [
        ValueProblem(
          element: "instance", field: "processes",
          message: found.sentence(in: instance) + "; raise the inputs or lower the byproducts")
      ])
    }
  }
}

extension FreeMatter {
  /// What is wrong with the processes, as a sentence without its full stop.
  package func sentence(in instance: Instance) -> String {
    let loop = processes.map { "`\(instance.processes[$0].id)`" }.joined(separator: ", ")
    let goods = gained.map { "`\(instance.commodities[$0].id)`" }.joined(separator: ", ")
    let (noun, makes, uses) =
      processes.count == 1 ? ("process", "makes", "it uses") : ("processes", "make", "they use")
    return "the \(noun) \(loop) \(makes) goods from nothing: "
      + "more of \(goods) than \(uses), and of every other commodity at least as much"
  }
}
