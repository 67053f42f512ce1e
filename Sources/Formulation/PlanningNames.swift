public import LinearProgramming
import Sourcing

/// What the rows and columns of a planning LP are called when it is written for other solvers: the name
/// of the quantity or family and the ids it is about, such as `flow[ndpr,CHN,JPN,2025]` or
/// `use[JPN,ndpr,2025]`.
public struct PlanningNames: Sendable {
  private let program: PlanningProgram
  private let columns: [String?]

  /// The names of a program's columns are made at once, those of its rows when asked for.
  public init(_ program: PlanningProgram) {
    self.program = program
    columns = Self.columnNames(program)
  }

  /// Such as `flow[ndpr,CHN,JPN,2025]`; `aux[n]` for the columns that only state goals.
  public func name(of column: Column) -> String { columns[column.index] ?? "aux[\(column.index)]" }

  /// Such as `use[JPN,ndpr,2025]`.
  public func name(of row: Row) -> String {
    let key = program.rowKeys[row.index]
    let indices = key.indices.map(Int.init)
    let ids = ids(key.family, indices) ?? indices.map(String.init)
    return Self.name(key.family.rawValue, ids)
  }

  private static func name(_ quantity: String, _ ids: [String]) -> String {
    "\(quantity)[\(ids.joined(separator: ","))]"
  }

  /// The ids that a row's indices stand for; nil where the family keeps plain numbers.
  private func ids(_ family: ConstraintFamily, _ indices: [Int]) -> [String]? {
    let instance = program.instance
    let place = { () -> [String] in
      [
        instance.regions[indices[0]].id, instance.commodities[indices[1]].id,
        instance.horizon[indices[2]].label,
      ]
    }
    switch family {
    case .supply, .use:
      return place()
    case .chain where indices.count == 3:
      return place()
    case .projectCapacity:
      return [program.producers.all[indices[0]].id, instance.horizon[indices[1]].label]
    case .projectSize:
      let rest = indices.dropFirst().enumerated().map { offset, index in
        offset == 0 && index < instance.horizon.count
          ? instance.horizon[index].label : String(index)
      }
      return [instance.projects[indices[0]].id] + rest
    case .quota:
      return [
        instance.quotas[indices[0]].id, String(indices[0]), instance.horizon[indices[1]].label,
      ]
    case .maxDecline:
      return [
        instance.commodities[indices[0]].id, instance.regions[indices[1]].id,
        instance.regions[indices[2]].id, instance.horizon[indices[3]].label,
      ]
    case .stock:
      return [instance.stockpiles[indices[0]].id, instance.horizon[indices[1]].label]
    case .programme:
      return [instance.programmes[indices[0]].id]
    case .chain where indices.count == 2:
      return [name(of: Column(indices[1])), instance.horizon[indices[0]].label]
    case .chain, .reliance, .largestSource, .hhi, .plusOne, .cover, .service:
      guard indices.count > 1 else { return nil }
      return [program.model.goals[indices[0]].name, instance.horizon[indices[1]].label]
        + indices.dropFirst(2).map(String.init)
    default:
      return nil
    }
  }

  private static func columnNames(_ program: PlanningProgram) -> [String?] {
    let instance = program.instance
    var names = [String?](repeating: nil, count: program.program.columnCount)
    for (key, column) in program.columns.flows {
      names[column.index] = name(
        "flow",
        [
          instance.commodities[key.commodity].id, instance.regions[key.origin].id,
          instance.regions[key.destination].id, instance.horizon[key.period].label,
        ])
    }
    addSeries(program, to: &names)
    addShortages(program, to: &names)
    for goal in program.goals {
      guard let violation = goal.violation else { continue }
      names[violation.index] = name(
        "violation",
        [program.model.goals[goal.goal].name, goal.subject.id]
          + (goal.period.map { [instance.horizon[$0].label] } ?? []))
    }
    return names
  }

  /// Quantities of which a producer, project or stockpile has one a period.
  private static func addSeries(_ program: PlanningProgram, to names: inout [String?]) {
    let (instance, columns) = (program.instance, program.columns)
    let series: [(String, [String], [[Column?]])] = [
      ("output", program.producers.all.map(\.id), columns.activity),
      ("order", instance.projects.map(\.id), columns.order),
      ("is_ordered", instance.projects.map(\.id), columns.isOrdered),
      ("put", instance.stockpiles.map(\.id), columns.put),
      ("draw", instance.stockpiles.map(\.id), columns.draw),
      ("level", instance.stockpiles.map(\.id), columns.level),
    ]
    for (quantity, ids, rows) in series {
      for (id, row) in zip(ids, rows) {
        for (period, column) in row.enumerated() {
          guard let column else { continue }
          names[column.index] = name(quantity, [id, instance.horizon[period].label])
        }
      }
    }
  }

  private static func addShortages(_ program: PlanningProgram, to names: inout [String?]) {
    let instance = program.instance
    for period in instance.horizon.indices {
      for (commodity, region) in product(instance.commodities.indices, instance.regions.indices) {
        let column = program.columns.shortage(
          region: region, commodity: commodity, period: period)
        guard let column else { continue }
        names[column.index] = name(
          "shortage",
          [
            instance.regions[region].id, instance.commodities[commodity].id,
            instance.horizon[period].label,
          ])
      }
    }
  }

  private static func product(_ a: Range<Int>, _ b: Range<Int>) -> [(Int, Int)] {
    a.flatMap { first in b.map { (first, $0) } }
  }
}
