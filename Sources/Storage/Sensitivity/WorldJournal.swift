import Foundation
import Outputs
import SourcingFiles
import Studies
import Synchronization
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The values of worlds that were planned, one line for each. A line is added in one call of the system when its plan is
/// finished. Each has a check sum, so that a line that was cut is not used.
///
/// The first line has the key of the inputs. The others are `SUM ENDING Z,Z,… VALUE,VALUE,…`, where `-` is no value.
final class WorldJournal: Sendable {
  private static let title = "plusone worlds 1 "
  private let path: String
  private let descriptor: Int32

  /// Begins a journal with some worlds, in the place of an old one, and keeps it open.
  ///
  /// - Throws: `OutputFailure`.
  init(at path: String, key: String, with known: [[Double]: WorldValues]) throws {
    self.path = path
    try Self.write(known, key: key, to: path)
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
  }

  deinit { close(descriptor) }

  /// Adds a world.
  ///
  /// - Throws: `OutputFailure`.
  func add(_ point: [Double], _ values: WorldValues) throws {
    let code = Array(Self.line(point, values).utf8).withUnsafeBytes { writeAll($0, to: descriptor) }
    guard code == 0 else { throw OutputFailure(path: path, code: code) }
  }

  /// Writes a whole journal, the worlds in the order of their places, so that it does not tell in which order they were
  /// planned.
  static func write(_ known: [[Double]: WorldValues], key: String, to path: String) throws {
    let lines = known.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { line($0, $1) }
    let text = title + key + "\n" + lines.joined()
    try OutputFile.write(Array(text.utf8), to: path)
  }

  /// What a journal has.
  enum Content {
    /// There is none, or it cannot be read.
    case nothing
    /// It is of other inputs.
    case other
    /// The worlds whose lines are whole.
    case worlds([[Double]: WorldValues])
  }

  /// Reads a journal.
  ///
  /// - Parameters:
  ///   - path: its path.
  ///   - key: of the inputs.
  ///   - count: the number of values of a world.
  static func read(_ path: String, key: String, count: Int) -> Content {
    guard FileKind.of(path) == .file, let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      return .nothing
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix(title) else { return .nothing }
    guard first.dropFirst(title.count) == key else { return .other }
    var known: [[Double]: WorldValues] = [:]
    // What is after the last line feed is a line that was cut.
    for line in lines.dropFirst().dropLast() {
      guard let (point, values) = world(in: line), values.values.count == count else { continue }
      known[point] = values
    }
    return .worlds(known)
  }

  // MARK: Lines

  private static let words: [(ending: WorldValues.Ending, word: String)] = [
    (.planned, "planned"), (.noPlan, "no-plan"),
  ]

  private static func line(_ point: [Double], _ values: WorldValues) -> String {
    let word = words.first { $0.ending == values.ending }?.word ?? ""
    let numbers = values.values.map { $0.map(DecimalNumber.text) ?? "-" }
    let text = [
      word, point.map(DecimalNumber.text).joined(separator: ","), numbers.joined(separator: ","),
    ]
    .joined(separator: " ")
    return "\(sum(of: text)) \(text)\n"
  }

  private static func world(in line: Substring) -> (point: [Double], values: WorldValues)? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, let ending = words.first(where: { $0.word == parts[1] })?.ending,
      parts[0] == sum(of: parts.dropFirst().joined(separator: " "))
    else { return nil }
    let point = parts[2].split(separator: ",").compactMap { Double($0) }
    let values = parts[3].split(separator: ",").map { $0 == "-" ? nil : Double($0) }
    return (point, WorldValues(ending, values))
  }

  private static func sum(of text: String) -> String {
    String(ContentHash.of(text.utf8).prefix(16))
  }
}
