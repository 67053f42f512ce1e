import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Reporting
import Sourcing
import Tables
import TestSupport
import Testing

@Suite("The report on checks against published figures")
struct CheckReportTests {
  /// A share that holds, one that does not, a quantity that does not, and a share of nothing.
  private static func checked() throws -> (instance: Instance, figures: [CheckedFigure]) {
    var instance = CheckedNetwork.instance
    let wanted: [(PublishedCheck.Kind, String, String, String?, Double)] = [
      (.supplyShare, "metal", "A", "C", 0.72), (.lookThroughShare, "metal", "A", "B", 0.9),
      (.production, "metal", "B", nil, 25), (.supplyShare, "ore", "A", "B", 0.5),
    ]
    instance.checks = Table(
      try wanted.enumerated().map { place, it in
        var check = try CheckedNetwork.check(
          it.0, of: it.1, in: it.2, from: it.3, period: 1, published: it.4)
        (check.id, check.line) = ("c\(place + 1)", place + 2)
        return check
      })
    instance.checks[0].source = "yearbook"
    let figures = try CheckedFigure.all(
      of: instance, in: CheckedNetwork.result.get(), solver: GLPKSolver())
    return (instance, figures)
  }

  @Test("says how many hold, and shows each with what it is about")
  func report() throws {
    let (instance, figures) = try Self.checked()
    let lines = CheckReport(figures, in: instance, plan: "the plan without goals")
      .lines().map(\.text)
    #expect(
      lines.prefix(2).joined().replacing("1  more", with: "1 more")
        == "Checks against published figures: 1 of 3 hold in the plan without goals, which has no figure for 1 more."
    )
    let rows = lines.filter { $0.hasPrefix("  c") && !$0.contains(":") }.map {
      $0.split(separator: " ").map(String.init).joined(separator: " ")
    }
    #expect(
      rows == [
        "check published tolerance instance holds plan difference holds",
        "c1 72.0% 5.0 points - - 75.0% +3.0 points yes",
        "c2 90.0% 5.0 points - - 75.0% -15.0 points no",
        "c3 25.00 5.0% 40.00 (capacity) no 20.00 -20.0% no",
        "c4 50.0% 5.0 points - - - - -",
      ])
    #expect(lines.contains("  c1: share of C in the metal that reaches A, 2021 (yearbook)"))
    #expect(lines.contains("  c3: output of metal in B, t/yr, 2021"))
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test("judges the instance itself where there is no plan")
  func withoutPlan() throws {
    let (instance, _) = try Self.checked()
    let figures = try CheckedFigure.all(of: instance, in: nil, solver: GLPKSolver())
    let report = CheckReport(figures, in: instance, plan: nil)
    let head = report.lines(width: 200).prefix(2).map(\.text).joined(separator: " ")
    #expect(head.contains("there is no plan to compare with; 0 of 1 hold"))
    #expect(report.table.text(2, "holds") == "no" && report.table.text(2, "difference") == "15")
    #expect(
      CheckText.warnings(figures, in: instance).map(\.message) == [
        "`c3`: the instance itself (capacity) has 40.00, published is 25.00: 60.0% more, the tolerance is 5.0%"
      ])
  }

  @Test("of an instance without checks says that there are none")
  func none() {
    let lines = CheckReport([], in: CheckedNetwork.instance, plan: nil).lines().map(\.text)
    #expect(lines == ["checked has no checks.csv with published figures to compare with."])
  }

  @Test("warns of figures beyond their tolerance, with the line of the check")
  func warnings() throws {
    var (instance, figures) = try Self.checked()
    instance.folder = "checked"
    let warnings = CheckText.warnings(figures, in: instance)
    #expect(
      warnings.map(\.description) == [
        "checked/checks.csv:3: warning: published: `c2`: the plan without goals has 75.0%, published is 90.0%: "
          + "15.0 points less, the tolerance is 5.0 points",
        "checked/checks.csv:4: warning: published: `c3`: the plan without goals has 20.00, published is 25.00: "
          + "20.0% less, the tolerance is 5.0%",
      ])
    let many = CheckText.warnings(Array(repeating: figures[1], count: 25), in: instance)
    #expect(many.count == 20)
    #expect(many.last?.message.hasSuffix("(and 5 further warnings of this kind)") == true)
  }

  @Test("of a published 0 tells the difference as an amount")
  func zero() throws {
    var instance = CheckedNetwork.instance
    instance.checks = [
      try CheckedNetwork.check(.production, of: "metal", in: "B", period: 1, published: 0)
    ]
    let figures = try CheckedFigure.all(
      of: instance, in: CheckedNetwork.result.get(), solver: GLPKSolver())
    #expect(
      CheckText.warnings(figures, in: instance).map(\.message) == [
        "`check`: the plan without goals has 20.00, published is 0: 20.00 more, the tolerance is 5.0%"
      ])
  }

  @Test("has a table with the units of each figure")
  func table() throws {
    let (instance, figures) = try Self.checked()
    let table = CheckReport(figures, in: instance, plan: "the plan without goals").table
    #expect(table.rowCount == 4)
    let column = { (name: String) in (0..<4).map { table.text($0, name) } }
    #expect(column("unit") == ["share", "share", "t/yr", "share"])
    #expect(column("partner") == ["C", "B", "", "B"])
    #expect(column("holds") == ["yes", "no", "no", ""])
    #expect(column("instance") == ["", "", "40", ""])
    #expect(column("instance_from") == ["", "", "capacity", ""])
    #expect(column("instance_holds") == ["", "", "no", ""])
    #expect(column("source") == ["yearbook", "", "", ""])
    let plan = (0..<4).map { table.number($0, "plan") }
    #expect(plan[3] == nil && isClose(plan[0] ?? 0, 0.75) && isClose(plan[2] ?? 0, 20))
    #expect(isClose(table.number(1, "difference") ?? 0, -0.15))
  }
}
