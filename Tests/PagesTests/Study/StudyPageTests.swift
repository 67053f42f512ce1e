import Charts
import Foundation
import GLPKSolver
import Pages
import Reporting
import SourcingFiles
import Studies
import TestSupport
import Testing

@Suite("The page on a study")
struct StudyPageTests {
  private static let study = """
    options:
      - {model: model.yaml, name: free, set: {cap: 100%}}
      - {model: model.yaml, name: capped, set: {cap: 40%}}
      - {model: model.yaml, name: never, set: {cap: 0%}}
    variations:
      - name: dear-b
        edit:
          - {table: facilities, where: {facility: fb}, column: unit_cost, set: 1.5}
      - name: no-c
        edit:
          - {table: facilities, where: {facility: fc}, column: capacity, set: 0}

    """
  private static let model = """
    parameters: {cap: 100%}
    goals:
      - {kind: reliance, of: A, upon: B, commodity: g, at_most: $cap, in: 2025}
      - {kind: service, of: A, commodity: g, at_least: 100%, in: 2025}

    """

  /// The page on the runs of a study, or on some of them.
  private static func page(_ text: String = study, runs: [Int]? = nil) throws -> Page {
    try withTemporaryFolder { folder in
      var files = OneBuyer.files
      files["instance.yaml"]? += "parameters: {focus: g, rival: B}\n"
      files["assumptions.csv"] =
        "assumption,table,where,column,low,high,source\nb,facilities,facility=fb,unit_cost,0.5,3,assumption: none\n"
      files["model.yaml"] = model
      files["study.yaml"] = text
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let study = try StudyReader.read(file: folder.path + "/study.yaml", solver: GLPKSolver())
      let names = FigureNames(try #require(study.variations.first).instance)
      let comparison = try comparison(of: study)
      let page = Page(
        study: StudySubject(
          name: study.name, names: names, comparison: comparison, runs: runs,
          filter: runs == nil ? nil : "cost > 0",
          report: ReportDocument(paragraphs: [])), making: .init(program: "p", command: "c"))
      PageNumbers.expectAll(
        of: page,
        in: [
          comparison.table, Robustness(comparison).table, comparison.boxes.table,
          comparison.indices.table,
        ])
      return page
    }
  }

  private static func comparison(of study: Study) throws -> Comparison {
    let runner = StudyRunner(study: study, solver: GLPKSolver())
    let records = try study.runs.map { run in
      let record = { (status: RunRecord.Status) in
        RunRecord(run, in: study, key: run.name, status: status, reason: "", timeLimit: nil)
      }
      guard case .planned(let planned) = runner.outcome(of: run).result else {
        return record(.infeasible)
      }
      var found = record(.optimal)
      found.figures = RunFigures(planned, planned.view, bills: try planned.bills)
      return found
    }
    return Comparison(records, claims: study.claims, worlds: study.worlds?.drawn)
  }

  @Test("the answer has the options that no other beats, and the runs without a plan")
  func answer() throws {
    let page = try Self.page()
    #expect(page.answer.text.hasPrefix("Under “as-is”, free has the lowest cost"))
    #expect(page.answer.text.contains("never has the least reliance."))
    #expect(
      page.answer.text.contains("but beaten by no other option in cost and reliance: capped."))
    #expect(page.answer.text.contains("2 of 9 runs have no plan."))
    #expect(page.question.instance == "One buyer")
    #expect(
      page.figures.map(\.label).contains("Least reliance of A upon B for g, 2025, under “as-is”"))
    #expect(page.figures[0].value == "free")
    #expect(page.figures[0].compared?.contains(" USD; never has ") == true)
    #expect(page.assumed.contains { $0.contains("samples no worlds") })
  }

  @Test("pictures have a row for each run, with what is written where there is no plan")
  func pictures() throws {
    let page = try Self.page()
    #expect(page.pictures.map(\.id) == ["options", "home-bills", "option-ranges", "regret"])
    #expect(page.pictures[0].data.rows.count == 7)
    let bills = page.pictures[1].data.objects
    #expect(bills.count == 9)
    #expect(bills.compactMap { $0["_note"]?.text } == ["infeasible", "infeasible"])
    #expect(bills.compactMap { $0["_group"]?.text } == ["free", "capped", "never"])
    let regret = page.pictures[3].data.objects
    #expect(regret.map { $0["no_plan_regret"] } == [.number(0), .number(1), .number(1)])
    #expect(regret[1]["largest_regret"] == PictureValue.none)
  }

  @Test("the page of a filter shows the filtered runs only, and nothing over all worlds")
  func filtered() throws {
    let page = try Self.page(runs: [0, 1])
    #expect(page.pictures.map(\.id) == ["options", "home-bills"])
    #expect(page.pictures.allSatisfy { $0.data.rows.count == 2 })
    #expect(page.question.settings.contains { $0 == "Only runs with cost > 0 are shown (2 of 9)." })
    let none = try Self.page(runs: [])
    #expect(none.answer.mood == .bad && none.pictures.isEmpty && none.figures.isEmpty)
  }

  @Test("of very many options pictures over all worlds show the first ones, and say so")
  func many() throws {
    let options = (1...22).map {
      "  - {model: model.yaml, name: o\($0), set: {cap: \(50 + $0)%}}\n"
    }
    let page = try Self.page(
      "options:\n\(options.joined())variations:\n  - name: no-c\n    edit:\n"
        + "      - {table: facilities, where: {facility: fc}, column: capacity, set: 0}\n")
    for id in ["option-ranges", "regret"] {
      let picture = try #require(page.pictures.first { $0.id == id })
      #expect(picture.data.rows.count == 20)
      #expect(picture.sentence.hasSuffix(" Shown are 20 of 22 options; all are in robustness.csv."))
    }
  }

  @Test("boxes and indices have a picture beside that of robustness, with rows of their tables")
  func decides() throws {
    let page = try Self.page(
      "options:\n  - {model: model.yaml, name: free, set: {cap: 100%}}\n"
        + "  - {model: model.yaml, name: capped, set: {cap: 40%}}\n"
        + "worlds: {samples: 30, seed: 2, sobol: 8}\nclaims: [cost < 80]\n")
    #expect(
      page.pictures.map(\.id) == [
        "options", "home-bills", "option-ranges", "regret", "boxes", "sobol-capped-joint",
      ], "the goals of free never cost anything")
    let boxes = page.pictures[4].data.objects
    #expect(boxes.first?["claim"] == .text("cost < 80"))
    #expect(boxes.first?["_name"] == .text("free: cost < 80: b"))
    #expect(page.pictures[5].data.objects.first?["option"] == .text("capped"))
    #expect(page.question.settings.contains("Sampled worlds: 30."))
    #expect(page.question.settings.contains("Further worlds for Sobol indices: 24."))
    // On some runs alone there is nothing to say of worlds.
    let some = try Self.page(
      "options: [{model: model.yaml}]\nworlds: {samples: 8, sobol: 4}\nclaims: [cost < 80]\n",
      runs: [0, 1])
    #expect(!some.pictures.contains { $0.id == "boxes" || $0.id.hasPrefix("sobol") })
  }

  @Test("over sampled worlds the main figures have ranges")
  func sampled() throws {
    let page = try Self.page(
      "options:\n  - {model: model.yaml, name: free, set: {cap: 100%}}\n"
        + "  - {model: model.yaml, name: capped, set: {cap: 40%}}\nworlds: {samples: 8}\n")
    #expect(page.figures[0].range?.hasSuffix("(90% of 8 worlds)") == true)
    #expect(page.answer.text.contains("The cheapest in each of the 8 sampled worlds: free."))
    #expect(page.pictures.first { $0.id == "option-ranges" }?.data.rows.count == 2)
    #expect(page.pictures.first { $0.id == "options" }?.data.rows.count == 2)
  }
}
