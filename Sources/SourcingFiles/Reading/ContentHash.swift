import Crypto
import Foundation

/// SHA-256 of texts and files, by which stored results know whether their inputs are still the same.
public struct ContentHash: Sendable {
  private var hash = SHA256()

  init() {}

  /// Adds bytes to those before.
  mutating func add(_ bytes: some Sequence<UInt8>) { hash.update(data: Data(bytes)) }

  /// Adds a file; lengths keep neighbours apart.
  mutating func add(file name: String, _ bytes: [UInt8]) {
    add("\(name)\n\(bytes.count)\n".utf8)
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The hash of all that was added, in hexadecimal digits.
  var digits: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  /// Hash of several texts, in hexadecimal digits; lengths keep neighbours apart.
  public static func of(_ parts: [String]) -> String {
    var hash = ContentHash()
    for part in parts { hash.add("\(part.utf8.count)\n\(part)\n".utf8) }
    return hash.digits
  }

  /// The hash of some bytes, in hexadecimal digits.
  public static func of(_ bytes: some Sequence<UInt8>) -> String {
    var hash = ContentHash()
    hash.add(bytes)
    return hash.digits
  }

  /// How many bytes a file has, and their hash. It is read piece by piece.
  public static func of(file path: String) throws -> (bytes: Int, hash: String) {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var (count, hash) = (0, ContentHash())
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.add(piece)
      count += piece.count
    }
    return (count, hash.digits)
  }
}
