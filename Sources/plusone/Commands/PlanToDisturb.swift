import ArgumentParser
import LinearProgramming
import Sourcing
import Storage

/// The plan that a command tests, with its instance.
struct PlanToDisturb: ParsableArguments {
  @Argument(help: InputHelp.instance, completion: .instance)
  var instance: String

  @OptionGroup var source: PlanSource

  func validate() throws {
    if !source.isGiven {
      throw ValidationError(
        "give --model MODEL to solve a model, or --plan FOLDER to use a stored plan")
    }
  }

  /// The folder of the stored plan; nil: the model is solved.
  var plan: String? { source.plan }

  /// The folder and the files that are read. No output may overwrite them.
  var paths: [String] { instancePaths(instance) + source.paths }

  /// Refuses an output in the folder of the stored plan.
  ///
  /// - Throws: `OutputFailure`.
  func checkOutside(_ output: String) throws { try source.checkOutside(output) }

  /// The plan, as ``PlanSource/read(_:withFolder:comparing:until:pages:check:)`` finds it.
  func read(
    withFolder: Bool, comparing: Bool = false, until limit: Deadline, pages: PageOptions,
    check: (Instance, Model) throws -> Void
  ) throws -> PlanSource.Answer {
    try source.read(
      instance, withFolder: withFolder, comparing: comparing, until: limit, pages: pages,
      check: check)
  }
}
