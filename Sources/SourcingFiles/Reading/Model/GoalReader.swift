import Sourcing
import Tables

/// Reads the goals of a model whose parameters are filled in.
struct GoalReader {
  let scope: ModelScope
  let history: Model.HistoryMode

  /// A key that gives a target.
  struct TargetKey {
    static let atMost = TargetKey(name: "at_most", direction: .atMost)
    static let atLeast = TargetKey(name: "at_least", direction: .atLeast)
    static let eachAtLeast = TargetKey(name: "each_at_least", direction: .atLeast)
    static let eachMonth = TargetKey(
      name: "each_month_at_least", direction: .atLeast, isEachMonth: true)

    let name: String
    let direction: Goal.Direction
    /// Of a resilience goal, whether the target holds in every month rather than over the window.
    var isEachMonth = false
  }

  /// - Parameter fill: replaces `$name` in a text; a goal's name may hold some.
  func read(_ value: YAMLValue?, fill: (String, Int) -> String) -> Table<Goal> {
    guard let value else { return [] }
    guard case .sequence(let items, _) = value else {
      scope.report(
        "found \(value.kindName); must be a list of goals, each starting with `- kind:`",
        value, key: "goals")
      return []
    }
    var goals: Table<Goal> = []
    var names: Set<String> = []
    for (place, item) in items.enumerated() {
      guard var goal = read(item, number: place + 1) else { continue }
      goal.name = fill(goal.name, item.line)
      if !names.insert(goal.name).inserted {
        scope.report("another goal is named `\(goal.name)` already", item, key: "name")
      }
      goals.append(goal)
    }
    return goals
  }

  private func read(_ value: YAMLValue, number: Int) -> Goal? {
    guard case .mapping = value, let kindValue = value["kind"] else {
      scope.report(
        "a goal must say its kind: \(Goal.KindName.allCases.map(\.rawValue).joined(separator: ", "))",
        value, key: "goals")
      return nil
    }
    guard let text = scope.text(kindValue, key: "kind", expected: "a kind of goal") else {
      return nil
    }
    guard let kind = Goal.KindName(rawValue: text) else {
      let known = Goal.KindName.allCases.map(\.rawValue)
      scope.report(
        "unknown kind of goal `\(text)`\(scope.nearest(text, known)); the kinds are "
          + known.joined(separator: ", "), kindValue, key: "kind")
      return nil
    }
    guard
      let fields = YAMLFields(
        value, keys: kind.keys, file: scope.file, what: "a goal of kind \(text)", log: scope.log)
    else { return nil }
    return read(kind, fields, value, number: number)
  }

  private func read(_ kind: Goal.KindName, _ fields: YAMLFields, _ whole: YAMLValue, number: Int)
    -> Goal?
  {
    let of =
      fields["of"].map { scope.regions($0, key: "of") }
      ?? scope.instance.home
    let name = fields["name"].flatMap { scope.text($0, key: "name", expected: "a name") }
    let commodities = kind.isOneSum ? [] : commodities(fields, whole)
    guard let detail = detail(kind, fields, whole), let of else { return nil }
    var goal = Goal(
      name: name ?? "\(kind.rawValue)-\(number)", kind: detail, of: of,
      each: fields["each"].map { scope.isYes($0, key: "each") } ?? false,
      commodities: commodities, line: whole.line)
    goal.penalty = fields["penalty"].flatMap { scope.number($0, key: "penalty") }
    goal.periods = periods(kind, fields, whole, of: of, commodities)
    goal.bounds = bounds(kind, detail.unit, fields, whole)
    goal.measure = measure(fields, goal)
    checkPaths(goal, fields)
    return goal
  }

  /// A path of targets must have begun by the end of the goal, or it asks for nothing.
  private func checkPaths(_ goal: Goal, _ fields: YAMLFields) {
    guard let last = goal.periods.last else { return }
    for key in goal.kind.name.targets {
      guard let value = fields[key.name], value.mapping != nil,
        let target = goal.target(key.direction, isEachMonth: key.isEachMonth),
        let first = scope.instance.horizon.indices.first(where: { target[$0] != nil }), first > last
      else { continue }
      let label = { (period: PeriodIndex) in scope.instance.horizon[period].label }
      scope.report(
        "the path starts in \(label(first)), after \(label(last)), the last period in which the goal holds, "
          + "and has no effect; give a target for that period or an earlier one", value,
        key: key.name)
    }
  }

  private func commodities(_ fields: YAMLFields, _ whole: YAMLValue) -> [CommodityGroup] {
    guard let value = fields["commodity"] else {
      scope.report("a goal must name its commodity or group", whole, key: "commodity")
      return []
    }
    return scope.list(value, key: "commodity").compactMap { scope.commodity($0, key: "commodity") }
  }

