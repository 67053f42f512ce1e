/// A buffer of ASCII text that is written to a sink in large pieces.
struct TextBuffer {
  private static let pieceSize = 1 << 16
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(Self.pieceSize + 4096) }

  var isFull: Bool { bytes.count >= Self.pieceSize }

  /// Writes the buffer to the sink and empties it.
  mutating func flush(to sink: ([UInt8]) throws -> Void) rethrows {
    guard !bytes.isEmpty else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes the buffer to the sink if it is full.
  mutating func flushIfFull(to sink: ([UInt8]) throws -> Void) rethrows {
    if isFull { try flush(to: sink) }
  }

  mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
  mutating func space() { bytes.append(0x20) }
  mutating func newline() { bytes.append(0x0A) }

  mutating func put(_ number: Int) {
    if number < 0 {
      bytes.append(0x2D)
      return put(-number)
    }
    if number >= 10 { put(number / 10) }
    bytes.append(0x30 + UInt8(number % 10))
  }

  /// Adds the shortest decimal that reads back as the same number; infinities are `+inf` and `-inf`.
  mutating func put(_ number: Double) {
    if abs(number) < 1e15, number == number.rounded() {
      put(Int(number))
    } else if number.isInfinite {
      put(number > 0 ? "+inf" : "-inf")
    } else {
      put(number.description)
    }
  }

  /// Adds a term of a sum: sign, coefficient and name.
  mutating func putTerm(_ coefficient: Double, _ name: String) {
    put(coefficient < 0 ? " - " : " + ")
    if abs(coefficient) != 1 {
      put(abs(coefficient))
      space()
    }
    put(name)
  }
}
