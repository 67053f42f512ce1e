import CYaml
import Tables

/// Checks a YAML document by the events of its parser, before a tree is built: the number of values, aliases (`*name`)
/// written out; the depth of lists and mappings inside each other; that no key is a list or mapping. To build the tree
/// of a document that is too large could take minutes or all memory.
struct YAMLInspection {
  /// The most values of a document, aliases written out, and the most lists and mappings inside each other.
  static let valueLimit = 200_000
  static let depthLimit = 64

  let file: String
  let log: ProblemLog

  /// The size of a node, aliases written out.
  private struct Extent {
    var values = 1
    var isMapping = false
    /// Lists and mappings inside each other; 0 of a scalar.
    var depth = 0
  }

  /// A list or mapping that has begun.
  private struct Collection {
    var awaitsKey: Bool
    var anchor: String?
    var extent: Extent

    init(isMapping: Bool, anchor: String?) {
      awaitsKey = isMapping
      self.anchor = anchor
      extent = Extent(isMapping: isMapping, depth: 1)
    }
  }

  private var open: [Collection] = []
  private var anchored: [String: Extent] = [:]
  private var isSound = true
  private var commas = DecimalCommas()
  /// The number with a decimal comma that was found first, and what is wrong with it.
  var decimalComma: DecimalCommas.Finding? { commas.found }

  init(file: String, log: ProblemLog) {
    self.file = file
    self.log = log
  }

  /// Whether the document may be built; false if something is wrong, which is noted. A text that is no YAML passes:
  /// its reader notes that.
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
      guard yaml_parser_parse(&parser, &event) == 1 else {
        // The parser has a limit of its own for brackets and braces, which it passes before they are events.
        guard parser.problem.map({ String(cString: $0) })?.contains("nesting") == true else {
          return isSound
        }
        log.add(Self.tooDeep, file: file, line: Int(parser.problem_mark.line) + 1)
        return false
      }
      defer { yaml_event_delete(&event) }
      guard event.type != YAML_STREAM_END_EVENT else { return isSound }
      take(event)
      commas.take(event)
      if let found = commas.found {
        log.add(found.message, file: file, line: found.line)
        return false
      }
      if let excess {
        log.add(excess, file: file, line: Int(event.start_mark.line) + 1)
        return false
      }
    }
  }

  private mutating func take(_ event: yaml_event_t) {
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      if let tag = Self.name(event.data.scalar.tag), tag.hasPrefix("!=") {
        log.add(
          "found `\(tag)` without quotes, which is a tag of YAML and no value; write \"\(tag)\"",
          file: file, line: line)
        isSound = false
      }
      add(Extent(), line, anchor: Self.name(event.data.scalar.anchor))
    case YAML_ALIAS_EVENT:
      // The reader notes an alias of nothing.
      add(Self.name(event.data.alias.anchor).flatMap { anchored[$0] } ?? Extent(), line)
    case YAML_SEQUENCE_START_EVENT:
      checkKey("a list", line)
      open.append(
        Collection(isMapping: false, anchor: Self.name(event.data.sequence_start.anchor)))
    case YAML_MAPPING_START_EVENT:
      checkKey("a mapping", line)
      open.append(
        Collection(isMapping: true, anchor: Self.name(event.data.mapping_start.anchor)))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let done = open.popLast() else { return }
      // Whether it is a key was checked where it began.
      add(done.extent, nil, anchor: done.anchor)
    default: break
    }
  }

  /// Adds a whole node to what it is in.
  private mutating func add(_ extent: Extent, _ line: Int?, anchor: String? = nil) {
    if let line, extent.depth > 0 { checkKey(extent.isMapping ? "a mapping" : "a list", line) }
    if let anchor { anchored[anchor] = extent }
    guard var parent = open.popLast() else { return }
    if !parent.awaitsKey { parent.extent.values += extent.values }
    parent.extent.depth = max(parent.extent.depth, 1 + extent.depth)
    if parent.extent.isMapping { parent.awaitsKey.toggle() }
    open.append(parent)
  }

  /// Notes a list or mapping that is a key.
  private mutating func checkKey(_ kind: String, _ line: Int) {
    guard open.last?.awaitsKey == true else { return }
    log.add("found \(kind) as a key; a key must be a plain text", file: file, line: line)
    isSound = false
  }

  /// Which limit is passed, as a message; nil if none is.
  private var excess: String? {
    if open.count > Self.depthLimit
      || open.last.map({ open.count - 1 + $0.extent.depth }) ?? 0 > Self.depthLimit
    {
      return Self.tooDeep
    }
    if let values = open.last?.extent.values, values > Self.valueLimit {
      return "more than \(Self.valueLimit) values, with aliases (`*name`) written out"
    }
    return nil
  }

  private static let tooDeep =
    "lists and mappings stand more than \(depthLimit) deep inside each other, aliases written out"

  private static func name(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    text.map { String(cString: $0) }
  }
}
