import Sourcing
import Tables

/// Reads `projects.csv`.
struct ProjectCompiler {
  let source: TableSource
  let places: CompiledPlaces
  let periods: PeriodNames
  let processes: CompiledProcesses
  let facilities: CompiledFacilities
  let programmes: CompiledProgrammes

  func projects() -> Table<Project> {
    guard let reader = source.reader(.projects) else { return [] }
    var projects: Table<Project> = []
    let id = reader.column("project")
    var process = reader.references("process", in: processes.names)
    var region = reader.references("region", in: places.regionNames)
    let (most, least) = (reader.column("max_capacity"), reader.column("min_capacity"))
    let (capex, fixed) = (reader.column("capex"), reader.column("fixed_cost"))
    let (cost, lead) = (reader.column("unit_cost"), reader.column("lead_years"))
    let (life, kind) = (reader.column("life_years"), reader.column("kind"))
    var orders = IntervalColumns(reader, from: "earliest", to: "latest", periods: periods)
    var programme = reader.references("programme", in: programmes.names)
    var names = NameIndex<ProjectIndex>("project")
    for row in reader.rows {
      let name = names.define(id, row: row, as: projects.endIndex)
      let window = orders.read(row)
      let project = Project(
        id: name ?? "", process: process.required(row) ?? ProcessIndex(0),
        region: region.required(row) ?? RegionIndex(0),
        maxCapacity: most.number(row), capex: capex.number(row), unitCost: cost.number(row),
        leadYears: lead.number(row), fixedCost: fixed.number(row), minCapacity: least.number(row),
        earliest: window?.first, latest: window?.last, lifeYears: life.number(row),
        kind: kind.text(row) ?? "", programme: programme.find(row).meaning)
      guard name != nil else { continue }
      check(project, reader, row)
      projects.append(project)
    }
    return projects
  }

  private func check(_ project: Project, _ reader: TableReader, _ row: Int) {
    if facilities.names[project.id] != nil {
      reader.column("project").report(
        "`\(project.id)` is a facility; facilities and projects share one namespace", row: row)
    }
    if project.minCapacity > project.maxCapacity {
      reader.column("min_capacity").report(
        "the least size \(DecimalNumber.text(project.minCapacity)) is above the largest, \(DecimalNumber.text(project.maxCapacity))",
        row: row)
    }
  }
}
