import Tables

extension NamedInputs {
  /// What is wrong with a text that is neither a path nor a name, and what would be right.
  func missing(_ text: String, _ kind: Kind) -> Problem {
    Problem("\(kind.absence)\(hint(text, kind))", file: text)
  }

  private func hint(_ text: String, _ kind: Kind) -> String {
    let last = text.split(separator: "/").last.map { kind.name(String($0)) } ?? ""
    if text.contains("/"), path(of: last, kind) != nil {
      return "; to use the \(kind.word) that comes with the program, give its name alone: \(last)"
    }
    guard !text.contains("/") else { return "; \(kind.form)" }
    let names = entries(of: kind).map(\.name)
    guard !names.isEmpty else { return ", and no \(kind.word) has this name; \(kind.form)" }
    return ", and no \(kind.word) has this name\(nearestHint(to: kind.name(text), among: names)); "
      + "`plusone list` shows all"
  }
}

extension NamedInputs.Kind {
  fileprivate var word: String { self == .instance ? "instance" : "model" }

  fileprivate var absence: String {
    self == .instance ? "the instance folder does not exist" : "the file does not exist"
  }

  fileprivate var form: String {
    switch self {
    case .instance: "an instance is a folder with \(Manifest.fileName), or a name of `plusone list`"
    case .model: "a model is a YAML file, or a name of `plusone list`"
    }
  }
}
