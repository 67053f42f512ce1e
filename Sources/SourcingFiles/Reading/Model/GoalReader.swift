import Sourcing
import Tables

/// Reads the goals of a model whose parameters are filled in.
struct GoalReader {
  let scope: ModelScope
  let history: Model.HistoryMode

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
    guard let fields = YAMLFields(value, as: kind.mapping, file: scope.file, log: scope.log) else {
      return nil
    }
    return read(kind, fields, value, number: number)
  }

  private func read(_ kind: Goal.KindName, _ fields: YAMLFields, _ whole: YAMLValue, number: Int)
    -> Goal?
  {
    let of = fields.hasKey("of") ? scope.subject(fields) : scope.instance.home
    let name = fields["name"].flatMap { scope.text($0, key: "name", expected: "a name") }
    let commodities = kind.isOneSum ? [] : commodities(fields, whole)
    guard let detail = detail(kind, fields, whole), let of else { return nil }
    var goal = Goal(
      name: name ?? kind.defaultName(number: number), kind: detail, of: of,
      each: fields.hasKey("each") && scope.isYes("each", of: fields),
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

  // MARK: The keys of each kind

  private func detail(_ kind: Goal.KindName, _ fields: YAMLFields, _ whole: YAMLValue) -> Goal.Kind?
  {
    switch kind {
    case .reliance:
      guard let upon = regions("upon", fields, whole) else { return nil }
      let basis = basis(fields)
      let trace = fields["trace"].flatMap {
        scope.choice($0, key: "trace", of: Goal.Trace.self)
      }
      if trace == .chain, basis != .supply, let value = fields["basis"] {
        scope.report("`trace: chain` is defined for `basis: supply` only", value, key: "basis")
      }
      return .reliance(upon: upon, basis: basis, trace: trace ?? .direct)
    case .largestSource:
      return .largestSource(basis: basis(fields))
    case .hhi:
      return .hhi(basis: basis(fields))
    case .plusOne:
      guard let beyond = regions("beyond", fields, whole) else { return nil }
      return .plusOne(beyond: beyond, sources: scope.wholeNumber("sources", of: fields) ?? 1)
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
        against: threats(value),
        eachMonth: fields[TargetKey.eachMonth.name].flatMap {
          target($0, key: TargetKey.eachMonth.name, .share)
        })
    }
  }

  func required(_ key: String, _ fields: YAMLFields, _ whole: YAMLValue) -> YAMLValue? {
    if let value = fields[key] { return value }
    scope.report("the goal must say `\(key)`", whole, key: key)
    return nil
  }

  private func regions(_ key: String, _ fields: YAMLFields, _ whole: YAMLValue) -> RegionSet? {
    required(key, fields, whole).flatMap { scope.regions($0, key: key) }
  }

  private func basis(_ fields: YAMLFields) -> Goal.Basis {
    guard let value = fields["basis"],
      let basis = scope.choice(value, key: "basis", of: Goal.Basis.self)
    else { return .supply }
    let allowed = fields.defined("basis", \.choices) ?? []
    if allowed.contains(basis.rawValue) { return basis }
    scope.report(
      "found `\(basis.rawValue)`; this kind of goal takes " + allowed.joined(separator: " and "),
      value, key: "basis")
    return .supply
  }

  private func measure(_ fields: YAMLFields, _ goal: Goal) -> Measure {
    guard fields.hasKey("measure"), let value = fields["measure"],
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
    if kind != .cost, let named = scope.namedPeriods(fields) { return named }
    return kind.periods(of: commodities, into: of, history: history, in: scope.instance)
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
