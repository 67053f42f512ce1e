/// Collects the problems found while inputs are read, so that all are told at once.
///
/// Of one file at most ``limitPerFile`` are kept; the others are counted. Belongs to one thread.
public final class ProblemLog {
  public let limitPerFile = 1000
  private var kept: [Problem] = []
  private var countByFile: [String: Int] = [:]
  public private(set) var reason = InputProblems.Reason.badData

  public init() {}

  public var isEmpty: Bool { kept.isEmpty }

  /// How many problems were found, those included that were not kept.
  public var count: Int { countByFile.values.reduce(0, +) }

  /// The problems by file, as files were met, and by line; one more for a file that has further ones.
  public var problems: [Problem] {
    var order: [String: Int] = [:]
    for problem in kept where order[problem.file] == nil { order[problem.file] = order.count }
    let further = countByFile.filter { $0.value > limitPerFile }.map { file, count in
      Problem("\(count - limitPerFile) further problems", file: file, line: .max)
    }
    let all = (kept + further).enumerated().map { (order[$1.file] ?? 0, $1.line ?? 0, $0, $1) }
    return all.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3).map { problem in
      problem.line == .max ? Problem(problem.message, file: problem.file) : problem
    }
  }

  public func add(_ problem: Problem) { if makesRoom(for: problem.file) { kept.append(problem) } }

  /// Adds a problem; its message is made only if it is kept.
  public func add(
    _ message: @autoclosure () -> String, file: String, line: Int? = nil, column: String? = nil
  ) {
    guard makesRoom(for: file) else { return }
    kept.append(Problem(message(), file: file, line: line, column: column))
  }

  /// Counts a problem of a file; true where it is to be kept.
  private func makesRoom(for file: String) -> Bool {
    let count = countByFile[file, default: 0] + 1
    countByFile[file] = count
    return count <= limitPerFile
  }

  /// A file that does not exist or cannot be read.
  public func addUnreadable(
    _ message: String, file: String, line: Int? = nil, column: String? = nil
  ) {
    reason = .unreadable
    add(message, file: file, line: line, column: column)
  }

  /// A file that cannot be read, or whose contents are too large to be meant.
  ///
  /// - Parameter hint: what else helps the reader.
  public func add(_ failure: FileFailure, hint: String? = nil, file: String) {
    if failure.reason == .unreadable { reason = .unreadable }
    add(failure.description + (hint.map { "; \($0)" } ?? ""), file: file)
  }

  /// Throws all that was found, if anything was.
  public func throwIfAny() throws(InputProblems) {
    if !isEmpty { throw InputProblems(problems, reason: reason) }
  }
}
