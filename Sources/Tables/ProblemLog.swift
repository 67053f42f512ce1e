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

  /// The problems in the order they were found, and one for each file that has more than were kept.
  public var problems: [Problem] {
    let further = countByFile.filter { $0.value > limitPerFile }.sorted { $0.key < $1.key }
    return kept
      + further.map { Problem("\($0.value - limitPerFile) further problems", file: $0.key) }
  }

  public func add(_ problem: Problem) {
    countByFile[problem.file, default: 0] += 1
    guard countByFile[problem.file, default: 0] <= limitPerFile else { return }
    kept.append(problem)
  }

  public func add(_ message: String, file: String, line: Int? = nil, column: String? = nil) {
    add(Problem(message, file: file, line: line, column: column))
  }

  /// A file that does not exist or cannot be read.
  public func addUnreadable(_ message: String, file: String) {
    reason = .unreadable
    add(message, file: file)
  }

  /// Throws all that was found, if anything was.
  public func throwIfAny() throws(InputProblems) {
    if !isEmpty { throw InputProblems(problems, reason: reason) }
  }
}
