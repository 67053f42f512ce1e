/// What a picture draws: rows of a result table, with the columns that the picture needs.
///
/// A column has the name of the table's column, and its cells are those of the table. Columns that start with an underscore
/// are the picture's own: names for people, groups that decide a colour, the order of bars. They hold no figure.
public struct PictureData: Sendable, Equatable {
  /// A column.
  public struct Column: Sendable, Equatable {
    /// As in the table; with an underscore at its start if it is the picture's own.
    public let name: String
    /// What people read above it.
    public let heading: String
    /// How its numbers are written.
    public let style: NumberStyle

    /// - Parameters:
    ///   - name: as in the table.
    ///   - heading: what people read above it.
    ///   - style: how its numbers are written.
    public init(_ name: String, _ heading: String, _ style: NumberStyle = .amount) {
      self.name = name
      self.heading = heading
      self.style = style
    }

    /// Whether it holds no figure of a table.
    public var isOwn: Bool { name.hasPrefix("_") }
  }

  /// How the numbers of a column are written for people.
  public enum NumberStyle: Sendable, Equatable {
    /// About four digits, with commas: a quantity or money.
    case amount
    /// As a percentage.
    case share
    /// Without decimals and commas: a year, a month, a rank.
    case whole
  }

  /// Name of the result table whose rows these are, without `.csv`.
  public let table: String
  /// The columns, in the order in which people read them.
  public let columns: [Column]
  /// One value for each column.
  public private(set) var rows: [[PictureValue]] = []

  /// Data without rows.
  ///
  /// - Parameters:
  ///   - table: name of the result table whose rows these are.
  ///   - columns: the columns.
  public init(of table: String, columns: [Column]) {
    self.table = table
    self.columns = columns
  }

  /// Adds a row with one value for each column.
  public mutating func add(_ row: [PictureValue]) {
    precondition(row.count == columns.count, "a row has one value for each column")
    rows.append(row)
  }

  /// The rows as JSON objects, in the order of the rows.
  public var objects: [[String: PictureValue]] {
    rows.map { Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), $0)) }
  }

  /// The different values of a column, in the order in which they come first.
  public func values(of column: String) -> [PictureValue] {
    guard let place = columns.firstIndex(where: { $0.name == column }) else { return [] }
    var seen: Set<PictureValue> = []
    return rows.map { $0[place] }.filter { seen.insert($0).inserted }
  }
}
