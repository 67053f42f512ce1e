import Sourcing

/// Reads the objective of a model, its `risk` and its `stress`.
struct OptionsReader {
  let scope: ModelScope
  let history: Model.HistoryMode

  // MARK: Objective

  /// The stages; nil if the model gives none.
  func objective(_ value: YAMLValue?, hasRisk: Bool) -> [ObjectiveStage]? {
    guard let value else { return nil }
    let stages = scope.list(value, key: "objective").compactMap { item -> ObjectiveStage? in
      if item.scalar != nil {
        let mapping = YAMLValue.mapping(
          [.init(key: "minimise", keyLine: item.line, value: item)], line: item.line)
        return stage(mapping, hasRisk: hasRisk)
      }
      return stage(item, hasRisk: hasRisk)
    }
    return stages.isEmpty ? nil : stages
  }

  private func stage(_ value: YAMLValue, hasRisk: Bool) -> ObjectiveStage? {
    let isFlow = value["minimise"]?.scalar == ObjectiveStage.QuantityName.flow.rawValue
    guard
      let fields = YAMLFields(
        value, as: isFlow ? .flowStage : .objectiveStage, file: scope.file, log: scope.log)
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
    guard let of = scope.subject(fields), let upon = scope.regions(uponValue, key: "upon"),
      let commodity = scope.commodity(commodityValue, key: "commodity")
    else { return nil }
    let open = scope.instance.openPeriods(
      of: commodity.members, into: of.members, history: history)
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
    guard let fields = YAMLFields(value, as: .risk, file: scope.file, log: scope.log) else {
      return nil
    }
    var term = RiskTerm(for: scope.instance)
    let of = fields["of"].map { scope.regions($0, key: "of") } ?? term.of
    if let periods = scope.periods("in", of: fields) { term.periods = periods }
    guard let of else { return nil }
    term.of = of
    if let value = fields["against"] {
      term.against = scope.disruptions(scope.some(value, key: "against"), key: "against")
    }
    if let value = fields["expected"], let weight = scope.number(value, key: "expected") {
      term.expected = weight
    }
    if let cvar = fields["cvar"] { readCVaR(cvar, into: &term) }
    return term
  }

  private func readCVaR(_ value: YAMLValue, into term: inout RiskTerm) {
    guard let fields = YAMLFields(value, as: .cvar, file: scope.file, log: scope.log) else {
      return
    }
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
    guard let fields = YAMLFields(value, as: .stress, file: scope.file, log: scope.log) else {
      return options
    }
    if let months = scope.wholeNumber("horizon_months", of: fields) {
      options.horizonMonths = months
    }
    if let months = scope.wholeNumber("reroute_months", of: fields) {
      options.rerouteMonths = months
    }
    if let value = fields["sharing"], let sharing = sharing(value) { options.sharing = sharing }
    if let value = fields["allocation"],
      let allocation = scope.choice(
        value, key: "allocation", of: StressOptions.Allocation.self)
    {
      options.allocation = allocation
    }
    return options
  }

  /// Reads one sharing arrangement: `{mode: quota, members: quad, quota: 30%, fairness: max_min}`.
  func sharing(_ value: YAMLValue) -> Sharing? {
    guard let fields = YAMLFields(value, as: .sharing, file: scope.file, log: scope.log) else {
      return nil
    }
    var sharing = Sharing()
    let mode =
      fields["mode"].map { scope.choice($0, key: "mode", of: Sharing.ModeName.self) } ?? .own
    guard let mode else { return nil }
    sharing.members = fields["members"].flatMap { scope.regions($0, key: "members") }
    if let value = fields["fairness"],
      let fairness = scope.choice(value, key: "fairness", of: Sharing.Fairness.self)
    {
      sharing.fairness = fairness
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
    if sharing.needsMembers, fields["members"] == nil {
      scope.report(
        "sharing must say its `members`, a bloc whose stockpiles are shared", value, key: "members")
      return nil
    }
    return sharing
  }

  /// Notes `iep` and `max_min` where stress runs are a part of planning: their rules depend on the plan;
  /// and `pro_rata`, which is not linear in the plan.
  func checkSharing(of model: Model, _ fields: YAMLFields) {
    guard let value = fields["stress"] else { return }
    if let problem = model.sharingProblem { scope.report(problem, value, key: "sharing") }
    if let problem = model.allocationProblem {
      scope.report(problem, value["allocation"] ?? value, key: "allocation")
    }
  }
}
