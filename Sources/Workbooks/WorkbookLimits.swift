/// How large a workbook may be. An archive of a few kilobytes can hold terabytes, so what is unpacked is counted.
public struct WorkbookLimits: Sendable, Hashable {
  /// The most parts of the archive.
  public var parts: Int
  /// The largest part that is read, unpacked, in bytes.
  public var partBytes: Int
  /// The most bytes of all parts that are read, unpacked.
  public var totalBytes: Int
  /// The most cells with a text, of all sheets.
  public var cells: Int
  /// The most bytes of the texts of all cells, each counted where it is used.
  public var textBytes: Int
  /// The most bytes of the text of a cell. Excel allows 32,767 characters.
  public static let cellBytes = 4 * 32_767
  /// The most bytes of an element's tag, its attributes included.
  public static let tagBytes = 1 << 16

  /// Limits of one's own.
  ///
  /// - Parameters:
  ///   - parts: the most parts of the archive.
  ///   - partBytes: the largest part that is read, unpacked, in bytes.
  ///   - totalBytes: the most bytes of all parts that are read, unpacked.
  ///   - cells: the most cells with a text, of all sheets.
  ///   - textBytes: the most bytes of the texts of all cells.
  public init(parts: Int, partBytes: Int, totalBytes: Int, cells: Int, textBytes: Int) {
    self.parts = parts
    self.partBytes = partBytes
    self.totalBytes = totalBytes
    self.cells = cells
    self.textBytes = textBytes
  }

  /// Limits far above what tables of statistics have: 10,000 parts, 64 MB for a part, 128 MB for all, a million cells,
  /// 64 MB of texts.
  public static let standard = WorkbookLimits(
    parts: 10_000, partBytes: 64 << 20, totalBytes: 128 << 20, cells: 1_000_000, textBytes: 64 << 20
  )
}
