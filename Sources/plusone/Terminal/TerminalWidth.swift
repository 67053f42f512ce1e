#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How many columns the lines of reports may take.
enum TerminalWidth {
  /// Without a terminal, so that files and pipes get the same text everywhere.
  static let standard = 100
  /// Narrower than this, tables cannot be read.
  static let range = 40...1000

  /// The width of a terminal if it is known, else `COLUMNS`, else ``standard``; at least and at most ``range``.
  ///
  /// - Parameters:
  ///   - terminal: the width that the terminal states; nil without a terminal, 0 if it does not know.
  ///   - variable: the value of the environment variable `COLUMNS`.
  static func columns(ofTerminal terminal: Int?, environment variable: String?) -> Int {
    let known = [terminal, variable.flatMap { Int($0) }].compactMap(\.self).first { $0 > 0 }
    return min(max(known ?? standard, range.lowerBound), range.upperBound)
  }

  /// The columns of the terminal to which standard output goes; nil if it goes elsewhere.
  static var ofStandardOutput: Int? { ofTerminal(STDOUT_FILENO) }

  /// The columns of the terminal to which standard error goes, 20 at least; nil if they are not known.
  static var ofStandardError: Int? {
    ofTerminal(STDERR_FILENO).flatMap { $0 > 0 ? max($0, 20) : nil }
  }

  private static func ofTerminal(_ stream: Int32) -> Int? {
    var size = winsize()
    guard isatty(stream) == 1, ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return Int(size.ws_col)
  }
}
