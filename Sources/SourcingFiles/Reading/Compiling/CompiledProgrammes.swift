import Sourcing

/// Programmes of public money, and their names.
struct CompiledProgrammes {
  let programmes: Table<Programme>
  let names: NameIndex<ProgrammeIndex>

  init(_ source: TableSource, places: CompiledPlaces, periods: PeriodNames) {
    var programmes: Table<Programme> = []
    var names = NameIndex<ProgrammeIndex>(.programme)
    if let reader = source.reader(.programmes) {
      let id = reader.column("programme")
      var payer = reader.references("payer", in: places.regionNames)
      let (budget, share) = (reader.column("budget"), reader.column("share"))
      var window = IntervalColumns(reader, from: "opens", to: "closes", periods: periods)
      for row in reader.rows {
        let programme = names.define(id, row: row, as: programmes.endIndex)
        let (who, terms) = (payer.required(row), (budget.number(row), share.number(row)))
        let open = window.read(row)
        guard let programme else { continue }
        programmes.append(
          Programme(
            id: programme, payer: who ?? RegionIndex(0), budget: terms.0, share: terms.1,
            opens: open?.first,
            closes: open?.last))
      }
    }
    if source.isDamaged(.programmes) { names.isIncomplete = true }
    self.programmes = programmes
    self.names = names
  }
}
