import CaseSupport
import GLPKSolver
import Scenarios
import Sourcing
import Testing

@Suite("Ranges of a parameter")
struct RangeTextTests {
  /// An instance with some labels of periods.
  private func range(_ text: String, labels: [String] = ["2025", "2028", "2030", "2035"]) throws
    -> ParameterRange
  {
    var instance = try Question(seed: 1).instance
    instance.horizon = Horizon(labels.map { ($0, 1) }, discountRate: 0.05)
    return try ParameterRange(RangeText(text), in: instance)
  }

  @Test("ranges are read as written")
  func numbers() throws {
    let cap = try range("cap=80%..20%")
    #expect(cap.name == "cap" && cap.isPercent && !cap.isOfPeriods)
    #expect(cap.values(steps: 3).map(cap.text) == ["80%", "50%", "20%"])
    let spaced = try range("cap=80 %..20\u{A0}%")
    #expect(spaced.values(steps: 4) == cap.values(steps: 4) && spaced.isPercent)
    let days = try range("days=30..90")
    #expect(days.values(steps: 3).map(days.text) == ["30", "60", "90"])
    #expect(try range("cap=50%..0").values(steps: 2) == [0.5, 0])
  }

  @Test("ends that name periods mean the periods between them, each once")
  func periods() throws {
    let labels = ["2025", "2026-30", "2031-35"]
    let by = try range("by=2031-35..2025", labels: labels)
    #expect(by.isOfPeriods && by.values(steps: 13).map(by.text) == labels.reversed())
    #expect(by.from == 3 && by.to == 1)
    let last = try range("by=last..first", labels: labels)
    #expect(last.values(steps: 2).map(last.text) == ["2031-35", "2025"])
    let years = try range("by=last..2028")
    #expect(years.values(steps: 13) == [2035, 2030, 2028] && years.from == 2035)
    let named = try range("by=Y28..Y25", labels: ["Y25", "Y28"])
    #expect(named.values(steps: 13).map(named.text) == ["Y28", "Y25"])
  }

  @Test(
    "a slip says what is wrong",
    arguments: [
      ("cap", "write name=from..to"), ("=1..2", "write name=from..to"),
      ("cap=1", "`1` has no two points"), ("cap=1..", "the last value is missing"),
      ("cap=0,8..0,2", "`0,8` is not a number; it has a decimal comma: write a point, 0.8"),
      ("by=2025-2030", "has no two points between a first and a last value; write by=2025..2030"),
      ("by=2025...2030", "found `...`; write two points, by=2025..2030"),
      ("cap=80%…20%", "found `…`; write two points, cap=80%..20%"),
      ("by=2025..2025", "both ends are `2025`; must be two different values"),
      ("by=last..2035", "both ends are `2035`; must be two different values"),
      ("cap=80%..20", "one end of `80%..20` has a percent sign and the other has none"),
      ("cap=a..b", "`a` is neither a number nor a period; a period must be one of 2025, 2028"),
      ("by=last..2027", "`2027` is no period; a period must be one of 2025, 2028"),
    ])
  func slips(text: String, says: String) throws {
    let mistake = #expect(throws: RangeText.Mistake.self) { try range(text) }
    #expect(mistake?.description.contains(says) == true, "\(mistake?.description ?? "")")
  }

  private struct NoPeriod: Error {}

  @Test("a frontier over years that are periods has each period once, and ends at one of them")
  func frontier() throws {
    let question = try Question(seed: 4)
    let labels = question.instance.horizon.periods.map(\.label)
    let (first, last) = (try #require(labels.first), try #require(labels.last))
    let range = try ParameterRange(RangeText("by=\(last)..\(first)"), in: question.instance)
    let frontier = try FrontierRunner(solver: GLPKSolver()).run(
      question.instance, over: range, steps: 13
    ) { by in
      guard labels.contains(by) else { throw NoPeriod() }
      return try question.model(
        ["{kind: reliance, upon: R1, commodity: oxide, at_most: 50%, by: \(by)}"])
    }
    #expect(frontier.range.isOfPeriods && frontier.steps.map(\.text) == labels.reversed())
    let tightest = try #require(frontier.tightest)
    #expect(labels.contains(frontier.range.text(tightest)))
  }
}
