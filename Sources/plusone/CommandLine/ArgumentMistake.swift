/// What is wrong with a command line, found before the parser reads it.
struct ArgumentMistake: Error {
  /// What is wrong, in a sentence.
  var message: String
  /// The words of the command that is called, such as `study run`; empty where none is known.
  var command: [String]
  /// What of this command its help is to be read for.
  var subject = "arguments"

  /// The lines that the program prints.
  var lines: [String] {
    let help =
      command.isEmpty
      ? "Usage: plusone <subcommand>; see `plusone --help`."
      : "See `plusone help \(command.joined(separator: " "))` for the \(subject) of this command."
    return ["Error: \(message)", help]
  }
}
