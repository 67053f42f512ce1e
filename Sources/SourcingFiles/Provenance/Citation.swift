import Tables

/// One source in a cell of the column `source`, with the place in it.
///
/// A cell holds one or more: `mcs-2026:p. 146; iea-2025:sheet 3.2, row 41`. Each `;` begins another one. The first `:`
/// ends the id; all after it is the place, which may have further `:`.
public struct Citation: Sendable, Hashable {
  /// What stands for the id of a source; empty where nothing does.
  public var source: String
  /// The place in the source, such as a page or a table; empty if none is given.
  public var locator: String

  /// A source with a place.
  public init(source: String, locator: String = "") {
    self.source = source
    self.locator = locator
  }

  /// The sources that a cell names, in its order; none in a blank cell. A `;` with nothing before or after it gives one
  /// without a source. Time O(length).
  public static func all(in cell: String) -> [Citation] {
    guard !cell[...].withoutBlanks.isEmpty else { return [] }
    let pieces = cell.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    return pieces.map { piece in
      let end = piece.firstIndex(of: UInt8(ascii: ":")) ?? piece.endIndex
      return Citation(
        source: Substring(piece[..<end]).withoutBlanks,
        locator: Substring(piece[end...].dropFirst()).withoutBlanks)
    }
  }
}
