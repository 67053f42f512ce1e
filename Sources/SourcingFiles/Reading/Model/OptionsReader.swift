import Sourcing

/// Reads a model's objective, its risk term and its stress window.
struct OptionsReader {
  let scope: ModelScope
  let history: Model.HistoryMode

  // MARK: Objective

  func objective(_ value: YAMLValue?, hasRisk: Bool) -> [ObjectiveStage] {
    guard let value else { return [ObjectiveStage(minimise: .cost)] }
    let stages = scope.list(value, key: "objective").compactMap { item -> ObjectiveStage? in
      if item.scalar != nil {
        let mapping = YAMLValue.mapping(
          [.init(key: "minimise", keyLine: item.line, value: item)], line: item.line)
        return stage(mapping, hasRisk: hasRisk)
      }
      return stage(item, hasRisk: hasRisk)
    }
    return stages.isEmpty ? [ObjectiveStage(minimise: .cost)] : stages
  }

  private func stage(_ value: YAMLValue, hasRisk: Bool) -> ObjectiveStage? {
    let timing = ["by", "in", "from", "until"]
    let isFlow = value["minimise"]?.scalar == "flow"
    let keys =
      ["minimise", "tolerance"] + (isFlow ? ["of", "upon", "commodity", "measure"] + timing : [])
    guard
      let fields = YAMLFields(
        value, keys: keys, file: scope.file, what: "a stage of the objective", log: scope.log)
    else { return nil }
    guard let minimise = fields["minimise"] else {
      scope.report("the stage must say what to `minimise`", value, key: "minimise")
      return nil
    }
    guard let name = scope.choice(minimise, key: "minimise", of: ObjectiveStage.QuantityName.self),
      let quantity = quantity(name, fields, value, hasRisk: hasRisk)
    else { return nil }
    let tolerance = fields["tolerance"].flatMap { scope.share($0, key: "tolerance") }
    return ObjectiveStage(minimise: quantity, tolerance: tolerance ?? 0)
  }

  private func quantity(
    _ name: ObjectiveStage.QuantityName, _ fields: YAMLFields, _ whole: YAMLValue, hasRisk: Bool
  ) -> ObjectiveStage.Quantity? {
    switch name {
    case .cost: return .cost
    case .capex: return .capex
    case .support: return .support
    case .shortage: return .shortage
    case .loss:
      if hasRisk { return .loss }
      scope.report("`loss` needs the model's `risk:`", whole, key: "minimise")
      return nil
    case .flow: return flow(fields, whole)
    }
  }

  private func flow(_ fields: YAMLFields, _ whole: YAMLValue) -> ObjectiveStage.Quantity? {
    guard let uponValue = fields["upon"], let commodityValue = fields["commodity"] else {
      scope.report("`flow` must say `upon` and `commodity`", whole, key: "minimise")
      return nil
    }
    let of = fields["of"].map { scope.regions($0, key: "of") } ?? scope.instance.home
    guard let of, let upon = scope.regions(uponValue, key: "upon"),
      let commodity = scope.commodity(commodityValue, key: "commodity")
    else { return nil }
    let everyPeriod = Array(scope.instance.horizon.indices)
    let open =
      history == .fix
      ? scope.instance.periodsWithoutHistory(of: commodity.members, into: of.members)
      : everyPeriod
    let periods = scope.namedPeriods(fields) ?? open
    var measure = Measure.quantity
    if let value = fields["measure"] {
      measure = scope.choice(value, key: "measure", of: Measure.self) ?? .quantity
      if measure == .value { scope.checkPrices([commodity], periods: periods, value) }
    }
    return .flow(of: of, upon: upon, commodity: commodity, measure: measure, periods: periods)
  }

  // MARK: Risk

