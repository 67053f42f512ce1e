/// Spoils the sample instance at random, in the same way for the same seed.
public struct Corruption {
  private var generator: SeededGenerator

  public init(seed: UInt64) { generator = SeededGenerator(state: seed) }

  /// Texts that often break readers.
  private static let tokens = [
    "", ",", "\"", "\n", "\r", "*", "-1", "nan", "inf", "1e400", "1e308", "0", "world", "$x", "'",
    "&a",
    "*a", "{", "[", ":", "\u{0}", "ÿ", "JPN", "2021", "9999999999999999999", "0.1", "-", "#", "|",
    "%",
  ].map { Array($0.utf8) }

  /// The sample's files with one to four of them changed in one place or removed.
  public mutating func corrupted() -> [String: [UInt8]] {
    var files = SampleInstance.bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let names = files.keys.sorted()
      guard let name = names.randomElement(using: &generator), var bytes = files[name] else {
        continue
      }
      if Int.random(in: 0..<40, using: &generator) == 0 {
        files[name] = nil
      } else {
        spoil(&bytes)
        files[name] = bytes
      }
    }
    return files
  }

  private mutating func spoil(_ bytes: inout [UInt8]) {
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let length = Int.random(in: 0...min(12, bytes.count - start), using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes.removeSubrange(start..<(start + length))
    case 1: bytes.insert(contentsOf: bytes[start..<(start + length)], at: start)
    case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
    case 3: bytes.removeSubrange(start...)
    case 4: replaceCell(&bytes, at: start)
    default:
      let token = Self.tokens.randomElement(using: &generator) ?? []
      bytes.replaceSubrange(start..<(start + length), with: token)
    }
  }

  /// Replaces the cell around a place by a token.
  private mutating func replaceCell(_ bytes: inout [UInt8], at place: Int) {
    let ends = [UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: " ")]
    let start = bytes[..<place].lastIndex(where: ends.contains).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(where: ends.contains) ?? bytes.count
    bytes.replaceSubrange(
      start..<max(start, end), with: Self.tokens.randomElement(using: &generator) ?? [])
  }
}

/// Seeded random numbers (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
