public import Tables

/// What the mines of each country make of each mineral, in metric tons a year.
///
/// Countries that are not known, and minerals that are not weighed, such as diamonds and natural gas, are left out;
/// ``summary`` counts them.
public struct MineProduction: Sendable {
  /// The names of the minerals as the source has them, such as `Tungsten (W)`, sorted.
  public let minerals: [String]
  /// What was read, kept and left out.
  public let summary: ImportSummary
  /// Tons by mineral, place and year.
  private let tons: [String: [String: [Int: Double]]]
  /// The mineral that each name means, in letters and digits.
  private let mineralByKey: [String: String]

  /// Reads workbooks of World Mining Data (table 6.4), or sheets of them saved as CSV. Where several have a figure for a
  /// country and year, that of the latest edition counts, and of one edition that of the file that comes last.
  ///
  /// - Parameter files: paths of the files.
  /// - Throws: all problems of the files; also files in which nothing can be used.
  public static func read(
    worldMiningData files: [String]
  ) throws(InputProblems) -> MineProduction {
    var mines = MineOutput(
      publisher: .worldMiningData, map: ImportMap(),
      years: YearFilter(wanted: nil, periods: nil), log: ProblemLog())
    for file in files { mines.read(worldMiningData: file) }
    mines.finish()
    try mines.log.throwIfAny()
    guard !mines.output.isEmpty else { throw InputProblems([mines.summary.nothingKept(files)]) }
    return MineProduction(mines)
  }

  private init(_ mines: MineOutput) {
    var tons: [String: [String: [Int: Double]]] = [:]
    for (producer, years) in mines.output {
      let mineral = mines.items[producer.commodity]?.name ?? producer.commodity
      for (year, figures) in years {
        tons[mineral, default: [:]][producer.region, default: [:]][year, default: 0] +=
          figures.reduce(0) { $0 + $1.quantity }
      }
    }
    self.tons = tons
    minerals = tons.keys.sorted()
    let short = zip(WorldMiningMineral.shortNames(minerals).map(lettersAndDigits), minerals)
      .filter { !$0.0.isEmpty }
    let whole = minerals.map { (lettersAndDigits($0), $0) }
    mineralByKey = Dictionary(whole + short) { first, _ in first }
    summary = mines.summary
  }

  /// The mineral of ``minerals`` that a name means: its whole name, or what stands before brackets or a comma in it, as in
  /// `Tungsten`. Case and punctuation do not matter. nil if there is none, or several as for `Diamonds`.
  public func mineral(named name: String) -> String? {
    mineralByKey[lettersAndDigits(name)]
  }

  /// The years in which the output of a mineral is known for some place, in order.
  public func years(of mineral: String) -> [Int] {
    Set(entries(mineral).values.flatMap(\.keys)).sorted()
  }

  /// The output of a place by year, in metric tons; years that are not known are not there.
  ///
  /// - Parameters:
  ///   - mineral: a name, as for ``mineral(named:)``.
  ///   - place: an alpha-3 code, such as `AUS`.
  public func outputs(of mineral: String, in place: String) -> [Int: Double] {
    entries(mineral)[place] ?? [:]
  }

  /// The output of a place in a year, in metric tons; nil: not known.
  ///
  /// - Parameters:
  ///   - mineral: a name, as for ``mineral(named:)``.
  ///   - place: an alpha-3 code, such as `AUS`.
  ///   - year: the year.
  public func tons(of mineral: String, in place: String, year: Int) -> Double? {
    outputs(of: mineral, in: place)[year]
  }

  private func entries(_ mineral: String) -> [String: [Int: Double]] {
    self.mineral(named: mineral).flatMap { tons[$0] } ?? [:]
  }
}
