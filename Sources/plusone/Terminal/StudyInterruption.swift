import Synchronization
import Tables

/// What is said if a signal ends a study: what is stored, and the command that goes on.
enum StudyInterruption {
  /// The end of the sentence.
  ///
  /// - Parameters:
  ///   - count: how many runs are stored.
  ///   - all: how many runs the study has.
  ///   - folder: where they are stored.
  ///   - arguments: the command line, with the name of the program.
  static func advice(stored count: Int, of all: Int, in folder: String, arguments: [String])
    -> String
  {
    var command = arguments.filter { $0 != "--replace" }
    if !command.contains("--resume") { command.append("--resume") }
    return "\(count) of \(all) runs are stored in \(folder). To go on: "
      + command.map(shellWord).joined(separator: " ")
  }
}

/// A count that several threads increase.
final class SharedCount: Sendable {
  private let count: Atomic<Int>

  init(_ count: Int) { self.count = Atomic(count) }

  /// The count now.
  var value: Int { count.load(ordering: .relaxed) }

  /// Adds one.
  func increase() { count.add(1, ordering: .relaxed) }
}
