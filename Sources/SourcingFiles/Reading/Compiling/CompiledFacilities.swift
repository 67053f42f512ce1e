import Sourcing
import Tables

/// Facilities with their figures of each period, and their names.
struct CompiledFacilities {
  let facilities: Table<Facility>
  let names: NameIndex<FacilityIndex>

  init(
    _ source: TableSource, processes: CompiledProcesses, places: CompiledPlaces,
    periods: PeriodNames
  ) {
    guard let reader = source.reader(.facilities) else {
      facilities = []
      names = NameIndex(.facility)
      return
    }
    var rows = FacilityRows(
      reader: reader, processes: processes.names, regions: places.regionNames, periods: periods)
    rows.read()
    if source.isDamaged(.facilities) { rows.names.isIncomplete = true }
    names = rows.names
    let capacities = CapacityRows(source, rows.facilities, names, periods)
    facilities = capacities.facilities
    Self.checkMinimums(facilities, names, reader, capacities, periods.horizon)
  }

  /// Notes each facility whose least output is above its capacity, at the row that makes it so.
  private static func checkMinimums(
    _ facilities: Table<Facility>, _ names: NameIndex<FacilityIndex>, _ reader: TableReader,
    _ capacities: CapacityRows, _ horizon: Horizon
  ) {
    for row in reader.rows {
      guard let name = reader.column("facility").known(row), let which = names[name],
        let when = horizon.indices.first(where: {
          facilities[which].minimum[$0] > facilities[which].capacity[$0]
        })
      else { continue }
      let (least, most) = (facilities[which].minimum[when], facilities[which].capacity[when])
      let source = capacities.source(of: which, in: when)
      (source?.reader ?? reader).report(
        "in \(horizon[when].label) the least output \(DecimalNumber.text(least)) is above the capacity \(DecimalNumber.text(most))",
        row: source?.row ?? row, column: "minimum")
    }
  }
}

/// Reads `facilities.csv`: each facility with the same figures in all its periods of operation.
private struct FacilityRows {
  let reader: TableReader
  let processes: NameIndex<ProcessIndex>
  let regions: NameIndex<RegionIndex>
  let periods: PeriodNames
  var facilities: Table<Facility> = []
  var names = NameIndex<FacilityIndex>(.facility)

  mutating func read() {
    let id = reader.column("facility")
    var process = reader.references("process", in: processes)
    var region = reader.references("region", in: regions)
    let (capacity, cost) = (reader.column("capacity"), reader.column("unit_cost"))
    let minimum = reader.column("minimum")
    var window = IntervalColumns(reader, from: "opens", to: "closes", periods: periods)
    for row in reader.rows {
      let facility = names.define(id, row: row, as: facilities.endIndex)
      let (what, place) = (process.required(row), region.required(row))
      let terms = (capacity.number(row), cost.number(row), minimum.number(row))
      let open = window.read(row)
      guard let facility else { continue }
      facilities.append(
        Facility(
          id: facility, process: what ?? ProcessIndex(0), region: place ?? RegionIndex(0),
          capacity: terms.0, unitCost: terms.1, minimum: terms.2, opens: open?.first,
          closes: open?.last, horizon: periods.horizon))
    }
  }
}

/// Reads `capacities.csv`: figures of single periods, which replace those of `facilities.csv`.
private struct CapacityRows {
  private(set) var facilities: Table<Facility>
  private let reader: TableReader?
  /// The row that gave a facility its figures of a period.
  private var rowOf: [Cell: Int] = [:]

  private struct Cell: Hashable {
    var facility: FacilityIndex
    var period: PeriodIndex
  }

  init(
    _ source: TableSource, _ facilities: Table<Facility>, _ names: NameIndex<FacilityIndex>,
    _ periods: PeriodNames
  ) {
    self.facilities = facilities
    reader = source.reader(.capacities)
    if let reader { read(reader, names, periods) }
  }

  /// Where the figures of a facility in a period were given; nil if `facilities.csv` gave them.
  func source(
    of facility: FacilityIndex, in period: PeriodIndex
  ) -> (reader: TableReader, row: Int)? {
    guard let reader, let row = rowOf[Cell(facility: facility, period: period)] else { return nil }
    return (reader, row)
  }

  private mutating func read(
    _ reader: TableReader, _ names: NameIndex<FacilityIndex>, _ periods: PeriodNames
  ) {
    let horizon = periods.horizon
    var facility = reader.references("facility", in: names)
    var period = reader.references("period", in: periods.single)
    let (capacity, cost) = (reader.column("capacity"), reader.column("unit_cost"))
    let minimum = reader.column("minimum")
    let own = facilities
    for row in reader.rows {
      let (which, when) = (facility.required(row), period.required(row))
      let terms = (capacity.optional(row), cost.optional(row), minimum.optional(row))
      guard let which, let when else { continue }
      let operation = own[which].operation
      guard operation.contains(when) else {
        reader.report(
          "`\(own[which].id)` operates from \(horizon[operation.lowerBound].label) to \(horizon[operation.upperBound].label) only, found \(horizon[when].label)",
          row: row, column: "period")
        continue
      }
      facilities[which].capacity[when] = terms.0 ?? own[which].capacity[when]
      facilities[which].unitCost[when] = terms.1 ?? own[which].unitCost[when]
      facilities[which].minimum[when] = terms.2 ?? own[which].minimum[when]
      rowOf[Cell(facility: which, period: when)] = row
    }
  }
}
