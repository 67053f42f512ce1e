import Foundation
import Reporting
import Storage

/// What happens on SIGINT and SIGTERM: an output folder that is being written disappears, the old one
/// stays, and the process ends by the signal.
enum Interruption {
  /// Watches from a queue of its own, so that a running solve does not delay it.
  static func watch() { _ = sources }

  /// A thread of its own: the global queues' may all be solving.
  private static let queue = DispatchQueue(label: "interruption")

  private nonisolated(unsafe) static let sources = [SIGINT, SIGTERM].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
    source.setEventHandler {
      OutputFolder.abandon()
      signal(number, SIG_DFL)
      kill(getpid(), number)
    }
    source.resume()
    return source
  }
}
