import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// The pictures of alternatives.
struct AlternativesPictures {
  private let findings: AlternativesFindings
  private let rows: [String: ReportTable.Row]
  private var regions: RegionColours { findings.regions }

  /// The most projects of a picture, and the most pictures of projects.
  private static let most = (projects: 30, pictures: 4, suppliers: 15)

  init(_ findings: AlternativesFindings) {
    self.findings = findings
    rows = Dictionary(
      findings.report.table.rows.map { ("\($0.text("quantity")) \($0.text("item"))", $0) }
    ) { first, _ in first }
  }

  /// The most important first.
  var all: [Picture] { capacities + [shares].compactMap(\.self) }

  // MARK: Projects

  /// A picture for each commodity that projects make, since each has a unit of its own.
  private var capacities: [Picture] {
    let instance = findings.instance
    let all = findings.due + findings.anyway + findings.options
    let shown = all.filter(differs)
    let good = { (project: Alternatives.Project) in
      instance.processes[instance.projects[project.project].process].output
    }
    let goods = shown.map(good).uniqued()
    let byGood = goods.map { commodity in
      (commodity, shown.filter { good($0) == commodity })
    }.sorted { $0.1.count > $1.1.count }
    let left = byGood.dropFirst(Self.most.pictures).reduce(0) { $0 + $1.1.count }
    return byGood.prefix(Self.most.pictures).enumerated().compactMap { place, entry in
      let commodity = instance.commodities[entry.0]
      let same = all.count - shown.count
      let others =
        place == 0 && left > 0 ? " \(left) projects for other goods are in the table." : ""
      let rest =
        place == 0 && same > 0
        ? "\(others) Not drawn: \(same) \(same == 1 ? "project" : "projects") with the same range without the goals."
        : others
      return AlternativeRanges.capacities(
        id: "capacity-\(place + 1)", of: entry.1.prefix(Self.most.projects).compactMap(row),
        title:
          "Capacity for \(findings.words.named(commodity.id)) in plans that cost almost as little",
        unit: "\(commodity.unit) a year",
        sentence: sentence(entry.1) + rest)
    }
  }

  /// Whether a picture of the project says something: without the goals its range is another one.
  private func differs(_ project: Alternatives.Project) -> Bool {
    guard let alone = project.withoutGoals?.capacity else { return true }
    let capacity = project.built.capacity
    return [(capacity.least, alone.least), (capacity.greatest, alone.greatest)].contains {
      NumberText.amount($0) != NumberText.amount($1)
    }
  }

  private func row(_ project: Alternatives.Project) -> AlternativeRanges.Row? {
    let id = findings.id(project)
    return rows["capacity \(id)"].map { row in
      var entry = AlternativeRanges.Row(
        item: id, name: id, least: row.number("least") ?? 0, optimum: row.number("optimum") ?? 0,
        greatest: row.number("greatest") ?? 0, verdict: row.text("verdict"))
      if let least = row.number("least_without_goals"),
        let optimum = row.number("optimum_without_goals"),
        let greatest = row.number("greatest_without_goals")
      {
        entry.withoutGoals = (least, optimum, greatest, row.text("verdict_without_goals"))
      }
      return entry
    }
  }

  private func sentence(_ projects: [Alternatives.Project]) -> String {
    let first = projects[0]
    let (range, amount) = (first.built.capacity, NumberText.amount)
    let hidden = projects.count - Self.most.projects
    let rest = hidden > 0 ? " \(hidden) projects more are in the table." : ""
    let without =
      first.withoutGoals.map {
        "; without the goals \(amount($0.capacity.least)) to \(amount($0.capacity.greatest))"
      } ?? ""
    return "Bars go from the least to the greatest capacity, the stroke is the cheapest plan"
      + (first.withoutGoals == nil ? "" : ", the pale bar behind is of plans without the goals")
      + ": \(findings.id(first)) has \(amount(range.least)) to \(amount(range.greatest))\(without).\(rest)"
  }

  // MARK: Suppliers

  private var shares: Picture? {
    guard let commodity = findings.alternatives.commodity else { return nil }
    let instance = findings.instance
    let shown = findings.suppliers.prefix(Self.most.suppliers).compactMap {
      origin -> AlternativeRanges.Row? in
      let id = instance.regions[origin.region].id
      return rows["share \(id)"].map { row in
        AlternativeRanges.Row(
          item: id, name: regions.name(id), least: row.number("least") ?? 0,
          optimum: row.number("optimum") ?? 0, greatest: row.number("greatest") ?? 0)
      }
    }
    guard let first = shown.first else { return nil }
    let (words, percent) = (findings.words, NumberText.percent)
    return AlternativeRanges.shares(
      of: shown, commodity: commodity.id, period: findings.period,
      title: "Who can supply \(words.homes) \(words.named(commodity.id)) in \(findings.period)",
      regions: regions,
      sentence:
        "\(capitalised(words.named(first.item))) can have \(percent(first.least)) to \(percent(first.greatest)), "
        + "\(percent(first.optimum)) in the cheapest plan.")
  }
}
