import Sourcing
public import Tables

/// Finds instances and models by their names.
///
/// The instance `NAME` is the folder `instances/NAME` and the model `NAME` is the file `models/NAME.yaml`, in the
/// first of some folders that has it. So instances and models that come with the program need no path.
public struct NamedInputs: Sendable {
  /// An instance or a model that has a name.
  public struct Entry: Sendable, Hashable {
    /// Its name: that of the folder, or that of the file without `.yaml`.
    public var name: String
    /// Path of the folder or the file.
    public var path: String
  }

  /// The folders that may have `instances` and `models`, in the order in which they are searched. An empty path is the
  /// folder in which the program runs.
  public let folders: [String]

  /// The inputs in some folders.
  ///
  /// - Parameter folders: in the order in which they are searched.
  public init(folders: [String]) { self.folders = folders }

  /// No inputs: every instance and model needs its path.
  public static let none = NamedInputs(folders: [])

  /// All instances with a name, in alphabetical order. Of several with one name it is the first.
  public var instances: [Entry] { entries(of: .instance) }

  /// All models with a name, in alphabetical order. Of several with one name it is the first.
  public var models: [Entry] { entries(of: .model) }

  /// The folder of the instance that a user means: the folder itself if something has this path, the folder of the file
  /// if it is the path of an `instance.yaml`, else the instance with this name.
  ///
  /// - Throws: that there is neither, with the most similar name.
  public func instance(_ text: String) throws(InputProblems) -> String {
    if InputKind.isManifest(text) { return InputKind.folder(of: text) }
    if folderFailure(text) != .missing { return text }
    return try named(text, .instance)
  }

  /// The file of the model that a user means: the file itself if one has this path, else the model with this name. A
  /// folder is no model, so that a folder of results may have the name of one.
  ///
  /// - Throws: that there is neither, with the most similar name.
  public func model(_ text: String) throws(InputProblems) -> String {
    switch folderFailure(text) {
    case .missing?: return try named(text, .model)
    case nil: return path(of: text, .model) ?? text
    case .some: return text
    }
  }

  /// The model that a user means, with the name of its file.
  ///
  /// - Throws: as ``model(_:)``.
  public func modelEntry(_ text: String) throws(InputProblems) -> Entry {
    let path = try model(text)
    return Entry(name: Kind.model.name(path.lastPathPart), path: path)
  }

  /// The path of the instance with a name; nil if there is none.
  public func instancePath(named name: String) -> String? { path(of: name, .instance) }

  /// The path of the model with a name, with or without `.yaml`; nil if there is none.
  public func modelPath(named name: String) -> String? { path(of: name, .model) }
}

extension NamedInputs {
  /// What has a name.
  enum Kind {
    case instance, model

    /// The file by which an entry is recognised, from one of the folders on.
    func file(_ name: String) -> String {
      switch self {
      case .instance: "instances/\(name)/\(Manifest.fileName)"
      case .model: "models/\(name).yaml"
      }
    }

    /// Path of an entry, from one of the folders on.
    func place(_ name: String) -> String {
      switch self {
      case .instance: "instances/\(name)"
      case .model: file(name)
      }
    }

    /// The name that a user means; the extension of a model may be given.
    func name(_ text: String) -> String {
      self == .model && text.hasSuffix(".yaml") ? String(text.dropLast(".yaml".count)) : text
    }
  }

  /// The path of an entry; nil if no folder has it.
  func path(of text: String, _ kind: Kind) -> String? {
    let name = kind.name(text)
    guard isIdentifier(name) else { return nil }
    let folder = folders.first { folderFailure(Self.join($0, kind.file(name))) == .notRegular }
    return folder.map { Self.join($0, kind.place(name)) }
  }

  private func named(_ text: String, _ kind: Kind) throws(InputProblems) -> String {
    if let found = path(of: text, kind) { return found }
    throw InputProblems([missing(text, kind)], reason: .unreadable)
  }

  /// A folder's path and what follows.
  static func join(_ folder: String, _ rest: String) -> String {
    folder.isEmpty ? rest : folder == "/" ? "/\(rest)" : "\(folder)/\(rest)"
  }
}
