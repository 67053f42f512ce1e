import Foundation
import Storage

/// Handles SIGHUP, SIGINT and SIGTERM: it removes outputs that are being written, keeps the old ones, and ends the
/// process by the signal.
enum Interruption {
  static func watch() {
    // Swift's runtime reports SIGQUIT as a crash and continues; here it ends the process at once.
    signal(SIGQUIT, SIG_DFL)
    _ = sources
  }

  /// A queue of its own: all threads of the global queues may be busy with solves.
  private static let queue = DispatchQueue(label: "interruption")

  private nonisolated(unsafe) static let sources = [SIGHUP, SIGINT, SIGTERM].compactMap { number in
    let previous = signal(number, SIG_IGN)
    // `nohup` has its signal ignored, and a script has Ctrl-C ignored by its background processes.
    if isIgnored(previous) { return nil as (any DispatchSourceSignal)? }
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler { Unfinished.abandon { end(by: number) } }
    source.resume()
    return source
  }

  private static func isIgnored<Handler>(_ handler: Handler) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func end(by number: Int32) -> Never {
    // Signals are blocked on threads of queues; this thread must receive it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(number, SIG_DFL)
    kill(getpid(), number)
    _exit(128 + number)
  }
}
