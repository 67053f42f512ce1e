import CYaml
import Tables

/// A look at a YAML document event by event, before any of it is held: whether it has more values than may be
/// meant, aliases (`*name`) written out, whether it is deeper than what recurs on it can follow, and whether a
/// key is a list or mapping. To build such a document first would take minutes or all memory.
struct YAMLInspection {
  /// Most values of a document with its aliases written out, and of the lists and mappings inside each other.
  static let valueLimit = 200_000
  static let depthLimit = 64

  let file: String
  let log: ProblemLog

  /// What a node comes to with its aliases written out.
  private struct Extent {
    var values = 1
    /// Lists and mappings inside each other; 0 of a scalar.
    var depth = 0
  }

  /// A list or mapping that has begun.
  private struct Collection {
    var isMapping: Bool
    var awaitsKey: Bool
    var anchor: String?
    var extent = Extent(values: 1, depth: 1)
  }

  private var open: [Collection] = []
  private var anchored: [String: Extent] = [:]
  private var isSound = true

  init(file: String, log: ProblemLog) {
    self.file = file
    self.log = log
  }

  /// False where something is wrong, which is noted. A text that is no YAML passes: who reads it will say.
  mutating func passes(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { passes($0) }
  }

  private mutating func passes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return true }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return isSound }
      defer { yaml_event_delete(&event) }
      guard event.type != YAML_STREAM_END_EVENT else { return isSound }
      take(event)
      if let excess {
        log.add(excess, file: file, line: 1)
        return false
      }
    }
  }

  private mutating func take(_ event: yaml_event_t) {
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      add(Extent(), line, anchor: Self.name(event.data.scalar.anchor))
    case YAML_ALIAS_EVENT:
      // An alias of nothing is told by who reads the text.
      add(Self.name(event.data.alias.anchor).flatMap { anchored[$0] } ?? Extent(), line)
    case YAML_SEQUENCE_START_EVENT:
      checkKey(isCollection: true, line)
      open.append(
        Collection(
          isMapping: false, awaitsKey: false, anchor: Self.name(event.data.sequence_start.anchor)))
    case YAML_MAPPING_START_EVENT:
      checkKey(isCollection: true, line)
      open.append(
        Collection(
          isMapping: true, awaitsKey: true, anchor: Self.name(event.data.mapping_start.anchor)))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let done = open.popLast() else { return }
      // Whether it is a key was looked at when it began.
      add(done.extent, nil, anchor: done.anchor)
    default: break
    }
  }

  /// Adds a whole node to what it is in.
  private mutating func add(_ extent: Extent, _ line: Int?, anchor: String? = nil) {
    if let line { checkKey(isCollection: extent.depth > 0, line) }
    if let anchor { anchored[anchor] = extent }
    guard var parent = open.popLast() else { return }
    if !parent.awaitsKey { parent.extent.values += extent.values }
    parent.extent.depth = max(parent.extent.depth, 1 + extent.depth)
    if parent.isMapping { parent.awaitsKey.toggle() }
    open.append(parent)
  }

  private mutating func checkKey(isCollection: Bool, _ line: Int) {
    guard isCollection, open.last?.awaitsKey == true else { return }
    log.add("a key must be a name, not a list or mapping", file: file, line: line)
    isSound = false
  }

  /// What there is too much of; nil where all is within its limit.
  private var excess: String? {
    if open.count > Self.depthLimit
      || open.last.map({ open.count - 1 + $0.extent.depth }) ?? 0 > Self.depthLimit
    {
      return
        "lists and mappings stand more than \(Self.depthLimit) deep inside each other, aliases written out"
    }
    if let values = open.last?.extent.values, values > Self.valueLimit {
      return "more than \(Self.valueLimit) values, with aliases (`*name`) written out"
    }
    return nil
  }

  private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }
}
