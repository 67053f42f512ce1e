import Formulation
public import Scenarios
public import Sourcing

extension Conflict {
  /// Its members in words, with their names and numbers: `goal cap: at most 27% in 2021`.
  ///
  /// - Parameters:
  ///   - instance: the instance of the explanation.
  ///   - model: its model.
  public func texts(in instance: Instance, _ model: Model) -> [String] {
    let wording = ConflictWording(instance: instance, model: model)
    return members.map(wording.text)
  }
}

/// Texts for goals and groups of data: what they require, with names and numbers.
private struct ConflictWording {
  let instance: Instance
  let model: Model

  /// What a member requires, followed by the parts of it that a proof uses.
  func text(_ member: Conflict.Member) -> String {
    statement(member.group) + whereabouts(member.places, of: member.group)
  }

  private func statement(_ group: ConstraintGroup) -> String {
    switch group {
    case .goal(let index): return goal(model.goals[index])
    case .contract(let index): return contract(instance.contracts[index])
    case .facilityMinimum(let index):
      let facility = instance.facilities[index]
      let good = instance.processes[facility.process].output
      let least = facility.minimum.max() ?? 0
      return "minimum output of \(facility.id): \(amount(least, good)) of \(commodity(good)) in "
        + region(facility.region)
    case .history(let good, let destination):
      return "history: imports of \(commodity(good)) into \(region(destination)) are as observed"
    case .budget(let index):
      let programme = instance.programmes[index]
      let budget = Goal.Unit.money.text(programme.budget, currency: instance.currency)
      return "budget of programme \(programme.id): \(budget)"
    case .quota(let id):
      let quantities = instance.quotas.filter { $0.id == id }.map { number($0.quantity) }
      let shown = quantities.prefix(3).joined(separator: ", ")
      return "quota \(id): at most \(shown)\(quantities.count > 3 ? ", …" : "")"
    case .laneCapacity(let good): return "capacity of the lanes of \(commodity(good))"
    case .producerCapacity(let good):
      return "capacity of facilities and projects that make \(commodity(good))"
    case .maxDecline:
      let share = Goal.Unit.share.text(model.maxDecline ?? 0)
      let key = "max_decline"
      let origin =
        model.parametersTaken.contains(key) ? "set by the parameter \(key)" : "its key \(key)"
      return "limit of the model (\(origin)): each international flow falls by at most "
        + "\(share) a year"
    case .othersKeep:
      return
        "others keep \(Goal.Unit.share.text(model.othersKeep)) of the trade that is theirs in the plan "
        + "without goals (others_keep)"
    case .stockLevels(let index):
      let stockpile = instance.stockpiles[index]
      let unit = instance.commodities[stockpile.commodity].unit
      return "stockpile \(stockpile.id) of \(commodity(stockpile.commodity)) in "
        + "\(region(stockpile.region)): between \(number(stockpile.minimum)) and "
        + "\(number(stockpile.capacity)) \(unit)"
        + (model.stockpiles == .free ? ", at least \(number(stockpile.final)) at the end" : "")
    }
  }

  /// `goal NAME: at most 27% from 2021`.
  func goal(_ goal: Goal) -> String {
    let unit = goal.kind.unit
    var parts = goal.bounds.map { bound in
      let word = bound.direction == .atMost ? "at most" : "at least"
      let window = goal.kind.name == .resilience ? " over the window" : ""
      return "\(word) \(path(bound.target, of: goal, unit))\(window)"
    }
    if case .resilience(_, let eachMonth?) = goal.kind {
      parts.append("at least \(path(eachMonth, of: goal, unit)) in each month")
    }
    if let budget = goal.kind.attackBudget { parts.append(attacks(budget)) }
    return "goal \(goal.name): \(parts.joined(separator: ", "))" + periods(goal)
  }

  /// `in any attack on at most 2 targets (stages) in CHN`.
  private func attacks(_ budget: AttackBudget) -> String {
    guard budget.cuts > 0 else { return "without any cut" }
    let kinds = AttackTarget.Kind.allCases.filter(budget.kinds.contains).map(\.rawValue)
    return "in any attack on at most \(budget.cuts) target\(budget.cuts == 1 ? "" : "s") ("
      + kinds.joined(separator: ", ") + ")" + (budget.by.map { " in \($0.id)" } ?? "")
  }

  /// A target as text; of a path, its first and last value.
  func path(_ target: Target, of goal: Goal, _ unit: Goal.Unit) -> String {
    let holds = goal.periods.isEmpty ? Array(target.values.indices) : goal.periods
    let values = holds.compactMap { target[$0] }
    guard let first = values.first, let last = values.last else { return "nothing" }
    let start = unit.text(first, currency: instance.currency)
    return first == last ? start : "\(start), \(unit.text(last)) in the last period"
  }

  private func periods(_ goal: Goal) -> String {
    guard !goal.periods.isEmpty, goal.periods.count < instance.horizon.count else { return "" }
    return " in " + range(goal.periods)
  }

  private func contract(_ contract: Contract) -> String {
    "contract \(contract.id): at least \(amount(contract.quantity, contract.commodity)) of "
      + "\(commodity(contract.commodity)) from \(region(contract.origin)) to "
      + "\(region(contract.destination)) in \(range(Array(contract.periods)))"
  }

  // MARK: Parts

  private func whereabouts(_ places: [Conflict.Place], of group: ConstraintGroup) -> String {
    var names: [String] = []
    for place in places where !place.thing.isEmpty && !names.contains(place.thing) {
      names.append(place.thing)
    }
    let listed = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    let shown = names.isEmpty ? "" : "\(kind(of: group))\(names.count > 1 ? "s" : "") \(listed)"
    let periods = Set(places.compactMap(\.period)).sorted()
    var isPlain = periods.isEmpty || periods.count == instance.horizon.count
    if case .goal(let index) = group { isPlain = isPlain || periods == model.goals[index].periods }
    if case .contract = group { isPlain = true }
    let when = isPlain ? "" : range(periods)
    guard !shown.isEmpty else { return when.isEmpty ? "" : " (in conflict: \(when))" }
    return " (in conflict: \(shown)\(when.isEmpty ? "" : "; in \(when)"))"
  }

  /// What the places of a group are; only these two have names.
  private func kind(of group: ConstraintGroup) -> String {
    if case .laneCapacity = group { "lane" } else { "producer" }
  }

  /// Labels of periods: `2021`, `2021, 2023`, `2021 to 2030`.
  func range(_ periods: [PeriodIndex]) -> String {
    guard let first = periods.first, let last = periods.last else { return "" }
    let labels = instance.horizon.periods.mapped(\.label)
    if periods.count > 2, first.distance(to: last) == periods.count - 1 {
      return "\(labels[first]) to \(labels[last])"
    }
    let shown = periods.prefix(5).map { labels[$0] }.joined(separator: ", ")
    return periods.count > 5 ? "\(shown), …" : shown
  }

  private func commodity(_ index: CommodityIndex) -> String { instance.commodities[index].id }
  private func region(_ index: RegionIndex) -> String { instance.regions[index].id }
  private func number(_ value: Double) -> String {
    value >= 999.5 ? NumberText.amount(value) : Goal.Unit.number(value, digits: 4)
  }
  private func amount(_ value: Double, _ good: CommodityIndex) -> String {
    "\(number(value)) \(instance.commodities[good].unit) a year"
  }
}
