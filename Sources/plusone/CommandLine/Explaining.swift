import SourcingFiles
import Tables

/// Reads a file, and where that fails says whether the file is of another kind than wanted.
///
/// - Parameters:
///   - path: path of the file.
///   - wanted: the kind that it should be.
///   - read: reads it.
/// - Throws: what `read` throws; that the file is of another kind, where this is known.
func explaining<Answer>(
  _ path: String, as wanted: InputKind, _ read: () throws -> Answer
) throws -> Answer {
  do { return try read() } catch let error as InputProblems {
    throw error.explained(by: path, as: wanted)
  }
}
