public import Sourcing
public import SourcingFiles

/// Where the figures of an instance come from.
public struct ProvenanceReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  private let provenance: Provenance

  /// The report on an instance.
  ///
  /// - Parameters:
  ///   - provenance: where its figures come from.
  ///   - instance: the instance.
  public init(_ provenance: Provenance, of instance: Instance) {
    self.provenance = provenance
    addHeading("Where the figures come from: rows by basis")
    addGrid("rows", provenance.shares.map { ($0, Double($0.rows)) }) { String(Int($0)) }
    addValues(of: instance)
    addSources()
    addUnmoved()
  }

  /// One row a table and one column a basis, of those that there are, with sums.
  private mutating func addGrid(
    _ total: String, _ figures: [(share: Provenance.Share, figure: Double)],
    text: (Double) -> String
  ) {
    let order: [FigureBasis?] = FigureBasis.allCases + [nil]
    let columns = order.filter { basis in figures.contains { $0.share.basis == basis } }
    var grid = TextGrid(["table", total] + columns.map { $0?.rawValue ?? notSaid })
    var tables: [InstanceTable] = []
    for (share, _) in figures where tables.last != share.table { tables.append(share.table) }
    for table: InstanceTable? in tables + [nil] {
      let own = figures.filter { table == nil || $0.share.table == table }
      let parts = [own] + columns.map { basis in own.filter { $0.share.basis == basis } }
      let cells = parts.map { part in
        part.isEmpty ? "" : text(part.reduce(0) { $0 + $1.figure })
      }
      grid.add([table?.rawValue ?? "all"] + cells)
    }
    add(grid)
  }

  private mutating func addValues(of instance: Instance) {
    let valued = provenance.shares.compactMap { share in share.value.map { (share, $0) } }
    guard let total = provenance.value else {
      addBlank()
      return add("No figure has a value by basis: no commodity has a price.")
    }
    addHeading("The value of these figures by basis")
    addGrid("value", valued, text: NumberText.amount)
    let money = instance.currency.isEmpty ? "money" : instance.currency
    addBlank()
    add(
      "The value of a row is its main figure, such as a quantity or a capacity, times price and years, over the "
        + "places and periods in which the row counts, in \(money), not discounted. It weighs the figures, "
        + "and is no figure of the supply network.")
    if let share = provenance.sourcedShare {
      add(
        "Of the value of all figures, \(NumberText.amount(total)), \(NumberText.percent(share)) is "
          + "published or derived from what is published.")
    }
    if let known = provenance.upToHistory {
      add(
        "Up to \(instance.horizon[known.period].label), the last period with observed flows, it is "
          + "\(NumberText.percent(known.sourcedShare)) of \(NumberText.amount(known.value)); later figures are expectations."
      )
    }
  }

  private mutating func addSources() {
    guard provenance.listsSources else {
      addBlank()
      return add("The instance has no sources.csv, so the column `source` is free text.")
    }
    let cited = provenance.citedSources.map { CitedSource($0, tables: $0.rows) }
    addHeading(
      cited.isEmpty ? "No row cites a source." : "Sources, those that most rows cite first")
    addSources(cited)
    if !provenance.unusedSources.isEmpty {
      addBlank()
      add("No row cites these sources: \(provenance.unusedSources.joined(separator: ", ")).")
    }
  }

  /// Assumed and fitted figures that no range moves.
  private mutating func addUnmoved() {
    let guessed = provenance.shares.filter { $0.basis == .assumption || $0.basis == .fitted }
    guard !guessed.isEmpty else { return }
    let unmoved = guessed.filter { !$0.unmovedLines.isEmpty }
    guard !unmoved.isEmpty else {
      return addHeading("Every figure that is assumed or fitted has a range that moves it.")
    }
    addHeading("Assumed and fitted figures that no range moves")
    var grid = TextGrid(["table", "basis", "lines", "rows", "of"], keyCount: 3)
    for share in unmoved {
      grid.add([
        share.table.fileName, share.basis?.rawValue ?? notSaid, shortLines(share.unmovedLines),
        String(share.unmovedLines.count), String(share.rows),
      ])
    }
    add(grid)
  }

  /// Lines as text; of many the first few.
  private func shortLines(_ lines: [Int]) -> String {
    let ranges = LineRanges.text(lines).split(separator: ", ", omittingEmptySubsequences: true)
    let isLong = ranges.count > Self.mostRanges
    return ranges.prefix(Self.mostRanges).joined(separator: ", ") + (isLong ? ", …" : "")
  }

  private static let mostRanges = 8
}
