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
  }

  private struct State {
    var work = WorkState()
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
  private let state = Mutex(State())

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
      state.withLock { $0.work.apply(event, at: now) }
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
    state.withLock { state in
      guard !state.isOver else { return }
      guard let text = state.work.text(at: now).map(Self.onOneLine) else { return clear(&state) }
      switch style {
      case .replacedLine(let columns):
        guard now >= .seconds(1) else { return }
        write("\r\u{1B}[K" + text.prefix(columns() - 1))
        state.isShown = true
      case .log:
        guard now >= state.nextLine else { return }
        write("plusone: \(text)\n")
        let minutes = Int(now / Self.minute)
        state.nextLine = Self.minute * (minutes + 1)
      }
    }
  }

  private static func onOneLine(_ text: String) -> String {
    escaped(String(text.map { $0.isWhitespace ? " " : $0 }))
  }

  /// Clears the line and does `work`, which writes something else, before the line is shown again.
  func withoutLine(_ work: () -> Void) {
    state.withLock { state in
      clear(&state)
      work()
    }
  }

  /// Clears the line for good, for handlers of signals: it does not wait for a thread that cannot write.
  func clearAtEnd() {
    for _ in 0..<100 {
      let isClear: Void? = state.withLockIfAvailable { state in
        clear(&state)
        state.isOver = true
      }
      if isClear != nil { return }
      usleep(1000)
    }
  }

  private func clear(_ state: inout State) {
    guard state.isShown else { return }
    write("\r\u{1B}[K")
    state.isShown = false
  }
}
