package import Analysis
public import Foundation
public import Scenarios
public import Sourcing

/// Alternatives as text, as a table, and as JSON.
public struct AlternativesReport: BlockReport {
  let alternatives: Alternatives
  let instance: Instance
  private let model: Model

  /// The report on some alternatives.
  ///
  /// - Parameters:
  ///   - alternatives: the alternatives.
  ///   - instance: for which the alternatives were found.
  ///   - model: whose plans they are.
  public init(_ alternatives: Alternatives, of instance: Instance, _ model: Model) {
    self.alternatives = alternatives
    self.instance = instance
    self.model = model
  }

  /// What it says, from top to bottom.
  public var blocks: [ReportBlock] {
    let texts: [String?] = [
      model.shownTitle, instance.assumptionText,
      model.parameterText(standings), whichPlans,
      comparesGoals ? alternatives.costOfGoals.map(goalsText) : nil,
      Legend.money(instance.currency, "for all regions together, discounted"),
    ]
    var report = ReportDocument()
    report.addVerdict(ModelVerdict(standings, of: instance, model))
    report.addHeading(instance.shownTitle)
    for text in texts.compactMap(\.self) { report.add(text) }
    for warning in alternatives.warnings { report.add("Warning: \(warning).", .bad) }
    if !alternatives.projects.isEmpty { addProjects(to: &report) }
    if let commodity = alternatives.commodity { addShares(commodity, to: &report) }
    report.addNames(Names(instance))
    return report.blocks
  }

  /// How the cheapest plan stands to all goals.
  package var standings: [GoalStanding] { alternatives.goals + GoalStanding.idle(in: model) }

  /// Whether some goal limits something, so that plans without goals differ.
  package var comparesGoals: Bool {
    alternatives.costOfGoals != nil && alternatives.goals.contains(where: \.isLimiting)
  }

  /// What plans the alternatives are, and what they cost.
  package var whichPlans: String {
    let amount = NumberText.amount
    let limiting = alternatives.goals.contains(where: \.isLimiting)
    let (soft, hard) = (
      model.goals.contains(where: \.isSoft), model.goals.contains { !$0.isSoft }
    )
    var text = "All plans that "
    if limiting, hard {
      text += soft ? "meet the goals without a penalty and " : "meet the goals and "
    }
    text += "cost at most \(amount(alternatives.limit))"
    if limiting, soft { text += " with the penalties for missed goals" }
    return text + ": \(amount(alternatives.allowance)) more than the cheapest plan "
      + "(\(amount(alternatives.limit - alternatives.allowance)))."
  }

  /// What the goals cost, beside what a plan may cost more.
  package func goalsText(_ whole: Double) -> String {
    let amount = NumberText.amount
    let rounding = 1e-9 * abs(alternatives.limit)
    let shown = { (value: Double) in amount(abs(value) > rounding ? value : 0) }
    var text = "The goals cost \(shown(whole)), compared with the plan without goals"
    let beyond = alternatives.costOfGoalsBeyondPlan ?? 0
    let isSplit = abs(beyond) > rounding
    guard isSplit || abs(whole) > rounding else {
      return "The goals cost nothing: the plan without goals costs as much."
    }
    if isSplit {
      let what =
        model.risk == nil
        ? "penalties for missed goals" : "losses from disruptions (and penalties, if any)"
      text += ": \(shown(whole - beyond)) in the cost of the plan and \(shown(beyond)) in \(what)"
    }
    guard whole > rounding else { return text + "." }
    let share = NumberText.percent(alternatives.allowance / whole)
    return text
      + (isSplit ? ". \(share) of the sum may be added." : ": \(share) of that may be added.")
  }

  /// Adds the table of the shares of home's direct suppliers.
  private func addShares(_ commodity: CommodityGroup, to report: inout ReportDocument) {
    let names = Names(instance)
    let period = instance.horizon[alternatives.period].label
    let what =
      "\(names.sentence(commodity.id)) to \(names.sentence(instance.home.id)) in \(period)"
    let shown = alternatives.origins.filter { $0.share.greatest > 0 }
    guard !shown.isEmpty else {
      report.addBlank()
      return report.add("None of these plans has a supply of \(what).")
    }
    var grid = TextGrid(["direct supplier", "minimum", "cheapest plan", "maximum"])
    for entry in shown {
      grid.add(
        [names.row(instance.regions[entry.region].id)]
          + [entry.share.least, entry.share.optimum, entry.share.greatest].map(NumberText.percent))
    }
    report.add(grid, heading: "Shares of the supply of \(what)")
    report.addBlank()
    report.add("Each row has the range of that row alone: the maxima are of different plans.")
  }

