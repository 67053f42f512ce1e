import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Formulation
@testable import Scenarios

/// Every constraint family has a golden text: its rows in the sample instance. PLUSONE_RECORD=1 writes the texts;
/// read the difference before you commit it.
struct ConstraintFamilyTests {
  static let folder = TestPaths.package.appending(path: "Tests/FormulationTests/Golden")

  /// A program in which a family appears.
  enum Statement: Sendable {
    /// The planning program of a model.
    case plan(String)
    /// The stress window of a decomposed plan, outside of the planning program, for its first goal.
    case window(String)
    /// The stress program of a plan that does nothing.
    case stress(Sharing.Mode)
    /// The sizing program of that plan, with one member.
    case sizing
    /// The sizing program, under `pro_rata`, of a plan in which one region sends ore to two others.
    case rationed
    /// The planning program of a model after its first stage was solved with the value 1000.
    case kept(String)
    /// The planning program of a model whose plans may cost 1100, where a plan that costs 1000 is known.
    case limited(String)
    /// The program that loosens the targets of a model.
    case loosened(String)
  }

  /// Where each family appears.
  static let statements: [ConstraintFamily: Statement] = [
    .supply: .plan(""), .use: .plan(""), .projectCapacity: .plan(""), .projectSize: .plan(""),
    .quota: .plan(""), .programme: .plan(""),
    .stock: .plan("stockpiles: free\n"),
    .maxDecline: .plan("max_decline: 25%\n"),
    .reliance: goal("reliance, upon: $rival, commodity: finals, basis: use, at_most: 40%"),
    .largestSource: goal("largest_source, commodity: oxide, at_most: 60%, penalty: 7"),
    .hhi: goal("hhi, commodity: oxide, at_most: 0.36, in: last"),
    .plusOne: goal("plus_one, commodity: oxide, beyond: $rival, each_at_least: 20%, in: last"),
    .cover: goal("cover, commodity: oxide, at_least: 73, in: last"),
    .service: goal("service, commodity: magnet, at_least: 90%"),
    .capex: goal("capex, at_most: 500"),
    .subsidy: goal("subsidy, programme: fund, at_most: 250"),
    .cost: goal("cost, at_most: 1000000"),
    .chain: goal(
      "reliance, upon: $rival, commodity: oxide, trace: chain, at_most: 40%, in: last"),
    .resilience: .plan(resilient),
    .risk: .plan("risk: {cvar: {alpha: 75%, weight: 0.5}}\nstress: {horizon_months: 1}\n"),
    .stressCapacity: .plan(resilient), .stressFlow: .plan(resilient),
    .stressStock: .plan(resilient), .stressRelease: .plan(resilient),
    .stressSupply: .plan(resilient), .stressUse: .plan(resilient),
    .stressQuota: .plan(resilient), .stressAllocation: .rationed,
    .sharingQuota: .stress(.quota(0.3)), .sharingRights: .stress(.iep),
    .windowService: .window(monthly),
    .sizingService: .sizing, .outsidersLoss: .sizing, .largestStockCost: .sizing,
    .objective: .kept("objective: [{minimise: shortage, tolerance: 2%}, {minimise: cost}]\n"),
    .costLimit: .limited(""),
    .give: .loosened("goals: [{kind: hhi, commodity: oxide, at_most: 0.36, in: last}]\n"),
  ]

  static func goal(_ keys: String) -> Statement { .plan("goals: [{kind: \(keys)}]\n") }

  private static let resilient =
    "goals: [{kind: resilience, against: quake, commodity: magnet, at_least: 50%}]\n"
    + "stress: {horizon_months: 1}\n"
  private static let monthly =
    "goals: [{kind: resilience, against: quake, commodity: magnet, at_least: 50%, "
    + "each_month_at_least: 25%}]\nstress: {horizon_months: 2}\n"

