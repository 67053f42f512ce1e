public import Foundation
public import Scenarios
public import Sourcing

/// Alternatives as text, as a table, and as JSON.
public struct AlternativesReport: Sendable {
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

  /// Lines for a terminal.
  ///
  /// - Parameter width: the most columns of a line.
  public func lines(width: Int = 100) -> [String] {
    let amount = NumberText.amount
    let heading: [String?] = [
      instance.shownTitle,
      model.shownTitle, model.parameterText,
      "All plans that meet the goals and cost at most \(amount(alternatives.limit)): "
        + "\(amount(alternatives.allowance)) more than the cheapest plan "
        + "(\(amount(alternatives.limit - alternatives.allowance))).",
      alternatives.costOfGoals.map(goalsText),
      Legend.money(instance.currency, "for all regions together, discounted"),
    ]
    let verdict = VerdictText(periods: instance.horizon.periods.map(\.label))
    var lines = verdict.servingLess(alternatives.goals, width: width)
    lines += heading.compactMap(\.self).flatMap { wrapped($0, width: width) }
    for warning in alternatives.warnings { lines += wrapped("Warning: \(warning).", width: width) }
    if !alternatives.projects.isEmpty { lines += projectLines(width: width) }
    if let commodity = alternatives.commodity {
      let period = instance.horizon[alternatives.period].label
      var grid = TextGrid(["direct supplier", "minimum", "cheapest plan", "maximum"])
      for entry in alternatives.origins where entry.share.greatest > 0 {
        grid.add(
          [Names(instance).row(instance.regions[entry.region].id)]
            + [entry.share.least, entry.share.optimum, entry.share.greatest].map(NumberText.percent)
        )
      }
      let names = Names(instance)
      lines += [""]
      lines += wrapped(
        "Shares of the supply of \(names.sentence(commodity.id)) to "
          + "\(names.sentence(instance.home.id)) in \(period)", width: width)
      lines += grid.lines(width: width) + [""]
      lines += wrapped(
        "Each row has the range of that row alone: the maxima are of different plans.", width: width
      )
    }
    return lines + Names(instance).legend(for: lines, width: width)
  }

  /// What the goals cost, beside what a plan may cost more.
  private func goalsText(_ cost: Double) -> String {
    guard cost != 0 else {
      return "The goals cost nothing: the plan without goals costs as much."
    }
    let amount = NumberText.amount
    let share =
      cost > 0 ? ": \(NumberText.percent(alternatives.allowance / cost)) of that may be added" : ""
    return "The goals cost \(amount(cost)), compared with the plan without goals\(share)."
  }

  /// The table of projects, with what plans without goals build that cost as little more than the cheapest of them.
  private func projectLines(width: Int) -> [String] {
    let amount = NumberText.amount
    let hasGoals = alternatives.costOfGoals != nil
    var grid = TextGrid(
      ["project", "built", "minimum", "cheapest plan", "maximum"]
        + (hasGoals ? ["without goals"] : []), keyCount: 2)
    for entry in alternatives.projects {
      let range = entry.built.capacity
      var row = [
        instance.projects[entry.project].id, entry.built.verdict.words, amount(range.least),
        amount(range.optimum), amount(entry.built.verdict == .never ? 0 : range.greatest),
      ]
      if hasGoals { row.append(entry.withoutGoals.map(withoutGoalsText) ?? "") }
      grid.add(row)
    }
    let built = (
      "built",
      "in all of these plans (always), in some of them, or in none of them (never); capacity that is "
        + "tiny beside what is used counts as none"
    )
    let without = (
      "without goals",
      "whether plans without the goals build it that cost at most \(amount(alternatives.allowance)) more than the "
        + "cheapest of them, and the capacity in the cheapest of them. What is built always, but never without goals, "
        + "is built because of the goals"
    )
    return [""]
      + wrapped(
        "Capacity ordered in all periods, in units of the main output a year", width: width)
      + grid.lines(width: width)
      + Legend.lines(hasGoals ? [built, without] : [built], width: width)
  }

  /// In how many plans without goals a project is built, and how much in the cheapest of them.
  private func withoutGoalsText(_ built: Alternatives.Built) -> String {
    built.verdict == .never
      ? built.verdict.words
      : "\(built.verdict.words), \(NumberText.amount(built.capacity.optimum))"
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
        optimum: alternatives.optimum, allowance: alternatives.allowance,
        limit: alternatives.limit, costOfGoals: alternatives.costOfGoals,
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
    var optimum: Double
    var allowance: Double
    var limit: Double
    @Nullable var costOfGoals: Double?
    @Nullable var commodity: String?
    var period: String
    var projects: [Project]
    var origins: [Origin]
    var warnings: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case optimum, allowance, limit, costOfGoals, commodity, period, projects, origins, warnings
    }
    static let objectTitle = "Alternatives"
  }
}

extension Alternatives.Verdict {
  /// In how many of the plans a project is built.
  fileprivate var words: String {
    switch self {
    case .must: "always"
    case .option: "sometimes"
    case .never: "never"
    }
  }
}
