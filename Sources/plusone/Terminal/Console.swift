import Dispatch
import Foundation
import Outputs
import Rainbow
import Reporting
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output and standard error.
enum Console {
  /// Whether results may be coloured: standard output is a terminal with colours, and NO_COLOR is not set.
  static let isColoured =
    isatty(STDOUT_FILENO) == 1
    && ProgressDisplay.Style.allowsControls(ProcessInfo.processInfo.environment)

  /// Shows the progress of the command on standard error.
  static let display: ProgressDisplay = {
    let began = ContinuousClock.now
    let style = ProgressDisplay.Style.of(
      isTerminal: isatty(STDERR_FILENO) == 1, environment: ProcessInfo.processInfo.environment
    ) { TerminalWidth.ofStandardError ?? 80 }
    return ProgressDisplay(
      style, now: { ContinuousClock.now - began }, write: writeError)
  }()

  /// Shows progress from now on, until the process ends.
  static func showProgress() { _ = timer }

  private nonisolated(unsafe) static let timer = display.timer()

  /// Where long work reports what it does.
  static let progress = display.progress

  /// The most columns that a line of a report may take.
  static let width = TerminalWidth.columns(
    ofTerminal: TerminalWidth.ofStandardOutput,
    environment: ProcessInfo.processInfo.environment["COLUMNS"])

  /// Makes a write that cannot be done fail instead of ending the process, and opens closed standard streams, so that
  /// no file gets the number of a stream.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
      // The lowest free number is the stream's. It is opened for reading, so writing to it still fails.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Writes a result to standard output, control characters written out. It is no error if the reader of a pipe has
  /// closed it.
  static func write(_ text: String) throws(OutputFailure) { try write(Data(escaped(text).utf8)) }

  static func write(_ data: Data) throws(OutputFailure) {
    display.withoutLine {}
    let code = data.withUnsafeBytes { writeAll($0, to: STDOUT_FILENO) }
    if code != 0, code != EPIPE { throw OutputFailure(path: standardOutput, code: code) }
  }

  static func write(_ table: ReportTable) throws(OutputFailure) {
    display.withoutLine {}
    do { try table.write(descriptor: STDOUT_FILENO, name: standardOutput) } catch {
      if error.code != EPIPE { throw error }
    }
  }

  private static let standardOutput = "standard output"

  /// Writes a text to standard error. A failure is ignored: the exit status is that of the command's work.
  static func tell(_ text: String) { display.withoutLine { writeError(text) } }

  private static func writeError(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { writeAll($0, to: STDERR_FILENO) }
  }

  /// Writes a last text to standard error before a signal ends the process, if that is possible without waiting.
  static func tellAtEnd(_ text: String) {
    display.clearAtEnd()
    var stream = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&stream, 1, 0) == 1, Int32(stream.revents) & POLLOUT != 0 else { return }
    writeError(text)
  }

  /// Writes a report as lines, or as Markdown.
  static func write(
    _ report: some BlockReport, asMarkdown: Bool = false
  ) throws(OutputFailure) {
    if asMarkdown { return try write(report.markdown) }
    // Colours are control characters, so texts from outside are escaped before they are coloured.
    try write(Data(report.lines(width: width).map { coloured($0) + "\n" }.joined().utf8))
  }

  private static func coloured(_ line: ReportLine) -> String {
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
