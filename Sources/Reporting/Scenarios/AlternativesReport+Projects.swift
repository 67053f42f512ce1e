import Scenarios
import Sourcing

/// The table of projects: what is built because of the goals first, then what is built anyway, then a few of the
/// others.
extension AlternativesReport {
  /// As many rows as the table has at least, if there are so many projects. What is always built is never cut.
  private static let fewest = 12

  /// Adds the table with its legend.
  func addProjects(to report: inout ReportDocument) {
    let due = alternatives.projects.filter { comparesGoals && $0.isDueToGoals }
    let anyway = alternatives.projects.filter {
      $0.built.verdict == .must && !(comparesGoals && $0.isDueToGoals)
    }
    let others = alternatives.projects.filter { $0.built.verdict != .must }
      // Those of the cheapest plan first, then those that are an option at all.
      .stablySorted(by: \.place)
    let room = max(0, Self.fewest - due.count - anyway.count)
    var grid = TextGrid(
      ["project", "built", "minimum", "cheapest plan", "maximum"]
        + (comparesGoals ? ["without goals"] : []), keyCount: 2)
    for project in due { grid.add(row(project, "always, by policy")) }
    for project in anyway {
      grid.add(row(project, comparesGoals ? "always, anyway" : project.built.verdict.words))
    }
    for project in others.prefix(room) { grid.add(row(project, project.built.verdict.words)) }
    report.addHeading("Capacity ordered in all periods, in units of the main output a year")
    if comparesGoals, due.isEmpty { report.add("No project is a must by policy.") }
    report.add(grid)
    if let rest = rest(others.dropFirst(room)) { report.add(rest) }
    report.addLegend(legend(hasDue: !due.isEmpty, anyway))
  }

  private func row(_ project: Alternatives.Project, _ words: String) -> [String] {
    let amount = NumberText.amount
    let range = project.built.capacity
    let row = [
      instance.projects[project.project].id, words, amount(range.least), amount(range.optimum),
      amount(project.built.verdict == .never ? 0 : range.greatest),
    ]
    guard comparesGoals else { return row }
    return row + [project.withoutGoals.map(withoutGoalsText) ?? ""]
  }

  /// In how many plans without goals a project is built, and how much in the cheapest of them.
  private func withoutGoalsText(_ built: Alternatives.Built) -> String {
    built.verdict == .never
      ? built.verdict.words
      : "\(built.verdict.words), \(NumberText.amount(built.capacity.optimum))"
  }

  /// How many projects the table leaves out; nil if it has all.
  private func rest(_ left: ArraySlice<Alternatives.Project>) -> String? {
    guard !left.isEmpty else { return nil }
    let counts = [Alternatives.Verdict.option, .never].compactMap { verdict -> String? in
      let count = left.count { $0.built.verdict == verdict }
      return count > 0 ? "\(count) \(verdict.words)" : nil
    }
    return "and \(left.count) more (built: \(counts.joined(separator: ", "))); --format csv has all"
  }

  private func legend(hasDue: Bool, _ anyway: [Alternatives.Project]) -> [(
    term: String, meaning: String
  )] {
    var entries: [(term: String, meaning: String)] = []
    let less = "plans without the goals that cost at most "
    let cheap = "\(NumberText.amount(alternatives.allowance)) more than the cheapest of them"
    if hasDue {
      entries.append(
        (
          "always, by policy",
          "all of the plans above build it, but not all \(less)\(cheap): it is built because of the goals"
        ))
    }
    if comparesGoals, !anyway.isEmpty {
      entries.append(("always, anyway", "all of the plans above build it, and all \(less)\(cheap)"))
    }
    let tiny = "capacity that is tiny beside what is used counts as none"
    entries.append(
      comparesGoals
        ? ("sometimes, never", "some or none of the plans above build it; \(tiny)")
        : ("built", "by all of the plans above (always), by some or by none (never); \(tiny)")
    )
    if comparesGoals {
      entries.append(
        (
          "without goals",
          "whether \(less)\(cheap) build it, and the capacity in the cheapest of them"
        ))
    }
    return entries
  }
}

extension Alternatives.Project {
  /// 0 if the cheapest plan builds it, 1 if another of the plans does, 2 if none does.
  fileprivate var place: Int {
    built.verdict == .never ? 2 : built.capacity.optimum > 0 ? 0 : 1
  }
}

extension Array {
  /// Sorted by a key; elements of the same key keep their order.
  fileprivate func stablySorted<Key: Comparable>(by key: (Element) -> Key) -> [Element] {
    enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
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
