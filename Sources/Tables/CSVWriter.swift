public import Outputs

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a table to a file as CSV (RFC 4180, UTF-8, lines end in LF).
///
/// Cells are quoted where CSV needs it. Numbers have the shortest text that reads back as the same number. A text that
/// a spreadsheet would read as a formula (it starts with `=`, `+`, `-`, `@`, tab or CR and is no number) gets an
/// apostrophe at its start.
///
/// A failure to write is thrown by ``finish()``, which must be called last.
public struct CSVWriter: ~Copyable {
  /// -1 once it is closed.
  private var descriptor: Int32
  private let path: String
  private var buffer: [UInt8] = []
  private var isRowStart = true
  private var failure: Int32 = 0
  private static let bufferSize = 1 << 18

  /// Creates the file, or removes all that it contains.
  ///
  /// - Throws: why it cannot be opened.
  public init(path: String) throws(OutputFailure) {
    self.path = path
    descriptor = try openForWriting(path)
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  /// Writes to an open file, such as standard output (1). The file stays open.
  ///
  /// - Parameters:
  ///   - descriptor: the descriptor of the file.
  ///   - name: the name of the file in failures.
  public init(descriptor: Int32, name: String) {
    path = name
    self.descriptor = dup(descriptor)
    if self.descriptor < 0 { failure = errno }
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds the header. Call it first.
  public mutating func header(_ columns: [String]) {
    for column in columns { write(column) }
    endRow()
  }

  /// Adds a cell with a text; an empty text is a blank cell.
  public mutating func write(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { bytes in append(bytes) }
  }

  /// Adds a cell with a number; nil and NaN are blank.
  public mutating func write(_ number: Double?) {
    separate()
    guard let number, !number.isNaN else { return }
    if number == 0 { return buffer.append(UInt8(ascii: "0")) }
    var text = DecimalNumber.text(number)
    text.withUTF8 { buffer.append(contentsOf: $0) }
  }

  /// Adds a cell with a whole number.
  public mutating func write(_ number: Int) {
    separate()
    var text = String(number)
    text.withUTF8 { buffer.append(contentsOf: $0) }
  }

  /// Ends the row.
  public mutating func endRow() {
    buffer.append(.lineFeed)
    isRowStart = true
    if buffer.count >= Self.bufferSize { flush() }
  }

  /// Writes the rest and closes the file.
  ///
  /// - Throws: why a part of the table could not be written.
  public consuming func finish() throws(OutputFailure) {
    flush()
    if descriptor >= 0, close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    descriptor = -1
    if failure != 0 { throw OutputFailure(path: path, code: failure) }
  }

  private mutating func separate() {
    if !isRowStart { buffer.append(.comma) }
    isRowStart = false
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let isFormula = CSVWriter.looksLikeFormula(bytes)
    let isQuoted =
      bytes.contains {
        $0 == .comma || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn
      } || bytes.first?.isBlank == true || bytes.last?.isBlank == true
    guard isQuoted || isFormula else { return buffer.append(contentsOf: bytes) }
    if isQuoted { buffer.append(.quote) }
    if isFormula { buffer.append(UInt8(ascii: "'")) }
    for byte in bytes {
      if byte == .quote { buffer.append(.quote) }
      buffer.append(byte)
    }
    if isQuoted { buffer.append(.quote) }
  }

  private static func looksLikeFormula(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, "=+-@\t\r".utf8.contains(first) else { return false }
    return (try? DecimalNumber.parse(bytes)) == nil
  }

  private mutating func flush() {
    if failure == 0 { failure = buffer.withUnsafeBytes { writeAll($0, to: descriptor) } }
    buffer.removeAll(keepingCapacity: true)
  }
}
