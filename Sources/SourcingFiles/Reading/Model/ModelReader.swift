public import Sourcing
public import Tables

/// Reads a model and replaces its parameters for an instance.
public enum ModelReader {
  /// The model in a file.
  ///
  /// - Parameters:
  ///   - path: path of the file.
  ///   - instance: the instance for which the model is read.
  ///   - settings: values of parameters, which replace those of the instance and of the model. A value is text as in
  ///     the file; a list or mapping is written as `[a, b]` or `{2025: 50%}`.
  /// - Throws: all problems found, each with its line. Their reason is `unreadable` where the file cannot be read.
  public static func read(
    file path: String, instance: Instance, settings: [String: String] = [:]
  ) throws(InputProblems) -> Model {
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: path, limit: FileLimit.text) } catch {
      let hint =
        path.hasSuffix(".yaml") ? "" : "; a model is a YAML file, such as reliance-cap.yaml"
      throw InputProblems(
        [Problem(error.description + hint, file: path)], reason: error.reason
      ).explained(by: path, as: .model)
    }
    return try read(bytes: bytes, file: path, instance: instance, settings: settings)
  }

  /// The model in the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - file: path of the file, for problems and as the name of a model without `name`.
  ///   - instance: the instance for which the model is read.
  ///   - settings: as for ``read(file:instance:settings:)``.
  /// - Throws: all problems found, each with its line.
  public static func read(
    bytes: [UInt8], file: String, instance: Instance, settings: [String: String] = [:]
  ) throws(InputProblems) -> Model {
    let log = ProblemLog()
    var uses = SettingUses(settings)
    let model = YAMLReader.read(bytes, file: file, log: log).flatMap {
      read($0, file: file, instance: instance, settings: settings, uses: &uses, log: log)
    }
    if !log.isEmpty {
      throw InputProblems(log.problems.map(uses.noted), reason: log.reason)
        .explained(by: file, as: .model)
    }
    guard var model else { throw InputProblems([Problem("no model found", file: file)]) }
    model.contentHash = hash(bytes, model.parameters)
    model.source = ModelSource(bytes: bytes, settings: settings)
    return model
  }

  /// A model that was read before, for another instance, from the same bytes.
  ///
  /// - Parameters:
  ///   - model: the model; one that was made in code stays as it is.
  ///   - file: path of its file, for problems.
  ///   - instance: the instance for which it is read.
  ///   - further: values of parameters, which replace those with which it was read before.
  /// - Throws: all problems found, each with its line.
  public static func read(
    again model: Model, file: String, instance: Instance, with further: [String: String] = [:]
  ) throws(InputProblems) -> Model {
    guard let source = model.source else { return model }
    return try read(
      bytes: source.bytes, file: file, instance: instance,
      settings: source.settings.merging(further) { $1 })
  }

  private static func read(
    _ document: YAMLValue, file: String, instance: Instance, settings: [String: String],
    uses: inout SettingUses, log: ProblemLog
  ) -> Model? {
    let scope = ModelScope(instance: instance, file: file, log: log)
    let document = document.withOthersKeep(instance: instance, settings: settings)
    var parameters = ModelParameters(
      model: document["parameters"], instance: instance, settings: settings, file: file, log: log)
    defer { uses = parameters.settingUses }
    let unresolved = ["parameters", "title", "description"]
    var optionParameters = parameters
    _ = document.replacingValues(except: unresolved + ["goals", Model.othersKeepName]) {
      optionParameters.resolve($0, log: ProblemLog())
    }
    let usedWithoutGoals = optionParameters.used
    let resolved = document.replacingValues(except: unresolved) {
      parameters.resolve($0, log: log)
    }
    guard
      let fields = YAMLFields(resolved, as: .model, file: file, log: log)
    else { return nil }
    var model = Model(name: name(fields, scope) ?? fileStem(file), for: instance)
    for (key, path) in [("title", \Model.title), ("description", \Model.description)] {
      if let value = fields[key], let text = scope.text(value, key: key, expected: "a text") {
        model[keyPath: path] = parameters.fill(text, line: value.line, log: log)
      }
    }
    readOptions(fields, into: &model, scope)
    let goals = GoalReader(scope: scope, history: model.history)
    model.goals = goals.read(fields["goals"]) { text, line in
      parameters.fill(text, line: line, log: log)
    }
    let options = OptionsReader(scope: scope, history: model.history)
    model.risk = fields["risk"].flatMap(options.risk)
    if let stages = options.objective(fields["objective"], hasRisk: model.risk != nil) {
      model.objective = stages
    }
    if let stress = fields["stress"] { model.stress = options.stress(stress) }
    var assumptions = AssumptionsReader(scope: scope)
    if let value = fields["assumptions"] { model.assumptions = assumptions.read(value) }
    options.checkSharing(of: model, fields)
    model.parametersTaken = parameters.used.sorted()
    model.parametersOfGoals = parameters.used.subtracting(usedWithoutGoals).sorted()
    model.parameters = parameters.texts()
    model.parametersWithoutEffect = IdleParameters(in: document, values: model.parameters).names
    return model
  }

  private static func name(_ fields: YAMLFields, _ scope: ModelScope) -> String? {
    guard let value = fields["name"],
      let name = scope.text(value, key: "name", expected: "an identifier")
    else { return nil }
    if isIdentifier(name) { return name }
    scope.report(
      "found `\(name)`; a name starts with a letter or digit and goes on with letters, digits, `_`, `.`, `-`",
      value, key: "name")
    return nil
  }

  private static func readOptions(
    _ fields: YAMLFields, into model: inout Model, _ scope: ModelScope
  ) {
    let instance = scope.instance
    if let value = fields["history"],
      let mode = scope.choice(value, key: "history", of: Model.HistoryMode.self)
    {
      model.history = mode
    }
    if let value = fields["max_decline"] {
      model.maxDecline = scope.share(value, key: "max_decline")
    }
    if let value = fields["others_keep"], let share = scope.share(value, key: "others_keep") {
      model.othersKeep = share
    }
    if let value = fields["stockpiles"],
      let mode = scope.choice(value, key: "stockpiles", of: Model.StockpileMode.self)
    {
      model.stockpiles = mode
    }
    let projects = fields["projects"].map { scope.projects($0, key: "projects") }
    let programmes = fields["programmes"].map {
      scope.selection(
        $0, key: "programmes", of: "programme", among: instance.programmes,
        known: instance.programmes.map(\.id), matches: { $1.id == $0 })
    }
    model.projects = (projects ?? model.projects).filter {
      guard let programme = instance.projects[$0].programme, let programmes else { return true }
      return programmes.contains(programme)
    }
  }

  private static func fileStem(_ file: String) -> String {
    let last = file.split(separator: "/").last ?? "model"
    return String(last.prefix { $0 != "." })
  }

  private static func hash(_ bytes: [UInt8], _ parameters: [String: String]) -> String {
    let values = parameters.sorted { $0.key < $1.key }.map { "\n\($0.key)=\($0.value)" }
    return ContentHash.of(bytes + Array(values.joined().utf8))
  }
}

extension YAMLValue {
  /// The mapping with the values of all but some keys replaced.
  func replacingValues(except keys: [String], _ replace: (YAMLValue) -> YAMLValue) -> YAMLValue {
    guard case .mapping(let entries, let line) = self else { return self }
    return .mapping(
      entries.map { entry in
        guard !keys.contains(entry.key) else { return entry }
        return Entry(key: entry.key, keyLine: entry.keyLine, value: replace(entry.value))
      }, line: line)
  }
}
