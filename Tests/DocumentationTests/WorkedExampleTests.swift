import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// The worked example of docs/formulation.md is what the program makes of docs/worked-example.
@Suite("The worked example")
struct WorkedExampleTests {
  private static let folder = TestPaths.package.appending(path: "docs/worked-example")

  private static func inputs() throws -> (Instance, Model) {
    let instance = try InstanceReader.read(folder: folder.path)
    return (
      instance,
      try ModelReader.read(file: folder.appending(path: "model.yaml").path, instance: instance)
    )
  }

  private static func expect(_ section: String, _ text: String) throws {
    try GeneratedSection(page: "docs/formulation.md", name: "worked example, \(section)")
      .expect(text)
  }

  @Test("shows its files")
  func tables() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    let yaml = names.filter { $0.hasSuffix(".yaml") }
    let files = try (yaml + names.filter { $0.hasSuffix(".csv") }).map { name in
      "# \(name)\n"
        + (try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8))
    }
    #expect(files.count >= 10)
    try Self.expect("tables", "```\n\(files.joined(separator: "\n"))```")
  }

  @Test("shows its program, optimum and duals, which are those worked out by hand")
  func program() throws {
    let (instance, model) = try Self.inputs()
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(abs(result.objective - 1620) < 1e-6)
    let price = try #require(result.goals.first?.shadowPrice)
    #expect(abs(price + 1620) < 1e-6)
    let names = ReadableNames(result.program)
    let labels = ProgramNames(
      title: "worked-example", column: names.name(of:), row: names.name(of:))
    try Self.expect(
      "program",
      Self.text(result.program.firstStage(), labels) + "\n"
        + Self.optimum(result.program.program, result.solution, names))
  }

  @Test("shows the stress program of its ban, whose three stages are those worked out by hand")
  func stress() throws {
    let (instance, model) = try Self.inputs()
    let solver = GLPKSolver()
    let plan = try #require(try Planner(solver: solver).plan(instance, model).plan)
    let runner = StressRunner(instance: instance, model: model, plan: plan, solver: solver)
    let outcomes = try runner.run(instance.disruptions, sharing: model.stress.sharing)
    let outcome = try #require(outcomes.disrupted.first)
    #expect(abs(outcome.lostValue - 200) < 1e-6)
    #expect(abs(outcome.stockUsed - 30) < 1e-6)
    #expect(abs(outcome.supplyCost - 165) < 1e-6)
    #expect(abs(outcome.extraSupplyCost - 10) < 1e-6)

    let program = StressProgram(
      instance: instance, model: model, plan: plan, period: 0, options: model.stress)
    var whole = program.program
    let bounds = program.bounds(
      under: DisruptionFactors(instance: instance, disruption: instance.disruptions[0]))
    for (column, upper) in bounds.columnUpper { whole.setBounds(column, lower: 0, upper: upper) }
    for (row, lower, upper) in bounds.rows { whole.setBounds(row, lower: lower, upper: upper) }
    for term in program.lostValue(in: Array(instance.regions.indices)).terms {
      whole.setCost(term.column, term.coefficient)
    }
    let names = ReadableNames(program)
    let labels = ProgramNames(
      title: "worked-example, ban, first stage", column: names.name(of:), row: names.name(of:))
    try Self.expect("stress", Self.text(whole, labels))
  }

  private static func text(_ program: LinearProgram, _ names: ProgramNames) -> String {
    var bytes: [UInt8] = []
    program.write(as: .lp, names: names) { bytes += $0 }
    return "```\n\(String(decoding: bytes, as: UTF8.self))```\n"
  }

  /// Columns with their values, rows with their duals.
  private static func optimum(
    _ program: LinearProgram, _ solution: Solution, _ names: ReadableNames
  ) -> String {
    let columns = (0..<program.columnCount).map {
      "| `\(names.name(of: Column($0)))` | \(rounded(solution.values[$0])) |\n"
    }
    let rows = (0..<program.rowCount).map {
      "| `\(names.name(of: Row($0)))` | \(rounded(solution.rowDuals[$0])) |\n"
    }
    return "| column | value |\n| --- | --- |\n\(columns.joined())\n"
      + "| row | dual |\n| --- | --- |\n\(rows.joined())"
  }

  /// To nine digits, without a sign at 0.
  private static func rounded(_ value: Double) -> String {
    let number = (value * 1e6).rounded() / 1e6
    return String(format: "%.9g", number == 0 ? 0 : number)
  }
}
