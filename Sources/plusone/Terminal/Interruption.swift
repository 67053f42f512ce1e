import Foundation
import Storage

/// What happens on SIGHUP, SIGINT and SIGTERM: outputs that are being written disappear, the old ones stay,
/// and the process ends by the signal.
enum Interruption {
  static func watch() {
    // Swift's runtime takes SIGQUIT for a crash to be reported and goes on; here it ends the process at once.
    signal(SIGQUIT, SIG_DFL)
    _ = sources
  }

  /// A thread of its own, so that a solve does not delay it: the global queues' may all be solving.
  private static let queue = DispatchQueue(label: "interruption")

  private nonisolated(unsafe) static let sources = [SIGHUP, SIGINT, SIGTERM].compactMap { number in
    let previous = signal(number, SIG_IGN)
    // `nohup` asks for its signal to be ignored, a script for Ctrl-C by what it has put in the background.
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
    // Threads of queues do not let signals through; one must.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, number)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    signal(number, SIG_DFL)
    kill(getpid(), number)
    _exit(128 + number)
  }
}
