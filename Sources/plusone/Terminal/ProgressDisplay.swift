import Dispatch
import LinearProgramming
import Synchronization
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Shows the progress of a command: on a terminal as a line that is replaced five times a second, from the first second
/// on; elsewhere, such as in a log file, as a line of its own every minute.
final class ProgressDisplay: Sendable {
  /// Where it is shown.
  enum Style: Sendable {
    /// On a terminal with so many columns.
    case replacedLine(columns: @Sendable () -> Int)
    /// Where nothing can be replaced.
    case log

    /// The style of a stream.
    ///
    /// - Parameters:
    ///   - isTerminal: whether the stream is a terminal.
    ///   - environment: the environment of the process.
    ///   - columns: the width of the terminal.
    static func of(
      isTerminal: Bool, environment: [String: String], columns: @escaping @Sendable () -> Int
    ) -> Style {
      isTerminal && allowsControls(environment) ? .replacedLine(columns: columns) : .log
    }

    /// Whether colours and other control characters may be written to a terminal.
    static func allowsControls(_ environment: [String: String]) -> Bool {
      let isDumb = environment["TERM"].map { $0.isEmpty || $0.lowercased() == "dumb" } ?? true
      return !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
    }
  }

  private struct Screen {
    /// Whether a line is on the terminal.
    var isShown = false
    /// Whether the process ends, so that nothing is shown any more.
    var isOver = false
    /// When the next line of a log is due.
    var nextLine = ProgressDisplay.minute
  }

  static let minute = Duration.seconds(60)
  private let style: Style
  private let now: @Sendable () -> Duration
  private let write: @Sendable (String) -> Void
  private let work = Mutex(WorkState())
  /// Kept while something is written, which may take long: a terminal can be stopped, and a pipe can be full. Reports
  /// of work need `work` only, which is never kept so long.
  private let screen = Mutex(Screen())

  /// A display; nothing is shown without ``update()`` or a running ``timer()``.
  ///
  /// - Parameters:
  ///   - style: where it is shown.
  ///   - now: the time since the command began.
  ///   - write: writes a text there.
  init(
    _ style: Style, now: @escaping @Sendable () -> Duration,
    write: @escaping @Sendable (String) -> Void
  ) {
    (self.style, self.now, self.write) = (style, now, write)
  }

  /// Where work reports to.
  var progress: WorkProgress {
    WorkProgress { [self] event in
      let now = now()
      work.withLock { $0.apply(event, at: now) }
    }
  }

  /// A running timer that updates what is shown.
  func timer() -> any DispatchSourceTimer {
    // A queue of its own: all threads of the global queues may be busy with solves.
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    let interval = if case .log = style { 1000 } else { 200 }
    timer.schedule(
      deadline: .now() + .milliseconds(1000), repeating: .milliseconds(interval),
      leeway: .milliseconds(50))
    timer.setEventHandler { [self] in update() }
    timer.activate()
    return timer
  }

  /// Shows what is being done now, if it is due.
  func update() {
    let now = now()
    screen.withLock { screen in
      guard !screen.isOver else { return }
      var columns = Int.max
      if case .replacedLine(let count) = style { columns = max(0, count() - 1) }
      guard let text = work.withLock({ $0.text(at: now, columns: columns) }).map(Self.onOneLine)
      else { return clear(&screen) }
      switch style {
      case .replacedLine:
        guard now >= .seconds(1) else { return }
        write("\r\u{1B}[K" + text.prefix(columns))
        screen.isShown = true
      case .log:
        guard now >= screen.nextLine else { return }
        write("plusone: \(text)\n")
        let minutes = Int(now / Self.minute)
        screen.nextLine = Self.minute * (minutes + 1)
      }
    }
  }

  private static func onOneLine(_ text: String) -> String {
    escaped(String(text.map { $0.isWhitespace ? " " : $0 }))
  }

  /// Clears the line and does `work`, which writes something else, before the line is shown again.
  func withoutLine(_ work: () -> Void) {
    screen.withLock { screen in
      clear(&screen)
      work()
    }
  }

  /// Clears the line for good, for handlers of signals: it does not wait for a thread that cannot write.
  func clearAtEnd() {
    for _ in 0..<100 {
      let isClear: Void? = screen.withLockIfAvailable { screen in
        clear(&screen)
        screen.isOver = true
      }
      if isClear != nil { return }
      usleep(1000)
    }
  }

  private func clear(_ screen: inout Screen) {
    guard screen.isShown else { return }
    write("\r\u{1B}[K")
    screen.isShown = false
  }
}
