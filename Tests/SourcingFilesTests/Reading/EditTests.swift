import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Edits of tables")
struct EditTests {
  private func tables() throws -> InstanceTables {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      return try InstanceTables.read(folder: folder.path)
    }
  }

  private func edit(
    _ table: String, _ conditions: [(column: String, value: String)] = [], _ column: String,
    _ change: TableEdit.Change
  ) -> TableEdit {
    TableEdit(
      table: table, where: conditions.map { RowCondition($0.column, $0.value) }, column: column,
      change: change, file: "study.yaml", line: 12)
  }

  @Test("edits set, add to and multiply the cells that match, and log old and new values")
  func changes() throws {
    var tables = try tables()
    let hash = tables.contentHash
    try tables.apply([
      edit("demands", [("commodity", "magnet")], "quantity", .multiply(1.3)),
      edit("lanes", [("origin", "CHN"), ("period", "2021")], "tariff", .set("25%")),
      edit("facilities", [], "capacity", .add(10)),
      edit("facilities", [("facility", "m2")], "minimum", .set("7")),
    ])
    let instance = try tables.compile()
    #expect(instance.demands[region: 0, commodity: 2, period: 0].quantity == 52)
    #expect(instance.lanes[commodity: 1, origin: 1, destination: 0, period: 1]?.tariff == 0.25)
    #expect(instance.facilities.map { $0.capacity[0] } == [2010, 0, 160, 60, 110])
    #expect(instance.facilities[1].minimum == [0, 7, 7])
    #expect(tables.editedCells.count == 8)
    let first = try #require(tables.editedCells.first)
    #expect(first.table == .demands && first.line == 2 && first.column == "quantity")
    #expect([first.old, first.new, first.edit] == ["40", "52", "study.yaml:12"])
    #expect(tables.contentHash != hash)
    #expect(instance.contentHash == tables.contentHash)
  }

  @Test("an edit can fill a column that the file leaves out")
  func absentColumn() throws {
    var tables = try tables()
    try tables.apply([edit("projects", [], "name", .set("x"))])
    try tables.apply([edit("regions", [("region", "AUS")], "note", .set("far"))])
    _ = try tables.compile()
    #expect(tables.editedCells.map(\.old) == ["", ""])
  }

  @Test("an edit that makes no sense is an error at its line", arguments: 0..<11)
  func errors(index: Int) throws {
    let (edit, piece) = [
      (
        edit("demand", [], "quantity", .add(1)),
        "unknown table `demand`; the most similar name is `demands`"
      ),
      (edit("demands", [], "quantities", .add(1)), "`quantity`"),
      (edit("demands", [("regoin", "JPN")], "quantity", .add(1)), "`region`"),
      (edit("demands", [("region", "XYZ")], "quantity", .add(1)), "matches no row"),
      (edit("demands", [], "quantity", .add(-1e6)), "would be -"),
      (edit("demands", [], "quantity", .multiply(.nan)), "no finite number"),
      (edit("demands", [], "quantity", .multiply(1e308)), "no finite number"),
      (edit("demands", [], "region", .multiply(2)), "only a number"),
      (edit("demands", [], "quantity", .set("much")), "`much` is not a number"),
      (
        edit("demands", [], "shortage_cost", .set("30%")),
        "`30%` is a share, and this column takes no share: write the number itself, in money/unit"
      ),
      (
        edit("demands", [], "quantity", .add(0.3, isPercentage: true)),
        "`30%` is a share, and this column takes no share"
      ),
    ][index]
    var tables = try tables()
    let error = #expect(throws: InputProblems.self) { try tables.apply([edit]) }
    let texts = error?.problems.map(\.description) ?? []
    #expect(texts.allSatisfy { $0.hasPrefix("study.yaml:12: ") })
    #expect(texts.contains { $0.contains(piece) }, "\(texts)")
    #expect(tables.editedCells.isEmpty)
  }

  @Test("shares are set and added in per cent where the column has shares")
  func shares() throws {
    var tables = try tables()
    try tables.apply([
      edit("lanes", [("origin", "CHN")], "tariff", .add(0.1, isPercentage: true)),
      edit("stockpiles", [], "loss", .set("2 %")),
      edit("programmes", [], "share", .set("40%")),
    ])
    let news = tables.editedCells.compactMap { Double($0.new) }
    #expect(news.count == 3)
    for (new, wanted) in zip(news, [0.15, 0.02, 0.4]) { #expect(abs(new - wanted) < 1e-12) }
  }

  @Test("an edit that leads to an unknown name is reported with that name")
  func unknownName() throws {
    var tables = try tables()
    try tables.apply([edit("demands", [("commodity", "magnet")], "commodity", .set("magnets"))])
    let error = #expect(throws: InputProblems.self) { try tables.compile() }
    #expect(
      error?.problems.map(\.message).contains { $0.hasSuffix("(as edited by study.yaml:12)") }
        == true)
  }
}
