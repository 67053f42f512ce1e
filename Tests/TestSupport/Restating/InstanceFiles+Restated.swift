import Foundation
import Sourcing
import SourcingFiles
import Tables
import Yams

extension InstanceFiles {
  /// The same instance and models in other units.
  ///
  /// - Throws: ``UnknownUnit`` where a number has a unit that nobody has said how to restate.
  public func restated(_ restatement: Restatement) throws -> InstanceFiles {
    var files = self
    for table in InstanceTable.allCases {
      guard let csv = self.table(table) else { continue }
      let text = try RestatedTable(csv, TableSchema.of(table), self, restatement).text()
      files.bytes[table.fileName] = Array(text.utf8)
    }
    for name in models { files.bytes[name] = try restatedModel(name, restatement) }
    // A known optimum is in the old units.
    files.bytes["expected.yaml"] = nil
    return files
  }

  private func restatedModel(_ name: String, _ restatement: Restatement) throws -> [UInt8] {
    var model = try ModelText(name, self)
    let goals = model.goals.map { restatedGoal($0, model, restatement) }
    if !goals.isEmpty { model.root["goals"] = Node(goals) }
    return Array(try Yams.serialize(node: model.root).utf8)
  }

  private func restatedGoal(_ goal: Node, _ model: ModelText, _ restatement: Restatement) -> Node {
    guard let kind = model.kind(of: goal) else { return goal }
    let commodity = model.commodities(of: goal).first.flatMap { members(of: $0).first } ?? ""
    var goal = goal
    let restate = { (key: String, unit: UnitKind) in
      let factor = restatement.factor(unit, ofAmountOf: commodity)
      guard factor != 1, let text = model.resolved(goal[key])?.scalar?.string,
        let number = try? DecimalNumber.parse(text)
      else { return }
      goal[key] = Node(DecimalNumber.text(number * factor))
    }
    restate("penalty", UnitKind(penaltyOf: kind, measure: model.measure(of: goal)))
    for key in ModelKeys.targets { restate(key, UnitKind(target: kind.unit)) }
    return goal
  }
}

extension Goal.KindName {
  /// The unit of its targets.
  fileprivate var unit: Goal.Unit {
    switch self {
    case .reliance, .largestSource, .plusOne, .service, .resilience: .share
    case .hhi: .index
    case .cover: .days
    case .capex, .subsidy, .cost: .money
    }
  }
}

/// The range of an assumption in other units: that of the cells that it moves.
private struct RestatedRange {
  let files: InstanceFiles
  let restatement: Restatement

  init(_ files: InstanceFiles, _ restatement: Restatement) {
    (self.files, self.restatement) = (files, restatement)
  }

  /// The factor for `low` and `high` of a row. All cells that the row moves are taken to have the unit of the first.
  func factor(row: Int, of csv: CSVTable) throws -> Double {
    let cell = { (name: String) in
      csv.column(name).map { csv.text(row: row, column: $0) } ?? ""
    }
    // A factor is the same in all units.
    guard ["add", "set"].contains(cell("mode")), let name = InstanceTable(rawValue: cell("table")),
      let table = files.table(name), let column = TableSchema.of(name)[cell("column")]
    else { return 1 }
    let conditions = cell("where").split(separator: ";").map { part in
      part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let first = (0..<table.rowCount).first { row in
      conditions.allSatisfy { condition in
        let text = table.column(condition[0]).map { table.text(row: row, column: $0) } ?? ""
        return (condition.last ?? "").split(separator: "|", omittingEmptySubsequences: false)
          .contains(Substring(text))
      }
    }
    guard let first else { return 1 }
    return try RestatedTable(table, TableSchema.of(name), files, restatement)
      .factor(of: column, row: first)
  }
}

/// One table in other units.
private struct RestatedTable {
  let csv: CSVTable
  let schema: TableSchema
  let files: InstanceFiles
  let restatement: Restatement
  private let outputs: [String: String]
  private let facilities: [String: String]

  init(
    _ csv: CSVTable, _ schema: TableSchema, _ files: InstanceFiles, _ restatement: Restatement
  ) {
    (self.csv, self.schema, self.files, self.restatement) = (csv, schema, files, restatement)
    outputs = Self.pairs(files.rows(.processes, "process", "output"))
    facilities = Self.pairs(files.rows(.facilities, "facility", "process"))
  }

  private static func pairs(_ rows: [[String]]) -> [String: String] {
    Dictionary(rows.map { ($0[0], $0[1]) }) { $1 }
  }

  func text() throws -> String {
    var lines = [csv.columns]
    for row in 0..<csv.rowCount {
      for commodity in commodities(of: row) { lines.append(try cells(row, commodity)) }
    }
    return CSVTable.text(lines)
  }

  /// The commodity of a row; all commodities if one number would have several units.
  private func commodities(of row: Int) -> [String] {
    let name = cell("commodity", row)
    guard name == "*", Set(files.commodities.map(restatement.factor)).count > 1,
      schema.table != .quotas
    else { return [name] }
    return files.commodities
  }

  private func cell(_ column: String, _ row: Int) -> String {
    csv.column(column).map { csv.text(row: row, column: $0) } ?? ""
  }

  /// The factor for the numbers of a column in a row.
  func factor(of column: ColumnSchema, row: Int) throws -> Double {
    let commodity = cell("commodity", row)
    return restatement.factor(
      try UnitKind(column), commodity: files.members(of: commodity).first ?? commodity,
      mainOutput: mainOutput(of: row) ?? "")
  }

  private func mainOutput(of row: Int) -> String? {
    let process = cell("process", row)
    return outputs[process.isEmpty ? facilities[cell("facility", row)] ?? "" : process]
  }

  private func cells(_ row: Int, _ commodity: String) throws -> [String] {
    let mainOutput = mainOutput(of: row)
    let member = files.members(of: commodity).first ?? commodity
    return try csv.columns.enumerated().map { place, name in
      let text = csv.text(row: row, column: place)
      if name == "commodity" { return commodity }
      if schema.table == .commodities, name == "unit" { return unit(text, of: commodity) }
      guard let column = schema[name], column.holdsNumbers else { return text }
      if schema.table == .assumptions {
        let factor = try RestatedRange(files, restatement).factor(row: row, of: csv)
        guard factor != 1, let number = try csv.number(row: row, column: place) else { return text }
        return DecimalNumber.text(number * factor)
      }
      let kind =
        column.unit == TableSchema.publishedUnit
        ? UnitKind(ofCheck: cell("kind", row)) : try UnitKind(column)
      let factor = restatement.factor(kind, commodity: member, mainOutput: mainOutput ?? "")
      guard factor != 1, let number = try csv.number(row: row, column: place) else { return text }
      return DecimalNumber.text(number * factor)
    }
  }

  /// The unit in which a quantity is multiplied by the factor.
  private func unit(_ name: String, of commodity: String) -> String {
    let factor = restatement.factor(of: commodity)
    return factor == 1 ? name : "\(DecimalNumber.text(1 / factor)) \(name)"
  }
}
