import Sourcing
import Tables

/// Reads `checks.csv`.
struct CheckCompiler {
  let source: TableSource
  let places: CompiledPlaces
  let goods: CompiledGoods
  let periods: PeriodNames

  /// The checks, in the order of the rows.
  func checks() -> Table<PublishedCheck> {
    guard let reader = source.reader(.checks) else { return [] }
    var rows = CheckReader(reader, places: places, goods: goods, periods: periods)
    var names = NameIndex<Int>("check")
    var checks: Table<PublishedCheck> = []
    for row in reader.rows {
      let name = names.define(rows.id, row: row, as: row)
      guard let name, let check = rows.read(row, named: name) else { continue }
      checks.append(check)
    }
    return checks
  }
}

/// Reads one row of checks.csv, with the cells that its kind needs.
private struct CheckReader {
  let reader: TableReader
  let places: CompiledPlaces
  let goods: CompiledGoods
  let id: TableColumn
  let kind: TableColumn
  let published: TableColumn
  let tolerance: TableColumn
  let source: TableColumn?
  var commodity: ReferenceColumn<CommodityGroupIndex>
  var region: ReferenceColumn<RegionSetIndex>
  var partner: ReferenceColumn<RegionSetIndex>
  var period: ReferenceColumn<PeriodIndex>

  init(_ reader: TableReader, places: CompiledPlaces, goods: CompiledGoods, periods: PeriodNames) {
    self.reader = reader
    self.places = places
    self.goods = goods
    id = reader.column("check")
    kind = reader.column("kind")
    published = reader.column("published")
    tolerance = reader.column("tolerance")
    source = reader.freeColumn("source")
    commodity = reader.references("commodity", in: goods.setNames)
    region = reader.references("region", in: places.setNames)
    partner = reader.references("partner", in: places.setNames)
    period = reader.references("period", in: periods.single)
  }

  /// Nil where a cell is wrong; the log has a note. All cells are read, so that all of their problems are found.
  mutating func read(_ row: Int, named name: String) -> PublishedCheck? {
    let word = kind.choice(row)
    let (what, who) = (commodity.required(row), region.required(row))
    let (other, when) = (partner.find(row), period.required(row))
    let (figure, most) = (published.optional(row), tolerance.number(row))
    guard let kind = word.flatMap(PublishedCheck.Kind.init), let what, let who, let when,
      let figure, other != .wrong
    else { return nil }
    var check = PublishedCheck(
      id: name, kind: kind, commodity: goods.sets[what], region: places.sets[who],
      partner: other.meaning.map { places.sets[$0] }, period: when, published: figure,
      tolerance: most, source: source?.text(row) ?? "")
    check.line = reader.table.line(of: row)
    for objection in check.objections(regionCount: places.regions.count) {
      let found = objection.number.map { "found \(DecimalNumber.text($0)); " } ?? ""
      reader.report(found + objection.message, row: row, column: objection.field)
    }
    return check
  }
}
