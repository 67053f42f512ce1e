import Sourcing
import Tables

/// The sources of an instance with the number of rows that cite each; and the check of what the rows of all tables say
/// of where their figures come from.
struct CompiledSources {
  private(set) var sources: Table<Source> = []

  init(_ source: TableSource) {
    var names = NameIndex<TypedIndex<Source>>("source")
    let reader = source.reader(.sources)
    if let reader { Self.read(reader, into: &sources, names: &names) }
    if source.isDamaged(.sources) { names.isIncomplete = true }
    // A file that could not be read is there all the same.
    let isListed = reader != nil || source.isDamaged(.sources)
    for table in InstanceTable.allCases {
      guard let reader = source.reader(table) else { continue }
      let check = ProvenanceCheck(reader, names: isListed && table != .sources ? names : nil)
      for (cited, rows) in check.citingRows() where rows > 0 {
        sources[cited].rows[table.rawValue] = rows
      }
    }
  }

  private static func read(
    _ reader: TableReader, into sources: inout Table<Source>,
    names: inout NameIndex<TypedIndex<Source>>
  ) {
    let (id, title) = (reader.column("source"), reader.column("title"))
    let (publisher, year) = (reader.column("publisher"), reader.column("year"))
    let (url, doi) = (reader.column("url"), reader.column("doi"))
    let (licence, day) = (reader.column("licence"), reader.column("read"))
    for row in reader.rows {
      let name = names.define(id, row: row, as: sources.endIndex)
      let made = Source(
        id: name ?? "", title: title.text(row) ?? "", publisher: publisher.text(row) ?? "",
        year: year.whole(row) ?? Source.years.lowerBound, url: url.formed(row),
        doi: doi.formed(row), licence: licence.text(row), read: day.formed(row))
      if name != nil { sources.append(made) }
    }
  }
}
