import ArgumentParser
import Tables

/// Checks the words of a command line before the parser reads them, and finds what the parser does not find or explains
/// badly: unknown commands and options, options that are given twice, and empty values.
enum CommandLineCheck {
  /// The words for the parser. They are the given ones, but a negative number after an option, and a column with a
  /// minus sign after `--sort`, is joined with it by `=`, because the parser takes it for another option.
  ///
  /// - Parameter words: of the command line, without the name of the program.
  /// - Throws: what is wrong.
  static func checked(_ words: [String]) throws(ArgumentMistake) -> [String] {
    guard let first = words.first, !first.hasPrefix("-") else { return words }
    if let mistake = CommandNames.unknown(in: words) { throw mistake }
    guard first != "help", parserFlags.isDisjoint(with: words) else { return words }
    let called = CommandNames.called(by: words)
    guard called.command.configuration.subcommands.isEmpty,
      let arguments = CommandArguments(of: called.command)
    else { return words }
    var scan = ArgumentScan(arguments: arguments, command: called.path)
    try scan.read(words.dropFirst(called.count))
    return words.prefix(called.count) + scan.words
  }

  /// Flags of the parser itself, which every command has.
  private static let parserFlags: Set<String> = [
    "-h", "--help", "--help-hidden", "--version", "--experimental-dump-help",
  ]
}

/// One pass over the words that follow a command.
private struct ArgumentScan {
  let arguments: CommandArguments
  /// The words of the command.
  let command: [String]
  /// The words for the parser.
  private(set) var words: [String] = []
  private var positionalCount = 0
  /// The values of each argument so far, by its first name.
  private var values: [String: [String]] = [:]

  init(arguments: CommandArguments, command: [String]) {
    self.arguments = arguments
    self.command = command
  }

  mutating func read(_ rest: ArraySlice<String>) throws(ArgumentMistake) {
    var rest = rest
    while let word = rest.popFirst() {
      if word == "--" {
        words.append(word)
        for word in rest { try readPositional(word) }
        return
      }
      if word.hasPrefix("-"), word != "-" {
        try readNamed(word, &rest)
      } else {
        try refuseLongDash(word)
        try readPositional(word)
      }
    }
  }

  private mutating func readPositional(_ word: String) throws(ArgumentMistake) {
    let known = arguments.positional
    words.append(word)
    guard let argument = positionalCount < known.count ? known[positionalCount] : known.last else {
      return
    }
    positionalCount += 1
    let name = "<\(argument.valueName ?? "argument")>"
    if word.isEmpty { throw mistake("\(name) is empty") }
    if argument.isRepeating { try note(word, of: argument, named: name) }
  }

  private mutating func readNamed(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(ArgumentMistake) {
    let name = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : word
    guard let argument = arguments[name] else {
      throw mistake(
        "unknown option `\(shortened(name))`"
          + nearestHint(to: name, among: arguments.names, listsKnown: false))
    }
    var word = word
    if argument.kind == .option, name == word, let next = rest.first,
      isNegative(next) || name == "--sort" && isDescending(next)
    {
      rest.removeFirst()
      word += "=\(next)"
    }
    words.append(word)
    guard argument.kind == .option else { return }
    if name != word {
      return try readValue(String(word.dropFirst(name.count + 1)), of: argument, named: name)
    }
    // Where the value is missing, the parser says it.
    guard let value = rest.first, !value.hasPrefix("-") || value == "-" else { return }
    rest.removeFirst()
    words.append(value)
    try readValue(value, of: argument, named: name)
  }

  private mutating func readValue(
    _ value: String, of argument: CommandArguments.Argument, named name: String
  ) throws(ArgumentMistake) {
    // Outputs have rules of their own, which refuse an empty name with the status of outputs.
    if value.isEmpty, name != "--out" { throw mistake("the value of \(name) is empty") }
    if let known = argument.allValues, !known.isEmpty, !known.contains(value) {
      throw mistake(
        "unknown value `\(shortened(value))` of \(name)\(nearestHint(to: value, among: known))")
    }
    try note(value, of: argument, named: name)
  }

  /// Refuses an option whose dashes a word processor has made one long dash.
  private func refuseLongDash(_ word: String) throws(ArgumentMistake) {
    guard let first = word.first, "‐‑‒–—―−".contains(first) else { return }
    let name = "--" + word.drop { "‐‑‒–—―−-".contains($0) }.prefix { $0 != "=" }
    guard arguments[name] != nil else { return }
    throw mistake("`\(shortened(word))` begins with a long dash, \(first); write \(name)")
  }

  /// Notes a value, and refuses a second one where one is taken, or the same one twice.
  private mutating func note(
    _ value: String, of argument: CommandArguments.Argument, named name: String
  ) throws(ArgumentMistake) {
    let earlier = values[name] ?? []
    values[name] = earlier + [value]
    if argument.isRepeating, earlier.contains(value) {
      throw mistake("\(name) is given twice with the same value, `\(shortened(value))`")
    }
    if !argument.isRepeating, let first = earlier.first {
      throw mistake(
        "\(name) is given twice, with `\(shortened(first))` and `\(shortened(value))`; give it once"
      )
    }
  }

  private func mistake(_ message: String) -> ArgumentMistake {
    ArgumentMistake(message: message, command: command)
  }

  /// Whether a word is the name of a column after a minus sign, by which `--sort` puts the greatest first.
  private func isDescending(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
    return second.isLetter && arguments[word] == nil
  }

  /// Whether a word is a number with a minus sign, such as `-1`, `-0.5` or `-20%`.
  private func isNegative(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
    return second.isNumber || second == "."
  }
}
