import Crypto
import Foundation

/// SHA-256 of texts and files. Stored results keep such hashes of their inputs, to find out whether these changed.
public struct ContentHash: Sendable {
  private var hash = SHA256()

  init() {}

  /// Adds bytes to those before.
  mutating func add(_ bytes: some Sequence<UInt8>) { hash.update(data: Data(bytes)) }

  /// Adds a file. Its length is a part of the hash, so that two files have another hash than their join.
  mutating func add(file name: String, _ bytes: [UInt8]) {
    add("\(name)\n\(bytes.count)\n".utf8)
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }

  /// The hash of everything added, in hexadecimal digits.
  var digits: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  /// The hash of several texts, in hexadecimal digits. Their lengths are a part of it.
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

  /// The number of bytes of a file and their hash in hexadecimal digits. The file is read in pieces of 1 MB.
  ///
  /// - Throws: an error of Foundation where the file cannot be read.
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
