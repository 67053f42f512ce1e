/// Numbers of an instance of which is known how far they may be wrong. They move together.
///
/// An assumption stands at one number z, from -1 (all its numbers at their low end) over 0 (as the tables have them) to
/// 1 (all at their high end). ``Edit/value(of:at:)`` has the formula. Assumptions are independent of each other.
public struct Assumption: Sendable, Identifiable {
  /// How z is drawn.
  public enum Distribution: String, Sendable, CaseIterable {
    /// 0 is the most likely; the density falls in a straight line to 0 at both ends.
    case triangular
    /// All z are equally likely.
    case uniform
  }

  /// An identifier that no other assumption has.
  public var id: String
  /// What is not known, in a few words; empty if not given.
  public var title: String
  /// How z is drawn.
  public var distribution: Distribution
  /// The numbers that it moves; at least one entry. No two of them move the same number.
  public var edits: [Edit]

  /// The places where an assumption may stand.
  public static let range = -1.0...1.0

  /// An assumption. The properties describe the parameters.
  public init(
    id: String, title: String = "", distribution: Distribution = .triangular, edits: [Edit]
  ) {
    self.id = id
    self.title = title
    self.distribution = distribution
    self.edits = edits
  }
}

extension Assumption {
  /// One column of some rows of a table, and the range of its numbers.
  public struct Edit: Sendable {
    /// What `low` and `high` are.
    public enum Mode: String, Sendable, CaseIterable {
      /// Factors of the table's number. The nominal factor is 1.
      case multiply
      /// Amounts that are added to the table's number. The nominal amount is 0.
      case add
      /// The number itself. Nominal is the table's own number.
      case set
    }

    /// Name of the table, without `.csv`.
    public var table: String
    /// The rows: those for which all conditions hold.
    public var conditions: [RowCondition]
    /// Name of the column.
    public var column: String
    /// What ``low`` and ``high`` are.
    public var mode: Mode
    /// The end at z = -1; not above the nominal value.
    public var low: Double
    /// The end at z = 1; not below the nominal value.
    public var high: Double
    /// Where the range comes from.
    public var source: String
    /// Line in `assumptions.csv`, from 1; nil if made in code.
    public var line: Int?

    /// An edit. The properties describe the parameters.
    public init(
      table: String, where conditions: [RowCondition] = [], column: String,
      mode: Mode = .multiply, low: Double, high: Double, source: String = "", line: Int? = nil
    ) {
      self.table = table
      self.conditions = conditions
      self.column = column
      self.mode = mode
      self.low = low
      self.high = high
      self.source = source
      self.line = line
    }
  }
}

extension Assumption.Edit.Mode {
  /// The value at which nothing moves; nil: the table's own number, which differs from row to row.
  public var nominal: Double? {
    switch self {
    case .multiply: 1
    case .add: 0
    case .set: nil
    }
  }
}

extension Assumption.Edit {
  /// A number at a place of the assumption.
  ///
  /// With n the table's number, e = `low` for z < 0 and `high` for z > 0, and s = |z|:
  /// `multiply` gives n·(1 + s·(e - 1)), `add` gives n + s·e, `set` gives n + s·(e - n). At z = 0 it is n, at both ends
  /// exactly n·e, n + e and e.
  ///
  /// - Parameters:
  ///   - number: the number of the table.
  ///   - z: from -1 to 1.
  public func value(of number: Double, at z: Double) -> Double {
    if z == 0 { return number }
    return switch mode {
    case .multiply: number * step(from: 1, at: z)
    case .add: number + step(from: 0, at: z)
    case .set: step(from: number, at: z)
    }
  }

  /// The factor or amount at a place other than 0, on a straight line from the nominal one.
  private func step(from nominal: Double, at z: Double) -> Double {
    let end = z < 0 ? low : high
    return abs(z) == 1 ? end : nominal + abs(z) * (end - nominal)
  }

  /// What several edits make of one number together, each at its own place: factors multiply the table's number,
  /// and what `add` and `set` change is added to that. So their order does not matter but for rounding.
  ///
  /// - Parameters:
  ///   - number: the number of the table.
  ///   - moves: edits of different assumptions, each with its z.
  public static func value(of number: Double, moved moves: [(edit: Self, z: Double)]) -> Double {
    if moves.count == 1 { return moves[0].edit.value(of: number, at: moves[0].z) }
    var (factor, amount) = (1.0, 0.0)
    for (edit, z) in moves {
      switch edit.mode {
      case .multiply: factor *= edit.value(of: 1, at: z)
      case .add, .set: amount += edit.value(of: number, at: z) - number
      }
    }
    return number * factor + amount
  }
}
