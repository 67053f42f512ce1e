import SourcingFiles

/// Output of facilities in the tables of a folder, as imports of a publisher wrote it.
struct KnownOutput {
  struct Entry {
    var vintage: Vintage
    var source: String
  }

  private var byFacility: [String: [Int: Entry]] = [:]

  /// Capacities that the user has changed are no output.
  init(_ tables: TextTables, _ publisher: MinePublisher) {
    for table in [tables[.facilities], tables[.capacities]].compactMap(\.self) {
      for row in table.rows {
        let source = table.cell(row, "source")
        guard MinePublisher(source: source) == publisher, let vintage = Vintage(source: source),
          table.number(row, "capacity") == vintage.value
        else { continue }
        byFacility[table.cell(row, "facility"), default: [:]][vintage.year] = Entry(
          vintage: vintage, source: source)
      }
    }
  }

  /// The entries of a facility by year.
  func entries(facility: String) -> [Int: Entry] { byFacility[facility] ?? [:] }
}
