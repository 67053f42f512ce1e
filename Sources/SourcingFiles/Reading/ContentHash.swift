import Crypto
import Foundation

/// SHA-256 of texts and files, by which stored results know whether their inputs are still the same.
public enum ContentHash {
  /// Hash of several texts, in hexadecimal digits; lengths keep neighbours apart.
  public static func of(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts { hash.update(data: Data("\(part.utf8.count)\n\(part)\n".utf8)) }
    return hash.finalize().hexadecimal
  }

  /// The hash of some bytes, in hexadecimal digits.
  public static func of(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }

  /// How many bytes a file has, and their hash. It is read piece by piece.
  public static func of(file path: String) throws -> (bytes: Int, hash: String) {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var (count, hash) = (0, SHA256())
    while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
      count += piece.count
    }
    return (count, hash.finalize().hexadecimal)
  }
}
