import Charts
import Reporting
import Scenarios
import Sourcing

/// What alternatives say, in sentences and figures.
struct AlternativesFindings {
  let alternatives: Alternatives
  let words: QuestionWords
  let report: AlternativesReport
  /// Names and colours.
  let regions: RegionColours
  var instance: Instance { words.instance }

  init(_ alternatives: Alternatives, _ words: QuestionWords, _ report: AlternativesReport) {
    self.alternatives = alternatives
    self.words = words
    self.report = report
    regions = RegionColours(words.instance, for: words.model)
  }

  /// Projects that all plans build, but not all plans without goals.
  var due: [Alternatives.Project] {
    report.comparesGoals ? alternatives.projects.filter(\.isDueToGoals) : []
  }

  /// Projects that all plans build, with the goals and without them.
  var anyway: [Alternatives.Project] {
    alternatives.projects.filter {
      $0.built.verdict == .must && !(report.comparesGoals && $0.isDueToGoals)
    }
  }

  /// Projects that some of the plans build.
  var options: [Alternatives.Project] {
    alternatives.projects.filter { $0.built.verdict == .option }
  }

  func id(_ project: Alternatives.Project) -> String { instance.projects[project.project].id }

  /// Suppliers that some plan uses: rivals first, then the largest.
  var suppliers: [Alternatives.Origin] {
    let isRival = { (origin: Alternatives.Origin) in
      regions.role(instance.regions[origin.region].id) == .rival
    }
    return alternatives.origins.filter { $0.share.greatest > 0 }.sorted { a, b in
      isRival(a) != isRival(b) ? isRival(a) : a.share.greatest > b.share.greatest
    }
  }

  var period: String { instance.horizon[alternatives.period].label }

  // MARK: Answer

  var answer: Page.Answer {
    var texts: [String] = []
    if !alternatives.projects.isEmpty {
      if report.comparesGoals {
        texts.append(
          due.isEmpty
            ? "No project is built in all of these plans because of the goals."
            : "Because of the goals all of these plans build \(named(due)).")
      }
      if !anyway.isEmpty {
        let why = report.comparesGoals ? ", as plans without the goals do" : ""
        texts.append("All of these plans build \(named(anyway))\(why).")
      }
      if !options.isEmpty {
        let count = options.count
        texts.append(
          count == 1
            ? "1 other project is a choice: some of these plans build it, others do not."
            : "\(count) projects are a choice: some of these plans build them, others do not.")
      }
    }
    if let supplier = suppliers.first, let text = share(supplier) { texts.append(text) }
    return Page.Answer(
      texts.isEmpty
        ? "The model has no projects and no focus that plans could differ in."
        : texts.joined(separator: " "))
  }

  private func named(_ projects: [Alternatives.Project]) -> String {
    let shown = projects.prefix(4).map(id).joined(separator: ", ")
    return projects.count > 4 ? "\(shown) and \(projects.count - 4) more" : shown
  }

  private func share(_ origin: Alternatives.Origin) -> String? {
    alternatives.commodity.map { commodity in
      let percent = NumberText.percent
      return "The share of \(words.named(instance.regions[origin.region].id)) in \(words.homes) "
        + "\(words.named(commodity.id)) in \(period) can be \(percent(origin.share.least)) to "
        + "\(percent(origin.share.greatest))."
    }
  }

  // MARK: Figures

  var figures: [Page.KeyFigure] {
    let cheapest = alternatives.limit - alternatives.allowance
    var figures = [
      Page.KeyFigure(
        "What a plan may cost more", words.change(alternatives.allowance),
        compared:
          "than the cheapest plan, \(words.money(cheapest)) for all regions together; \(words.time)"
      )
    ]
    if report.comparesGoals, let cost = alternatives.costOfGoals {
      figures.append(
        Page.KeyFigure(
          "What the goals cost all regions together", words.change(cost),
          compared: "against the plan without goals; \(words.time)"))
    }
    if !alternatives.projects.isEmpty {
      let count = alternatives.projects.count
      let of = "of \(count) \(count == 1 ? "project" : "projects")"
      figures.append(
        report.comparesGoals
          ? Page.KeyFigure(
            "Built in all plans because of the goals", "\(due.count)",
            compared: "\(of); \(anyway.count) anyway, \(options.count) in some plans")
          : Page.KeyFigure(
            "Built in all plans", "\(anyway.count)",
            compared: "\(of); \(options.count) in some plans"))
    }
    if let commodity = alternatives.commodity {
      figures += suppliers.prefix(5 - figures.count).map { origin in
        let percent = NumberText.percent
        return Page.KeyFigure(
          "Share of \(words.named(instance.regions[origin.region].id)) in \(words.homes) "
            + "\(words.named(commodity.id)), \(period)",
          "\(percent(origin.share.least)) to \(percent(origin.share.greatest))",
          compared: "\(percent(origin.share.optimum)) in the cheapest plan")
      }
    }
    return figures
  }

  // MARK: What is assumed

  func assumed(_ advice: String?) -> [String] {
    [
      report.whichPlans,
      report.comparesGoals ? alternatives.costOfGoals.map(report.goalsText) : nil,
      "Each range is that of one row alone: the maxima of two rows may be of different plans.",
      SharedText.oneWorld(advice),
    ].compactMap(\.self) + words.sentences(on: alternatives.warnings)
  }
}
