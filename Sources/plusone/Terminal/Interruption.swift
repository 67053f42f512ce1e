import Foundation
import Storage
import Synchronization
import Tables

/// Handles SIGHUP, SIGINT, SIGQUIT and SIGTERM: it removes outputs that are being written, keeps the old ones, says
/// what is kept, and ends the process by the signal. (Swift's runtime would report SIGQUIT as a crash and continue.)
enum Interruption {
  static func watch() { _ = sources }

  /// What is kept and how to go on, as the end of a sentence; nil: a text that is right for any command.
  static let advice = Mutex<(@Sendable () -> String)?>(nil)

  /// What is said when a signal ends the process.
  ///
  /// - Parameters:
  ///   - name: of the signal.
  ///   - advice: of the command.
  ///   - hasFinished: whether an output is in its place.
  static func text(_ name: String, advice: (@Sendable () -> String)?, hasFinished: Bool)
    -> String
  {
    let kept =
      advice?()
      ?? (hasFinished
        ? "the output is complete"
        : "no file was written, and no earlier result has changed")
    return "plusone: stopped by \(name): \(kept)"
  }

  /// A queue of its own: all threads of the global queues may be busy with solves.
  private static let queue = DispatchQueue(label: "interruption")

  private nonisolated(unsafe) static let sources = [SIGHUP, SIGINT, SIGQUIT, SIGTERM].compactMap {
    number in
    let previous = signal(number, SIG_IGN)
    // `nohup` has its signal ignored, and a script has Ctrl-C ignored by its background processes.
    if isIgnored(previous) { return nil as (any DispatchSourceSignal)? }
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler {
      Unfinished.abandon { hasFinished in
        tell(number, hasFinished)
        end(by: number)
      }
    }
    source.resume()
    return source
  }

  private static func isIgnored<Handler>(_ handler: Handler) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func tell(_ number: Int32, _ hasFinished: Bool) {
    let names = [SIGHUP: "SIGHUP", SIGINT: "SIGINT", SIGQUIT: "SIGQUIT", SIGTERM: "SIGTERM"]
    let advice = advice.withLock(\.self)
    let text = text(names[number] ?? "a signal", advice: advice, hasFinished: hasFinished)
    Console.tellAtEnd(escaped(text) + "\n")
  }

  private static func end(by number: Int32) -> Never {
    // SIGQUIT would write the memory of the process to a file in the user's folder.
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    #if canImport(Darwin)
      setrlimit(RLIMIT_CORE, &limit)
    #else
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    #endif
    // Signals are blocked on threads of queues; this thread must receive it.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(number, SIG_DFL)
    raise(number)
    _exit(128 + number)
  }
}
