import Tables

/// What is said if a signal ends a study: what is stored, and the command that goes on.
enum StudyInterruption {
  /// The end of the sentence.
  ///
  /// - Parameters:
  ///   - count: how many runs are stored, without those in `older`.
  ///   - older: how many runs are stored that should have been computed anew. `--resume` would use them, so the command
  ///     is then the one that computes all runs anew.
  ///   - all: how many runs the study has.
  ///   - folder: where they are stored.
  ///   - arguments: the command line, with the name of the program.
  static func advice(
    stored count: Int, older: Int = 0, of all: Int, in folder: String, arguments: [String]
  ) -> String {
    let stored = "\(count) of \(all) runs are stored in \(folder)"
    guard older == 0 else {
      let old = older == 1 ? "1 old one that is" : "\(older) old ones that are"
      let these = older == 1 ? "it" : "these"
      return "\(stored), beside \(old) not yet computed anew. --resume would use \(these); "
        + "to compute all anew: " + arguments.map(shellWord).joined(separator: " ")
    }
    var command = arguments.filter { $0 != "--replace" }
    if !command.contains("--resume") { command.append("--resume") }
    return "\(stored). To go on: " + command.map(shellWord).joined(separator: " ")
  }
}
