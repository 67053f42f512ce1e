import Formulation
public import LinearProgramming
import Scenarios
import Sourcing
public import SourcingFiles
import Tables

/// Reads a study: its file, the instance, every variation of it, and the options' models as text.
public enum StudyReader {
  /// Reads a study. Its instance and models are paths relative to its file, or names.
  ///
  /// - Parameters:
  ///   - file: path of the study's file.
  ///   - solver: checks that no loop of processes makes goods from nothing.
  ///   - inputs: where instances and models are found by their names.
  /// - Throws: all problems of the study's file, of the instance and of its edits. What is wrong inside an
  ///   option's model is no problem of the study: its runs fail alone.
  public static func read(
    file: String, solver: any Solver, inputs: NamedInputs = .none
  ) throws -> Study {
    do {
      return try readStudy(file: file, solver: solver, inputs: inputs)
    } catch let error as InputProblems {
      throw error.explained(by: file, as: .study)
    }
  }

  private static func readStudy(
    file: String, solver: any Solver, inputs: NamedInputs
  ) throws -> Study {
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: file, limit: FileLimit.text) } catch {
      throw InputProblems(error, file: file)
    }
    let log = ProblemLog()
    let fields = YAMLReader.read(bytes, file: file, log: log).flatMap {
      YAMLFields($0, as: .study, file: file, log: log)
    }
    guard let fields else { throw InputProblems(log.problems) }
    let place = fields["instance"] == nil ? "." : fields.text("instance")
    // Only its form matters.
    _ = fields.text("title")
    guard let place else { throw InputProblems(log.problems) }
    let folder = inputs.instance(place, besides: file)
    let (tables, instance) = try InstanceReader.readWithTables(folder: folder)
    try FreeMatter.check(instance, solver: solver)

    let options = OptionListReader(fields: fields, inputs: inputs, log: log).read()
      .map { $0.knowingParameters(on: instance) }
    let warnings = ProblemLog()
    let variations = VariationReader(
      fields: fields, log: log, tables: tables, instance: instance, solver: solver,
      warnings: warnings
    ).read()
    let base = variations[0]
    let sampling = WorldsReader(fields: fields, log: log, tables: tables, base: base)
    let worlds = sampling.worlds(besides: variations.map(\.name))
    if worlds != nil { refusePlaces(options, instance, fields) }
    let claims = sampling.claims()
    let coordinations = coordinations(fields, members: base.members)
    if coordinations.contains(.unilateral) { refuseOthersKeep(options, variations, fields) }
    let name = fields.identifier("name") ?? stem(file)
    try log.throwIfAny()
    return Study(
      name: name, file: file, contentHash: ContentHash.of(bytes), instanceFolder: folder,
      options: options, variations: variations, worlds: worlds, claims: claims,
      coordinations: coordinations,
      warnings: options.flatMap { $0.unusedSettings(on: instance, file: file) }
        + variations.flatMap { $0.unusedSettings(in: options, file: file) } + warnings.problems)
  }

  private static func coordinations(
    _ fields: YAMLFields, members: RegionSet?
  ) -> [Study.Coordination] {
    guard let choice = fields.choice("coordination", of: StudyCoordination.self) else {
      return [.joint]
    }
    if choice != .joint, members == nil {
      fields.report(
        "`\(choice.rawValue)` needs `members`, the bloc whose regions plan alone",
        fields["coordination"]?.line, "coordination")
    }
    return choice.coordinations
  }

  /// Unilateral plans have no plan without goals of the whole world, of which others could keep a share.
  private static func refuseOthersKeep(
    _ options: [Study.Option], _ variations: [Study.Variation], _ fields: YAMLFields
  ) {
    for option in options {
      // What else is wrong with a model is a matter of its runs.
      let differing = variations.prefix(1) + variations.dropFirst().filter { !$0.settings.isEmpty }
      let keeping = differing.first {
        (option.model(on: $0.instance, under: $0)?.othersKeep ?? 0) > 0
      }
      guard let keeping else { continue }
      let under = keeping.settings.isEmpty ? "" : " under the variation `\(keeping.name)`"
      fields.report(
        "the option `\(option.name)` has `others_keep` above 0\(under), which is not possible with "
          + "`coordination: unilateral` or `both`; plan jointly, or set others_keep to 0",
        option.line, "others_keep")
    }
  }

  /// An option that puts assumptions at places is planned for other worlds than the rest, so that a comparison in the same
  /// worlds means nothing.
  private static func refusePlaces(
    _ options: [Study.Option], _ instance: Instance, _ fields: YAMLFields
  ) {
    for option in options {
      let places = option.model(on: instance)?.assumptions.keys.sorted() ?? []
      guard !places.isEmpty else { continue }
      let names = places.map { "`\($0)`" }.joined(separator: ", ")
      fields.report(
        "the model of the option `\(option.name)` gives a place to \(names), so that its worlds would not be those of the "
          + "other options; move assumptions in a variation, or leave out `worlds`",
        option.line, "model")
    }
  }

  static func stem(_ path: String) -> String {
    let last = path.lastPathPart
    return last.firstIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}

/// Reads `options:`.
private struct OptionListReader {
  let fields: YAMLFields
  let inputs: NamedInputs
  let log: ProblemLog

  func read() -> [Study.Option] {
    guard let value = fields.value("options") else { return [] }
    guard let items = value.sequence, !items.isEmpty else {
      fields.report(
        "found \(value.kindName); must be a list of options, each with its `model`", value.line,
        "options")
      return []
    }
    var names: Set<String> = []
    return items.compactMap { item in
      guard let option = option(item) else { return nil }
      guard names.insert(option.name).inserted else {
        fields.report(
          "another option is named `\(option.name)` already; give this one a `name` of its own",
          item.line, "name")
        return nil
      }
      return option
    }
  }

  private func option(_ item: YAMLValue) -> Study.Option? {
    guard
      let option = YAMLFields(item, as: .studyOption, file: fields.file, log: log),
      let modelValue = option.value("model"), let model = option.text(modelValue, "model")
    else { return nil }
    let path = inputs.model(model, besides: fields.file)
    let nameValue = option["name"] ?? .scalar(StudyReader.stem(path), line: option.line)
    guard let name = option.identifier(nameValue, "name") else { return nil }
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: path, limit: FileLimit.text) } catch {
      log.addUnreadable(
        "\(path): \(error)\(inputs.modelHint(model))", file: fields.file, line: modelValue.line,
        column: "model")
      return nil
    }
    return Study.Option(
      name: name, modelFile: path, modelBytes: bytes, settings: option.settings("set"),
      timeLimit: option.number("time_limit"), line: item.line)
  }
}