  // MARK: What each kind says

  private func detail(_ kind: Goal.KindName, _ fields: YAMLFields, _ whole: YAMLValue) -> Goal.Kind?
  {
    switch kind {
    case .reliance:
      guard let upon = regions("upon", fields, whole) else { return nil }
      let basis = basis(fields, allowed: Goal.Basis.allCases)
      let trace = fields["trace"].flatMap {
        scope.choice($0, key: "trace", of: Goal.Trace.self)
      }
      if trace == .chain, basis != .supply, let value = fields["basis"] {
        scope.report("`trace: chain` is defined for `basis: supply` only", value, key: "basis")
      }
      return .reliance(upon: upon, basis: basis, trace: trace ?? .direct)
    case .largestSource:
      return .largestSource(basis: basis(fields, allowed: Goal.Basis.allCases))
    case .hhi:
      return .hhi(basis: basis(fields, allowed: [.supply, .imports]))
    case .plusOne:
      guard let beyond = regions("beyond", fields, whole) else { return nil }
      let sources = fields["sources"].map {
        scope.wholeNumber($0, key: "sources", least: 1) ?? 1
      }
      return .plusOne(beyond: beyond, sources: sources ?? 1)
    case .cover: return .cover
    case .service: return .service
    case .capex:
      let all = Array(scope.instance.projects.indices)
      return .capex(
        projects: fields["projects"].map {
          scope.projects(scope.some($0, key: "projects"), key: "projects")
        } ?? all)
    case .subsidy:
      guard let value = required("programme", fields, whole),
        let index = scope.index(
          value, key: "programme", of: "programme",
          among: scope.instance.programmes.mapped(\.id))
      else { return nil }
      return .subsidy(programme: index)
    case .cost: return .cost
    case .resilience:
      guard let value = required("against", fields, whole) else { return nil }
      return .resilience(
        against: scope.disruptions(scope.some(value, key: "against"), key: "against"),
        eachMonth: fields[TargetKey.eachMonth.name].flatMap {
          target($0, key: TargetKey.eachMonth.name, .share)
        })
    }
  }

  private func required(_ key: String, _ fields: YAMLFields, _ whole: YAMLValue) -> YAMLValue? {
    if let value = fields[key] { return value }
    scope.report("the goal must say `\(key)`", whole, key: key)
    return nil
  }

  private func regions(_ key: String, _ fields: YAMLFields, _ whole: YAMLValue) -> RegionSet? {
    required(key, fields, whole).flatMap { scope.regions($0, key: key) }
  }

  private func basis(_ fields: YAMLFields, allowed: [Goal.Basis]) -> Goal.Basis {
    guard let value = fields["basis"],
      let basis = scope.choice(value, key: "basis", of: Goal.Basis.self)
    else { return .supply }
    if allowed.contains(basis) { return basis }
    scope.report(
      "found `\(basis.rawValue)`; this kind of goal knows "
        + allowed.map(\.rawValue).joined(separator: " and "), value, key: "basis")
    return .supply
  }

  private func measure(_ fields: YAMLFields, _ goal: Goal) -> Measure {
    guard let value = fields["measure"],
      let measure = scope.choice(value, key: "measure", of: Measure.self), measure == .value
    else { return .quantity }
    if case .reliance(_, _, .chain) = goal.kind {
      scope.report("`trace: chain` counts quantities only", value, key: "measure")
    }
    scope.checkPrices(goal.commodities, periods: goal.periods, value)
    return .value
  }

  // MARK: When it holds

  private func periods(
    _ kind: Goal.KindName, _ fields: YAMLFields, _ whole: YAMLValue, of: RegionSet,
    _ commodities: [CommodityGroup]
  ) -> [PeriodIndex] {
    let all = Array(scope.instance.horizon.indices)
    switch kind {
    case .cost: return []
    case .capex, .subsidy: return scope.namedPeriods(fields) ?? all
    case .resilience: return scope.namedPeriods(fields) ?? [scope.instance.horizon.last]
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service:
      if let named = scope.namedPeriods(fields) { return named }
      guard history == .fix else { return all }
      return scope.instance.periodsWithoutHistory(
        of: commodities.flatMap(\.members), into: of.members)
    }
  }

  // MARK: Bounds

