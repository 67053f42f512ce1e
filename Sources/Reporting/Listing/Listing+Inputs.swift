import Sourcing
public import SourcingFiles

extension Listing {
  /// The instances and models that commands find by name, with the parameters of the models.
  ///
  /// - Parameter inputs: where they are found. What cannot be read is listed with what is wrong.
  public init(of inputs: NamedInputs) {
    for instance in inputs.instances {
      let header = Result { try InstanceHeader(folder: instance.path) }
      entries.append(
        ListedEntry(
          kind: .instance, name: instance.name, title: (try? header.get())?.title ?? "",
          detail: problem(of: header), path: instance.path))
    }
    for model in inputs.models {
      let header = Result { try ModelHeader(file: model.path) }
      add(model, try? header.get(), problem: problem(of: header))
    }
    guard !entries.isEmpty else {
      heading = ["No instance and no model was found in these folders:"]
      notes = inputs.folders.map { $0.isEmpty ? "the current folder" : $0 }
      return
    }
    notes = [
      "plusone list INSTANCE: its regions, commodities, disruptions and so on, and its models.",
      "plusone list --model MODEL: what the parameters of a model mean. With an INSTANCE too: their values there.",
      "plusone solve INSTANCE --model MODEL --set NAME=VALUE: a plan.",
    ]
  }

  /// The parameters of a model, with their values in its file.
  ///
  /// - Parameters:
  ///   - model: name and path of the model.
  ///   - header: of its file.
  public init(of model: NamedInputs.Entry, _ header: ModelHeader) {
    add(model, header, problem: "")
    explainsParameters = true
  }

  /// Adds a model and its parameters.
  ///
  /// - Parameters:
  ///   - solved: the model for an instance, whose title and values are shown; nil: those of the file.
  ///   - problem: why there is no header, or no model for the instance.
  mutating func add(
    _ model: NamedInputs.Entry, _ header: ModelHeader?, for solved: Model? = nil, problem: String
  ) {
    entries.append(
      ListedEntry(
        kind: .model, name: model.name, title: solved?.title ?? header?.title ?? "",
        detail: problem.isEmpty ? header?.description ?? "" : problem, path: model.path))
    for parameter in header?.parameters ?? [] {
      entries.append(
        ListedEntry(
          kind: .parameter, name: parameter.name, model: model.name,
          value: solved?.parameters[parameter.name] ?? parameter.value, detail: parameter.meaning))
    }
  }
}

/// Why something could not be read, in one line; empty if it could.
private func problem<Value>(of result: Result<Value, any Error>) -> String {
  switch result {
  case .success: ""
  case .failure(let error): "cannot be read: \("\(error)".firstLine)"
  }
}