  static func inputs(_ model: String) throws -> (Instance, Model) {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let bytes = Array("name: golden\n\(model)".utf8)
      return (
        instance, try ModelReader.read(bytes: bytes, file: "model.yaml", instance: instance)
      )
    }
  }

  /// The rows and columns of a statement, with their names.
  private static func program(_ statement: Statement) throws -> (KeyedProgram, ReadableNames) {
    switch statement {
    case .plan(let model):
      let (instance, model) = try inputs(model)
      let planning = PlanningProgram(instance: instance, model: model)
      return (planning.keyed, ReadableNames(planning))
    case .window(let model): return try window(model)
    case .stress(let mode):
      let (instance, model) = try inputs("")
      let stress = StressProgram(
        instance: instance, model: model, plan: idle(instance, model),
        period: instance.horizon.last, options: sharing(mode, instance))
      return (stress.keyed, ReadableNames(stress))
    case .sizing:
      let (instance, model) = try inputs("")
      var options = sharing(.own, instance)
      options.sharing.members = instance.regionSet("JPN")
      let reference = PlanReference(
        instance: instance, model: model, plan: idle(instance, model), period: 0)
      let sizing = SizingProgram(
        plan: reference, options: options, disruptions: [instance.disruptions[2]], service: 0.9,
        outsidersLoss: [100])
      return (sizing.keyed, ReadableNames(sizing))
    case .rationed:
      let (instance, model) = try inputs("")
      var plan = idle(instance, model)
      // Works that are built use ore.
      for project in instance.projects.indices { plan.orders[project][.first] = 40 }
      let region = { (id: String) in
        try #require(instance.regions.indices.first { instance.regions[$0].id == id })
      }
      plan.flows = try [("JPN", 30.0), ("AUS", 60)].map { destination, quantity in
        Plan.Flow(
          key: FlowKey(
            commodity: try #require(
              instance.commodities.indices.first { instance.commodities[$0].id == "ore" }),
            origin: try region("CHN"), destination: try region(destination),
            period: instance.horizon.last), quantity: quantity)
      }
      var options = sharing(.own, instance)
      options.sharing.members = instance.regionSet("JPN")
      options.allocation = .proRata
      let sizing = SizingProgram(
        plan: PlanReference(
          instance: instance, model: model, plan: plan, period: instance.horizon.last),
        options: options, disruptions: [instance.disruptions[1]], service: 0.9,
        outsidersLoss: [100])
      return (sizing.keyed, ReadableNames(sizing))
    case .kept(let model):
      return try added(to: model) { try $0.keepStage(0, near: 1000) }
    case .limited(let model):
      return try added(to: model) {
        try $0.limit(cost: $0.program.costExpression, to: 1100, known: 1000)
      }
    case .loosened(let model):
      let (instance, model) = try inputs(model)
      let probe = FeasibilityProbe(
        solver: GLPKSolver(), instance: instance, options: .standard)
      let planning = TargetSearch(probe: probe, model: model).elastic(
        PlanningProgram(instance: instance, model: model), AdjustableTarget.all(in: model),
        beyond: [:], weights: [])
      return (planning.keyed, ReadableNames(planning))
    }
  }

  /// The planning program of a model with rows that are added while solving.
  private static func added(
    to model: String, _ add: (inout StagedSolve) throws -> Void
  ) throws -> (KeyedProgram, ReadableNames) {
    let (instance, model) = try inputs(model)
    let planning = PlanningProgram(instance: instance, model: model)
    let whole = try GLPKSolver().withSession(planning.program) { session in
      var run = try StagedSolve(session: session, program: planning, solver: GLPKSolver())
      try add(&run)
      return run.program
    }
    return (whole.keyed, ReadableNames(whole))
  }

  private static func window(_ model: String) throws -> (KeyedProgram, ReadableNames) {
    let (instance, model) = try inputs(model)
    var builder = PlanningBuilder(instance: instance, model: model, isDecomposed: true)
    let planning = builder.build()
    guard case .resilience(.disruptions(let against), let monthly) = model.goals[0].kind else {
      throw Missing()
    }
    let cell = try #require(
      model.goals[0].windowCells(at: 0, in: instance, monthly: monthly).first)
    let factors = DisruptionFactors(
      instance: instance, disruption: instance.disruptions[against[0]])
    let (program, block, violation, _) = builder.serviceWindow(
      builder.serviceRequirements(cell, against[0], factors, nil), cell.commodity, factors,
      period: cell.period)
    return (
      program, ReadableNames(program, plan: planning, window: block, violation: violation)
    )
  }

  private struct Missing: Error {}

  /// A plan in which nothing is made, moved or built.
  private static func idle(_ instance: Instance, _ model: Model) -> Plan {
    let zeros = PerPeriod(repeating: 0.0, count: instance.horizon.count)
    let producers = Producers(instance: instance, projects: model.projects)
    return Plan(
      flows: [], activity: producers.all.mapped { _ in zeros },
      orders: instance.projects.mapped { _ in zeros },
      isOrdered: instance.projects.mapped { _ in zeros.mapped { _ in false } }, stocks: [],
      shortages: [])
  }

  private static func sharing(_ mode: Sharing.Mode, _ instance: Instance) -> StressOptions {
    var options = StressOptions()
    options.horizonMonths = 2
    options.sharing = Sharing(mode: mode, members: instance.regionSet("allies"))
    return options
  }

  @Test("every family of constraints has a golden text")
  func noFamilyIsForgotten() throws {
    let stated = Set(ConstraintFamily.allCases)
    #expect(Set(Self.statements.keys) == stated)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let named = Set(files.map { String($0.prefix { $0 != "." }) })
    #expect(named == Set(stated.map(\.rawValue)).union(["bounds", "others_keep"]))
  }

  @Test("the rows of a family are those of its golden text", arguments: Array(statements.keys))
  func rowsAreGolden(family: ConstraintFamily) throws {
    let (keyed, names) = try Self.program(try #require(Self.statements[family]))
    let program = keyed.program
    var terms = Array(repeating: [String](), count: program.rowCount)
    for (place, row) in program.termRow.enumerated() {
      let column = Column(Int(program.termColumn[place]))
      let value = program.termValue[place]
      terms[Int(row)].append("\(value < 0 ? "-" : "+") \(abs(value)) \(names.name(of: column))")
    }
    let lines = keyed.keys.enumerated().filter { $0.element.family == family }.map { entry in
      let row = Row(entry.offset)
      let (lower, upper) = (program.rowLower[row.index], program.rowUpper[row.index])
      let sum = terms[row.index].joined(separator: " ")
      return "\(names.name(of: row)): \(lower) <= \(sum) <= \(upper)\n"
    }
    #expect(!lines.isEmpty, "the statement of a family must make it appear")
    try Self.compare(lines.joined(), with: family.rawValue)
  }

  /// Soft goals with two bounds, several commodities and several disruptions; sources; two clean sub-flows.
  private static let manyGoals = """
    goals:
    - {kind: reliance, upon: $rival, commodity: [oxide, magnet], at_most: 40%, at_least: 1%, penalty: 1}
    - {kind: reliance, upon: $rival, commodity: oxide, trace: chain, at_most: 40%, at_least: 1%, penalty: 1}
    - {kind: plus_one, of: allies, each: yes, commodity: [oxide, magnet], beyond: $rival, each_at_least: 20%}
    - {kind: resilience, against: all, commodity: [oxide, magnet], at_least: 50%, each_month_at_least: 5%,
       penalty: 1}
    risk: {cvar: {weight: 0.5}, in: [2021, 2022]}
    stress: {horizon_months: 2}

    """

  @Test(
    "no two rows or columns have the same name, and every column has a name",
    arguments: ["stockpiles: free\nmax_decline: 25%\n", resilient, monthly, manyGoals])
  func namesAreUnique(model: String) throws {
    let (keyed, names) = try Self.program(.plan(model))
    let rows = keyed.keys.indices.map { names.name(of: Row($0)) }
    #expect(Set(rows).count == rows.count)
    let columns = (0..<keyed.program.columnCount).map { names.name(of: Column($0)) }
    #expect(Set(columns).count == columns.count)
    #expect(!columns.contains { $0.hasPrefix("aux") })
  }

  @Test("columns of a decomposed program have names")
  func decomposedNames() throws {
    let (instance, model) = try Self.inputs(Self.manyGoals)
    let planning = try PlanningProgram(decomposing: model, of: instance)
    let names = ReadableNames(planning)
    let columns = (0..<planning.program.columnCount).map { names.name(of: Column($0)) }
    #expect(Set(columns).count == columns.count)
    #expect(columns.contains("loss[ban,2021]") && !columns.contains { $0.hasPrefix("aux") })
  }

  @Test("facilities, lanes, contracts, history, shortages and stocks are bounds and costs")
  func boundsAreGolden() throws {
    let (keyed, names) = try Self.program(.plan("stockpiles: free\n"))
    let program = keyed.program
    let lines = (0..<program.columnCount).map { index in
      "\(program.columnLower[index]) <= \(names.name(of: Column(index))) <= "
        + "\(program.columnUpper[index]), cost \(program.cost[index])\n"
    }
    try Self.compare(lines.joined(), with: "bounds")
  }

  @Test("what others keep is a lower bound of flows, at most the lane's capacity")
  func othersKeepIsGolden() throws {
    let text = "others_keep: 40%\ngoals: [{kind: capex, at_most: 1e6}]\n"
    var (instance, model) = try Self.inputs(text)
    let plain = PlanningProgram(instance: instance, model: model)
    let flows = plain.columns.flows.map(\.key)
    let abroad = flows.filter { !instance.home.members.contains($0.destination) }
    model.othersTrade = OthersTrade(
      amounts: Dictionary(uniqueKeysWithValues: abroad.map { ($0, 10) }))
    let kept = PlanningProgram(instance: instance, model: model)
    let names = ReadableNames(kept)
    let lines = kept.columns.flows.compactMap { entry -> String? in
      let (before, now) = (plain.program.columnLower, kept.program.columnLower)
      guard before[entry.column.index] != now[entry.column.index] else { return nil }
      let upper = kept.program.columnUpper[entry.column.index]
      return "\(now[entry.column.index]) <= \(names.name(of: entry.column)) <= \(upper)\n"
    }
    #expect(!lines.isEmpty)
    try Self.compare("others_keep\n" + lines.joined(), with: "others_keep")
  }

  static func compare(_ text: String, with name: String) throws {
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["PLUSONE_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden)
  }
}
