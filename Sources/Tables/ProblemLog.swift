/// Collects problems while inputs are read, so that all of them are reported together.
///
/// At most ``limitPerFile`` problems of a file are kept; further ones are counted. Use a log from one thread only.
public final class ProblemLog {
  /// The most problems of one file that are kept.
  public let limitPerFile = 1000
  private var kept: [Problem] = []
  /// Problems that several rows of a table have.
  private var repeated: [Repeated: Repetition] = [:]
  private var countByFile: [String: Int] = [:]
  /// Comparisons of names that are left for ``nearestHint(to:among:listsKnown:)``.
  private var comparisonsLeft = 300_000
  /// `unreadable` once a file could not be read.
  public private(set) var reason = InputProblems.Reason.badData

  private struct Repeated: Hashable {
    var subject: String
    var file: String
    var column: String?
  }

  private struct Repetition {
    /// Place in ``kept``.
    var place: Int
    /// How many rows have it after the first, and the line of the last of them.
    var count = 0
    var lastLine: Int?
  }

  /// A log without problems.
  public init() {}

  /// Whether no problem was found.
  public var isEmpty: Bool { kept.isEmpty }

  /// Number of problems found, including those that were not kept.
  public var count: Int { countByFile.values.reduce(0, +) }

  /// The problems in the order of files as they were read, then of lines. A file with more than ``limitPerFile``
  /// problems has one more, which says how many there are.
  public var problems: [Problem] {
    var order: [String: Int] = [:]
    for problem in kept where order[problem.file] == nil { order[problem.file] = order.count }
    let further = countByFile.filter { $0.value > limitPerFile }.map { file, count in
      Problem("\(count - limitPerFile) further problems", file: file, line: .max)
    }
    var kept = kept
    for repetition in repeated.values where repetition.count > 0 {
      kept[repetition.place].message +=
        repetition.count == 1
        ? " (also on line \(repetition.lastLine ?? 0))"
        : " (also in \(repetition.count) further rows, the last on line \(repetition.lastLine ?? 0))"
    }
    let all = (kept + further).enumerated().map { (order[$1.file] ?? 0, $1.line ?? 0, $0, $1) }
    return all.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3).map { problem in
      problem.line == .max ? Problem(problem.message, file: problem.file) : problem
    }
  }

  /// Adds a problem.
  public func add(_ problem: Problem) { if makesRoom(for: problem.file) { kept.append(problem) } }

  /// Adds a problem. The message is computed only if the problem is kept.
  public func add(
    _ message: @autoclosure () -> String, file: String, line: Int? = nil, column: String? = nil
  ) {
    guard makesRoom(for: file) else { return }
    kept.append(Problem(message(), file: file, line: line, column: column))
  }

  /// Adds a problem that many rows may have, such as an unknown name. It is kept once, with the first line; its message
  /// then says how many further rows have it. The message is computed only then.
  ///
  /// - Parameters:
  ///   - subject: what the rows have in common. Problems with the same subject, file and column are one.
  ///   - message: what was found, then what would be right.
  ///   - file: path of the file.
  ///   - line: line of the row, from 1.
  ///   - column: name of the column.
  public func add(
    onceFor subject: String, _ message: @autoclosure () -> String, file: String, line: Int,
    column: String? = nil
  ) {
    let key = Repeated(subject: subject, file: file, column: column)
    if repeated[key] != nil {
      repeated[key]?.count += 1
      repeated[key]?.lastLine = line
    } else if makesRoom(for: file) {
      repeated[key] = Repetition(place: kept.count)
      kept.append(Problem(message(), file: file, line: line, column: column))
    }
  }

  /// Counts a problem of a file. True where there is room to keep it.
  private func makesRoom(for file: String) -> Bool {
    let count = countByFile[file, default: 0] + 1
    countByFile[file] = count
    return count <= limitPerFile
  }

  /// The end of a message about an unknown name, as the function of the same name gives it. Many unknown names among
  /// many known ones take long: after 300,000 comparisons of names no further name gets a hint.
  ///
  /// - Parameters:
  ///   - name: the unknown name.
  ///   - names: the known names.
  ///   - listsKnown: whether few known names are all listed.
  public func nearestHint(
    to name: String, among names: some Collection<String>, listsKnown: Bool = true
  ) -> String {
    guard comparisonsLeft > 0 else { return "" }
    comparisonsLeft -= min(names.count, mostCompared)
    return Tables.nearestHint(to: name, among: names, listsKnown: listsKnown)
  }

  /// Adds a problem about a file that does not exist or cannot be read, and sets ``reason``.
  public func addUnreadable(
    _ message: String, file: String, line: Int? = nil, column: String? = nil
  ) {
    reason = .unreadable
    add(message, file: file, line: line, column: column)
  }

  /// Adds a problem about a file that cannot be read or is too large.
  ///
  /// - Parameters:
  ///   - failure: why the file cannot be read.
  ///   - hint: advice that follows the message.
  ///   - file: path of the file.
  public func add(_ failure: FileFailure, hint: String? = nil, file: String) {
    if failure.reason == .unreadable { reason = .unreadable }
    add(failure.description + (hint.map { "; \($0)" } ?? ""), file: file)
  }

  /// Throws all problems; returns where there are none.
  public func throwIfAny() throws(InputProblems) {
    if !isEmpty { throw InputProblems(problems, reason: reason) }
  }
}
