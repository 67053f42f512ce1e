import Analysis
import Sourcing
import SourcingFiles
import Tables

extension Study {
  /// The values of parameters in a run: those of its option, and those of its variation that the option's model knows,
  /// which win.
  public func settings(of run: StudyRun) -> [String: String] {
    options[run.option].settings(under: variations[run.variation])
  }
}

extension Study.Option {
  /// The values of parameters under a variation.
  func settings(under variation: Study.Variation) -> [String: String] {
    settings.merging(variation.settings.filter { parameters.contains($0.key) }) { $1 }
  }

  /// The model under a variation; nil if it is wrong, which is a matter of its runs.
  func model(on instance: Instance, under variation: Study.Variation? = nil) -> Model? {
    try? ModelReader.read(
      bytes: modelBytes, file: modelFile, instance: instance,
      settings: variation.map(settings) ?? settings)
  }

  /// The option with the names of the parameters that its model knows: its own, those of the instance that it uses, and
  /// `others_keep`, which every model knows.
  func knowingParameters(on instance: Instance) -> Study.Option {
    var option = self
    let document = YAMLReader.read(modelBytes, file: modelFile, log: ProblemLog())
    let owned = document?["parameters"]?.mapping?.map(\.key) ?? []
    let taken = model(on: instance)?.parametersTaken ?? []
    option.parameters = (owned + [Model.othersKeepName] + taken).uniqued().sorted()
    return option
  }

  /// A warning for each parameter that the option sets and that its model does not use.
  func unusedSettings(on instance: Instance, file: String) -> [Problem] {
    let untaken = model(on: instance)?.untaken(settings.keys) ?? []
    return untaken.map {
      Problem(
        "the option `\(name)` sets `\($0)`, which its model does not use", file: file, line: line,
        column: "set", severity: .warning)
    }
  }
}

extension Study.Variation {
  /// A warning for each parameter that the variation sets and that no option's model uses. What a model that cannot be
  /// read would use is not known.
  func unusedSettings(in options: [Study.Option], file: String) -> [Problem] {
    guard let line, !settings.isEmpty else { return [] }
    let models = options.map { $0.model(on: instance, under: self) }
    guard !models.contains(where: { $0 == nil }) else { return [] }
    let used = Set(models.flatMap { $0?.parametersTaken ?? [] })
    return settings.keys.filter { !used.contains($0) }.sorted().map { parameter in
      let known = options.flatMap(\.parameters).uniqued().sorted()
      let hint = known.contains(parameter) ? "" : nearestHint(to: parameter, among: known)
      return Problem(
        "the variation `\(name)` sets `\(parameter)`, which no option's model uses\(hint)",
        file: file, line: line, column: "set", severity: .warning)
    }
  }
}
