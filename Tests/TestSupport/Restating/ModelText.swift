import Sourcing
import Yams

/// The keys of models that the conversion to other units covers.
public enum ModelKeys {
  /// Only `goals` have numbers with a unit.
  public static let all: Set<String> = [
    "name", "title", "description", "parameters", "history", "max_decline",
    "others_keep", "projects", "programmes", "stockpiles", "goals", "objective", "risk", "stress",
    "assumptions",
  ]
  /// Keys of a goal's target, in the unit of its kind.
  static let targets: Set<String> = [
    "at_most", "at_least", "each_at_least", "each_month_at_least",
  ]
  public static let ofGoals: Set<String> = targets.union([
    "penalty",
    // Without a unit.
    "kind", "name", "of", "commodity", "each", "by", "in", "from", "until", "upon", "basis",
    "trace", "measure", "beyond", "sources", "projects", "programme", "against",
  ])
}

/// A model's YAML with the values of its `$name` parameters.
struct ModelText {
  var root: Node
  private var parameters: [String: Node] = [:]

  init(_ name: String, _ files: InstanceFiles) throws {
    root = try files.yaml(name) ?? Node("")
    let manifest = try files.yaml("instance.yaml")
    for source in [root, manifest].compactMap({ $0 }) {
      for (key, value) in source["parameters"]?.mapping ?? [:] {
        parameters[key.scalar?.string ?? ""] = value
      }
    }
    parameters["home"] = manifest?["home"]
  }

  var goals: [Node] { root["goals"].map { Array($0.sequence ?? []) } ?? [] }

  /// A value after parameters are filled in.
  func resolved(_ node: Node?) -> Node? {
    var node = node
    for _ in 0..<10 {
      guard let text = node?.scalar?.string, text.hasPrefix("$") else { break }
      node = parameters[String(text.dropFirst())]
    }
    guard let text = node?.scalar?.string, text.hasPrefix("[") || text.hasPrefix("{") else {
      return node
    }
    return (try? Yams.compose(yaml: text)) ?? node
  }

  /// The commodities and groups that a goal names.
  func commodities(of goal: Node) -> [String] {
    guard let node = resolved(goal["commodity"]) else { return [] }
    let items = node.sequence.map { Array($0) } ?? [node]
    return items.compactMap { resolved($0)?.scalar?.string }
  }

  func kind(of goal: Node) -> Goal.KindName? {
    resolved(goal["kind"])?.scalar.flatMap { Goal.KindName(rawValue: $0.string) }
  }

  func measure(of goal: Node) -> Measure {
    resolved(goal["measure"])?.scalar.flatMap { Measure(rawValue: $0.string) } ?? .quantity
  }
}
