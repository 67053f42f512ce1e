import Sourcing
public import Tables

/// What a model's file says about the model, without an instance: its title, the comment at its top, and its
/// parameters.
///
/// The first paragraph of the comment describes the model. Each further line that begins with names of parameters,
/// separated by commas, and two blanks says what they mean; lines with a deeper indent continue it:
///
///     # A cap on the share of one supplier.
///     #
///     # of, upon  the region or bloc that is supplied, and the one
///     #           that it relies upon
///     # cap       the largest share
public struct ModelHeader: Sendable {
  /// A parameter of the model.
  public struct Parameter: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value in the file, on one line; `$name` stands for another parameter or one of the instance.
    public var value: String
    /// What it means, as the comment has it; empty if the comment does not explain it. Parameters that are explained
    /// together have the same text.
    public var meaning: String

    /// A parameter.
    public init(name: String, value: String, meaning: String) {
      (self.name, self.value, self.meaning) = (name, value, meaning)
    }
  }

  /// The title as it is written, with parameters in it; empty if there is none.
  public var title: String
  /// The first paragraph of the comment; empty without a comment.
  public var description: String
  /// The model's parameters, in the order of the file. `others_keep`, which every model takes, is the last one if the
  /// file does not declare it.
  public var parameters: [Parameter]

  /// What `others_keep` means where a model's comment does not say it.
  private static let meaningOfOthersKeep =
    "the share of their trade in the plan without goals that others keep (default 0; every model takes it)"

  /// Reads the header of a model's file.
  ///
  /// - Parameter file: path of the file.
  /// - Throws: why the file cannot be read, or is no YAML mapping. What is wrong in other keys is no problem here.
  public init(file: String) throws(InputProblems) {
    if let mistaken = InputKind.mistaken(file, for: .model) { throw InputProblems([mistaken]) }
    let (document, bytes) = try YAMLReader.read(file: file)
    let entries = document?["parameters"]?.mapping ?? []
    let common = Model.othersKeepName
    let comment = HeaderComment(bytes, names: Set(entries.map(\.key) + [common]))
    title = document?["title"]?.scalar ?? ""
    description = comment.description
    parameters = entries.map {
      Parameter(name: $0.key, value: $0.value.flowText, meaning: comment.meanings[$0.key] ?? "")
    }
    guard !entries.contains(where: { $0.key == common }) else { return }
    parameters.append(
      Parameter(
        name: common, value: document?[common]?.flowText ?? "0",
        meaning: comment.meanings[common] ?? Self.meaningOfOthersKeep))
  }
}

/// The comment at the top of a model's file.
private struct HeaderComment {
  var description = ""
  var meanings: [String: String] = [:]

  /// - Parameter names: of the model's parameters.
  init(_ bytes: [UInt8], names: Set<String>) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
      .prefix { $0.hasPrefix("#") }.map { $0.dropFirst() }
    let first = lines.prefix { $0.contains { $0 != " " } }
    description = first.map(Self.trimmed).joined(separator: " ")
    var open: [String] = []
    for line in lines.dropFirst(first.count) {
      if let (found, meaning) = Self.entry(line, names) {
        open = found
        for name in open { meanings[name] = meaning }
      } else if line.hasPrefix("   ") {
        for name in open { meanings[name, default: ""] += " \(Self.trimmed(line))" }
      } else {
        open = []
      }
    }
  }

  /// The names and the meaning in a line such as ` of, upon  the regions`; nil if it is none.
  private static func entry(
    _ line: Substring, _ names: Set<String>
  ) -> (names: [String], meaning: String)? {
    guard let match = line.wholeMatch(of: /\ (\S+(?:,\ ?\S+)*)\ \ +(\S.*)/) else { return nil }
    let found = match.1.split(separator: ",").map(trimmed)
    return found.allSatisfy(names.contains) ? (found, trimmed(match.2)) : nil
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
  }
}
