import Foundation
import Outputs
import Rainbow
import Reporting

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

  /// Sees to it that files which are opened never get the number of a stream that is closed, and that a
  /// write that cannot be done fails instead of ending the process.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
      // The lowest free number is the stream's. For reading only: writing to it goes on failing.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes a result to standard output. A reader that has gone is not an error.
  static func write(_ text: String) throws(OutputFailure) { try write(Data(text.utf8)) }

  static func write(_ data: Data) throws(OutputFailure) {
    let code = data.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
    if code != 0, code != EPIPE { throw OutputFailure(path: standardOutput, code: code) }
  }

  static func write(_ table: ReportTable) throws(OutputFailure) {
    do { try table.write(descriptor: STDOUT_FILENO, name: standardOutput) } catch {
      if error.code != EPIPE { throw error }
    }
  }

  private static let standardOutput = "standard output"

  /// Tells something on standard error. What cannot be told is not told: the exit status is what the work
  /// has earned.
  static func tell(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
  }

  /// Shows a line of progress in the place of the last one; without a text the line goes.
  static func showProgress(_ text: String = "") {
    if showsProgress { tell("\r\u{1B}[K\(text)") }
  }

  static func write(_ report: TerminalReport) throws(OutputFailure) { try write(report.lines) }

  static func write(_ lines: [TerminalReport.Line]) throws(OutputFailure) {
    try write(lines.map { coloured($0) + "\n" }.joined())
  }

  private static func coloured(_ line: TerminalReport.Line) -> String {
    guard isColoured, !line.text.isEmpty else { return line.text }
    return switch line.emphasis {
    case .plain: line.text
    case .heading: line.text.bold
    case .good: line.text.green
    case .bad: line.text.red
    }
  }
}