  /// The alternatives as `alternatives --format csv` prints it.
  public var table: ReportTable {
    var table = ReportTable(.alternatives)
    for entry in alternatives.projects {
      table.add(
        .text("capacity"), .text(instance.projects[entry.project].id), .blank, .blank,
        .number(entry.built.capacity.least), .number(entry.built.capacity.optimum),
        .number(entry.built.capacity.greatest), .text(entry.built.verdict.rawValue),
        entry.withoutGoals.map { .number($0.capacity.least) } ?? .blank,
        entry.withoutGoals.map { .number($0.capacity.optimum) } ?? .blank,
        entry.withoutGoals.map { .number($0.capacity.greatest) } ?? .blank,
        entry.withoutGoals.map { .text($0.verdict.rawValue) } ?? .blank)
    }
    let period = instance.horizon[alternatives.period].label
    for entry in alternatives.origins {
      table.add(
        .text("share"), .text(instance.regions[entry.region].id),
        alternatives.commodity.map { .text($0.id) } ?? .blank, .text(period),
        .number(entry.share.least), .number(entry.share.optimum), .number(entry.share.greatest),
        .blank, .blank, .blank, .blank, .blank)
    }
    return table
  }

  /// The alternatives as `alternatives --format json` prints it.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data {
    try snakeCaseJSON(
      Answer(
        assumptions: instance.assumptionsAsKey, optimum: alternatives.optimum,
        allowance: alternatives.allowance,
        limit: alternatives.limit, costOfGoals: alternatives.costOfGoals,
        costOfGoalsBeyondPlan: alternatives.costOfGoalsBeyondPlan,
        commodity: alternatives.commodity?.id,
        period: instance.horizon[alternatives.period].label,
        projects: alternatives.projects.map {
          Answer.Project(
            project: instance.projects[$0.project].id, least: $0.built.capacity.least,
            optimum: $0.built.capacity.optimum, greatest: $0.built.capacity.greatest,
            verdict: $0.built.verdict.rawValue, withoutGoals: $0.withoutGoals.map(Answer.Built.init)
          )
        },
        origins: alternatives.origins.map {
          Answer.Origin(
            origin: instance.regions[$0.region].id, least: $0.share.least,
            optimum: $0.share.optimum, greatest: $0.share.greatest)
        }, warnings: alternatives.warnings))
  }

  /// What `alternatives --format json` prints.
  struct Answer: DescribedJSON {
    struct Project: DescribedJSON {
      var project: String
      var least: Double
      var optimum: Double
      var greatest: Double
      var verdict: String
      @Nullable var withoutGoals: Built?

      enum CodingKeys: String, CodingKey, CaseIterable {
        case project, least, optimum, greatest, verdict, withoutGoals
      }
      static let objectTitle = "Capacity in almost cheapest plans"
    }
    struct Built: DescribedJSON, Codable {
      var least: Double
      var optimum: Double
      var greatest: Double
      var verdict: String

      init(_ built: Alternatives.Built) {
        (least, greatest) = (built.capacity.least, built.capacity.greatest)
        (optimum, verdict) = (built.capacity.optimum, built.verdict.rawValue)
      }

      enum CodingKeys: String, CodingKey, CaseIterable { case least, optimum, greatest, verdict }
      static let objectTitle = "Capacity in almost cheapest plans without goals"
    }
    struct Origin: DescribedJSON {
      var origin: String
      var least: Double
      var optimum: Double
      var greatest: Double

      enum CodingKeys: String, CodingKey, CaseIterable { case origin, least, optimum, greatest }
      static let objectTitle = "Share in almost cheapest plans"
    }
    var assumptions: [String: Double]?
    var optimum: Double
    var allowance: Double
    var limit: Double
    @Nullable var costOfGoals: Double?
    @Nullable var costOfGoalsBeyondPlan: Double?
    @Nullable var commodity: String?
    var period: String
    var projects: [Project]
    var origins: [Origin]
    var warnings: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case assumptions, optimum, allowance, limit, costOfGoals, costOfGoalsBeyondPlan, commodity,
        period
      case projects, origins, warnings
    }
    static let objectTitle = "Alternatives"
  }
}
