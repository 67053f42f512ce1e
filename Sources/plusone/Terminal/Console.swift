import Foundation
import Rainbow
import Reporting
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output and standard error as people and pipes see them.
enum Console {
  /// Whether results may be coloured: standard output is a terminal that can, and NO_COLOR is not set.
  static let isColoured = isatty(STDOUT_FILENO) == 1 && allowsDecoration

  /// Whether a progress line may be shown on standard error.
  static let showsProgress = isatty(STDERR_FILENO) == 1 && allowsDecoration

  private static let allowsDecoration: Bool = {
    let environment = ProcessInfo.processInfo.environment
    let isDumb = environment["TERM"].map { $0.isEmpty || $0.lowercased() == "dumb" } ?? true
    return !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
  }()

  /// Writes a result to standard output, control signs written out. A reader that has gone is not an error.
  static func write(_ text: String) throws(FileFailure) { try write(Data(escaped(text).utf8)) }

  static func write(_ data: Data) throws(FileFailure) {
    var failure: Int32 = 0
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count, failure == 0 {
        let count = Foundation.write(
          STDOUT_FILENO, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count > 0 { done += count } else if errno != EINTR { failure = errno }
      }
    }
    if failure != 0, failure != EPIPE { throw .other(String(cString: strerror(failure))) }
  }

  static func write(_ table: ReportTable) throws(FileFailure) {
    do { try table.write(descriptor: STDOUT_FILENO) } catch {
      if error != .other(String(cString: strerror(EPIPE))) { throw error }
    }
  }

  static func write(_ report: TerminalReport) throws(FileFailure) { try write(report.lines) }

  static func write(_ lines: [TerminalReport.Line]) throws(FileFailure) {
    // Colours are control signs: what comes from outside is written out before it is coloured.
    try write(Data(lines.map { coloured($0) + "\n" }.joined().utf8))
  }

  private static func coloured(_ line: TerminalReport.Line) -> String {
    let text = escaped(line.text)
    guard isColoured, !text.isEmpty else { return text }
    return switch line.emphasis {
    case .plain: text
    case .heading: text.bold
    case .good: text.green
    case .bad: text.red
    }
  }
}
