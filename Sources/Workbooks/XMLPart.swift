import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What takes the elements of a part.
protocol PartHandler: AnyObject {
  /// Why reading must stop; nil: it goes on.
  var failure: WorkbookFailure? { get }
  func start(_ element: String, _ attributes: [String: String])
  func end(_ element: String)
  func text(_ text: String)
}

/// A part in XML. Names of elements come without prefixes.
enum XMLPart {
  /// Reads a part from start to end.
  ///
  /// - Throws: a damaged part; also one with a document type, since its entities can expand without end, or name other
  ///   files.
  static func read(
    _ bytes: [UInt8], part: String, to handler: some PartHandler
  ) throws(WorkbookFailure) {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw .damaged(part: part, reason: "it is not text in UTF-8")
    }
    guard !bytes.isEmpty else { throw .damaged(part: part, reason: "it is empty") }
    guard Self.longestTag(bytes) <= WorkbookLimits.tagBytes else {
      throw .damaged(
        part: part, reason: "it has an element of more than \(WorkbookLimits.tagBytes) bytes")
    }
    if let found = Self.forbidden(bytes) {
      throw .damaged(part: part, reason: "it has \(found), which workbooks do not have")
    }
    let parser = XMLParser(data: Data(bytes))
    let events = Events(handler)
    parser.delegate = events
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let isWhole = parser.parse()
    if let failure = handler.failure { throw failure }
    // On Linux a part that ends within an element is parsed without an error.
    guard isWhole, events.openCount == 0 else {
      throw .damaged(part: part, reason: "line \(parser.lineNumber) is no well-formed XML")
    }
  }

  /// The bytes of the longest tag. The parser's time grows with the square of the number of attributes.
  private static func longestTag(_ bytes: [UInt8]) -> Int {
    var (longest, start) = (0, 0)
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "<") { start = place }
      if byte == UInt8(ascii: ">") {
        longest = max(longest, place - start)
        start = place
      }
    }
    return max(longest, bytes.count - start)
  }

  /// A declaration that may not be there: of a document type, or of an encoding in which one could be hidden.
  private static func forbidden(_ bytes: [UInt8]) -> String? {
    if bytes.has(Array("<!DOCTYPE".utf8)) { return "a document type (DOCTYPE)" }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard let declaration = head.firstMatch(of: /<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/) else {
      return nil
    }
    let encoding = declaration.output.1
    return ["utf-8", "us-ascii"].contains(encoding.lowercased()) ? nil : "the encoding \(encoding)"
  }
}

/// Passes on what the parser finds.
private final class Events: NSObject, XMLParserDelegate {
  private let handler: any PartHandler

  /// The elements that have begun and not ended.
  private(set) var openCount = 0

  init(_ handler: any PartHandler) { self.handler = handler }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    openCount += 1
    handler.start(element, attributes)
    if handler.failure != nil { parser.abortParsing() }
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    openCount -= 1
    handler.end(element)
    if handler.failure != nil { parser.abortParsing() }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { handler.text(text) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    handler.text(String(decoding: block, as: UTF8.self))
  }
}
