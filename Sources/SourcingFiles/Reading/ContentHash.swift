import Crypto
import Foundation

/// SHA-256 of texts and files, by which stored results know whether their inputs are still the same.
public enum ContentHash {
  /// Hash of several texts; lengths keep neighbours apart.
  public static func of(_ parts: [String]) -> String {
    var hash = SHA256()
    for part in parts { hash.update(data: Data("\(part.utf8.count)\n\(part)\n".utf8)) }
    return hash.finalize().hexadecimal
  }

  /// The hash of some bytes, in hexadecimal digits.
  public static func of(_ bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hexadecimal }
}
