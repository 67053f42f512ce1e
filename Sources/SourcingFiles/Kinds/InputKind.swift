package import Tables

/// What a file or a folder is that a user names, as its name and its keys show.
package enum InputKind: CaseIterable, Sendable {
  /// The folder of an instance.
  case instance
  /// The file `instance.yaml` of an instance.
  case instanceFile
  /// A table of an instance.
  case instanceTable
  /// A model.
  case model
  /// A study.
  case study
  /// A map for `plusone import`.
  case importMap
  /// The folder of a stored plan.
  case plan
  /// The folder of a study's results.
  case results
  /// A text in JSON that the program wrote into one of these folders.
  case record
  /// A table of what each coalition saves or pays.
  case game
  /// A table of weights of the members of a coalition.
  case weights
  /// Statistics as they were downloaded, or another table.
  case table

  /// What messages call it.
  package var name: String {
    switch self {
    case .instance: "the folder of an instance"
    case .instanceFile: "the file \(Manifest.fileName) of an instance"
    case .instanceTable: "a table of an instance"
    case .model: "a model"
    case .study: "a study"
    case .importMap: "a map for `plusone import`"
    case .plan: "the folder of a stored plan"
    case .results: "the folder of a study's results"
    case .record: "a file of a stored plan or of a study's results"
    case .game: "a table of coalitions"
    case .weights: "a table of weights"
    case .table: "a CSV table"
    }
  }

  /// What messages call it where it is wanted, with its form where that is short.
  package var wantedName: String {
    switch self {
    case .game: "\(name); such a table reads coalition,value"
    case .weights: "\(name); such a table reads member,weight"
    case .table: "a table of statistics"
    default: name
    }
  }

  /// The folder of a path; `.` for a name alone.
  static func folder(of path: String) -> String {
    path.parentPath.isEmpty ? "." : path.parentPath
  }

  /// How a user uses it; nil where that is not known.
  ///
  /// - Parameter path: its path.
  func use(of path: String) -> String? {
    let folder = Self.folder(of: path)
    let path = shellWord(path)
    return switch self {
    case .instance: "solve it with `plusone solve \(path) --model MODEL`"
    case .instanceFile where !Self.isManifest(path):
      "its name must be \(Manifest.fileName), in a folder with the tables"
    case .instanceFile, .instanceTable, .record: "to use it, name its folder, \(folder)"
    case .model: "use it with `--model \(path)`"
    case .study: "run it with `plusone study \(path)`"
    case .importMap: "use it with `--map \(path)`"
    case .plan: "show it with `plusone report \(path)`"
    case .results: "show them with `plusone study results \(path)`"
    case .game: "divide its values with `plusone split \(path)`"
    case .weights: "divide by them with `plusone split GAME --weights \(path)`"
    case .table: nil
    }
  }
}

extension InputKind {
  /// Whether a path is that of the file `instance.yaml` of an instance.
  static func isManifest(_ path: String) -> Bool {
    path.lastPathPart == Manifest.fileName && of(path) == .instanceFile
  }

  /// What a user should give instead of a path that is of another kind than wanted.
  ///
  /// - Parameters:
  ///   - path: path of a file or folder.
  ///   - wanted: the kind that it should be.
  /// - Returns: the problem; nil if the path is of the wanted kind, or if its kind is not known.
  package static func mistaken(_ path: String, for wanted: InputKind) -> Problem? {
    guard let found = of(path) else {
      return wanted == .instance && isWithoutInstance(path) ? noInstance(in: path) : nil
    }
    guard found != wanted else { return nil }
    let use = found.use(of: path).map { "; \($0)" } ?? ""
    return Problem("this is \(found.name), not \(wanted.wantedName)\(use)", file: path)
  }

  /// The problem of a path without an instance.
  package static func noInstance(in path: String) -> Problem {
    Problem(
      "there is no instance here; an instance is a folder with \(Manifest.fileName)", file: path)
  }
}

extension InputProblems {
  /// The problem that a path is of another kind than wanted, which explains all others; else these problems. An input
  /// of another kind is a wrong one (`badData`), whether it is a file or a folder.
  ///
  /// - Parameters:
  ///   - path: path of the file or folder that was read.
  ///   - wanted: the kind that it should be.
  package func explained(by path: String, as wanted: InputKind) -> InputProblems {
    guard let mistaken = InputKind.mistaken(path, for: wanted) else { return self }
    return InputProblems([mistaken], reason: InputKind.of(path) == nil ? reason : .badData)
  }
}