  private func bounds(
    _ kind: Goal.KindName, _ unit: Goal.Unit, _ fields: YAMLFields, _ whole: YAMLValue
  ) -> [Goal.Bound] {
    let bounds = kind.targets.filter { !$0.isEachMonth }.compactMap { target -> Goal.Bound? in
      let key = target.name
      guard let value = fields[key] else { return nil }
      if case .mapping = value, kind.isOneSum {
        scope.report("must be one amount, which applies to all periods together", value, key: key)
        return nil
      }
      return self.target(value, key: key, unit).map { Goal.Bound(target.direction, $0) }
    }
    let wanted = kind.targets.map(\.name)
    if !wanted.contains(where: { fields[$0] != nil }) {
      scope.report(
        "the goal has no target: give \(wanted.map { "`\($0)`" }.joined(separator: " or "))",
        whole, key: wanted[0])
    }
    return bounds
  }

  /// One value, or a path from periods to values.
  private func target(_ value: YAMLValue, key: String, _ unit: Goal.Unit) -> Target? {
    let read = { (value: YAMLValue) in
      unit.isFraction ? scope.share(value, key: key) : scope.number(value, key: key)
    }
    let horizon = scope.instance.horizon
    guard case .mapping(let entries, _) = value else {
      return read(value).map { Target(constant: $0, periodCount: horizon.count) }
    }
    guard !entries.isEmpty else {
      scope.report(
        "found an empty mapping; give a target, or a path of them such as {2025: 50%}", value,
        key: key)
      return nil
    }
    var path: [PeriodIndex: Double] = [:]
    for entry in entries {
      let label = YAMLValue.scalar(entry.key, line: entry.keyLine)
      guard let period = scope.period(label, key: key), let number = read(entry.value) else {
        continue
      }
      if path.updateValue(number, forKey: period) != nil {
        scope.report("the period `\(entry.key)` is given more than once", label, key: key)
      }
    }
    return path.isEmpty ? nil : Target(path: path, horizon: horizon)
  }
}

/// How models write each kind of goal.
extension Goal.KindName {
  /// The keys that it may have.
  var keys: [String] {
    let timing = ["by", "in", "from", "until"]
    let subject = ["of", "commodity", "each"]
    let base = ["kind", "name", "penalty"]
    let own =
      switch self {
      case .reliance:
        subject + timing + ["upon", "basis", "trace", "measure"]
      case .largestSource, .hhi: subject + timing + ["basis", "measure"]
      case .plusOne: subject + timing + ["beyond", "sources"]
      case .cover, .service: subject + timing
      case .capex: timing + ["projects"]
      case .subsidy: timing + ["programme"]
      case .cost: [String]()
      case .resilience: subject + ["in", "against"]
      }
    return base + own + targets.map(\.name)
  }

  /// The keys that give its targets: at least one must be there.
  fileprivate var targets: [GoalReader.TargetKey] {
    switch self {
    case .reliance: [.atMost, .atLeast]
    case .largestSource, .hhi, .capex, .subsidy, .cost: [.atMost]
    case .plusOne: [.eachAtLeast]
    case .cover, .service: [.atLeast]
    case .resilience: [.atLeast, .eachMonth]
    }
  }

  /// Whether it bounds one sum over all its periods, and names no commodity.
  fileprivate var isOneSum: Bool {
    switch self {
    case .capex, .subsidy, .cost: true
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .resilience: false
    }
  }
}

extension ModelScope {
  /// The periods that `by`, `in`, or `from` and `until` name; nil without any of them.
  func namedPeriods(_ fields: YAMLFields) -> [PeriodIndex]? {
    let last = instance.horizon.last
    let given = ["by", "in", "from", "until"].filter { fields[$0] != nil }
    if given.count > 1, given != ["from", "until"] {
      log.add(
        "say either `by`, or `in`, or `from` with `until`; found \(given.joined(separator: " and "))",
        file: file, line: fields.line, column: given[0])
      return []
    }
    if let value = fields["in"] {
      return Set(list(value, key: "in").compactMap { period($0, key: "in") }).sorted()
    }
    if let value = fields["by"] { return period(value, key: "by").map { Array($0...last) } ?? [] }
    guard !given.isEmpty else { return nil }
    let first = fields["from"].map { period($0, key: "from") } ?? .first
    let until = fields["until"].map { period($0, key: "until") } ?? last
    guard let first, let until else { return [] }
    guard first <= until else {
      log.add(
        "the goal ends before it starts: `until` must not be before `from`", file: file,
        line: fields.line, column: "until")
      return []
    }
    return Array(first...until)
  }

  /// Counting by value needs a price.
  func checkPrices(_ commodities: [CommodityGroup], periods: [PeriodIndex], _ value: YAMLValue) {
    for commodity in commodities {
      let isPriceless = periods.contains { period in
        commodity.members.allSatisfy { instance.commodities[$0].price[period] == 0 }
      }
      if isPriceless {
        report(
          "`\(commodity.id)` has no price above 0 to count by; give one in commodities.csv or prices.csv",
          value, key: "measure")
      }
    }
  }
}