  func risk(_ value: YAMLValue) -> RiskTerm? {
    let keys = ["against", "of", "in", "expected", "cvar"]
    guard
      let fields = YAMLFields(
        value, keys: keys, file: scope.file, what: "risk", log: scope.log)
    else { return nil }
    let everything = YAMLValue.scalar("all", line: value.line)
    let world = RegionSet(id: "world", members: Array(scope.instance.regions.indices))
    let of = fields["of"].map { scope.regions($0, key: "of") } ?? world
    let last = [scope.instance.horizon.last]
    let periods = fields["in"].map { value in
      Set(scope.list(value, key: "in").compactMap { scope.period($0, key: "in") }).sorted()
    }
    guard let of else { return nil }
    var term = RiskTerm(
      against: scope.disruptions(
        scope.some(fields["against"] ?? everything, key: "against"), key: "against"), of: of,
      periods: periods ?? last,
      expected: fields["expected"].flatMap { scope.number($0, key: "expected") } ?? 1,
      cvarLevel: 0.9, cvarWeight: 0)
    if let cvar = fields["cvar"] { readCVaR(cvar, into: &term) }
    return term
  }

  private func readCVaR(_ value: YAMLValue, into term: inout RiskTerm) {
    guard
      let fields = YAMLFields(
        value, keys: ["alpha", "weight"], file: scope.file, what: "cvar", log: scope.log)
    else { return }
    if let alpha = fields["alpha"], let level = scope.share(alpha, key: "alpha") {
      term.cvarLevel = level
      if level >= 1 {
        scope.report("alpha must be below 100%", alpha, key: "alpha")
      }
    }
    term.cvarWeight = fields["weight"].map { scope.number($0, key: "weight") ?? 0 } ?? 1
  }

  // MARK: Stress window

  func stress(_ value: YAMLValue) -> StressOptions {
    var options = StressOptions()
    let keys = ["horizon_months", "reroute_months", "sharing"]
    guard
      let fields = YAMLFields(
        value, keys: keys, file: scope.file, what: "stress", log: scope.log)
    else { return options }
    if let value = fields["horizon_months"] {
      options.horizonMonths = scope.wholeNumber(value, key: "horizon_months", least: 1) ?? 12
    }
    if let value = fields["reroute_months"] {
      options.rerouteMonths = scope.wholeNumber(value, key: "reroute_months", least: 0) ?? 3
    }
    if let value = fields["sharing"], let sharing = sharing(value) { options.sharing = sharing }
    return options
  }

  /// Reads one sharing arrangement: `{mode: quota, members: quad, quota: 30%, fairness: max_min}`.
  func sharing(_ value: YAMLValue) -> Sharing? {
    let keys = ["mode", "members", "quota", "fairness"]
    guard
      let fields = YAMLFields(
        value, keys: keys, file: scope.file, what: "sharing", log: scope.log)
    else { return nil }
    var sharing = Sharing()
    let mode =
      fields["mode"].map { scope.choice($0, key: "mode", of: Sharing.ModeName.self) } ?? .own
    guard let mode else { return nil }
    sharing.members = fields["members"].flatMap { scope.regions($0, key: "members") }
    if let fairness = fields["fairness"] {
      sharing.fairness =
        scope.choice(fairness, key: "fairness", of: Sharing.Fairness.self) ?? .efficient
    }
    switch mode {
    case .own: sharing.mode = .own
    case .pooled: sharing.mode = .pooled
    case .iep: sharing.mode = .iep
    case .quota:
      guard let quota = fields["quota"] else {
        scope.report("`mode: quota` must say its `quota`, a share such as 30%", value, key: "quota")
        return nil
      }
      sharing.mode = .quota(scope.share(quota, key: "quota") ?? 0)
    }
    if mode != .quota, let quota = fields["quota"] {
      scope.report("`quota` goes with `mode: quota` only", quota, key: "quota")
    }
    if mode != .own || sharing.fairness == .maxMin, fields["members"] == nil {
      scope.report(
        "sharing must say its `members`, a bloc whose stockpiles are shared", value, key: "members")
      return nil
    }
    return sharing
  }

  /// Rights under `iep` and fairness under `max_min` depend on the plan, so no plan can be made with them
  /// inside it.
  func checkSharing(of model: Model, _ fields: YAMLFields) {
    let hasBlocks =
      model.risk != nil
      || model.goals.contains { if case .resilience = $0.kind { true } else { false } }
    let sharing = model.stress.sharing
    guard hasBlocks, sharing.mode == .iep || sharing.fairness == .maxMin,
      let value = fields["stress"]
    else { return }
    scope.report(
      "resilience goals and risk cannot be planned under `iep` or `max_min`, whose rights depend on the plan; "
        + "use own, pooled or quota, and stress the plan under the other", value, key: "sharing")
  }
}
