public import Sourcing

/// A plan together with the instance and the model that it answers. All figures of a plan are computed from
/// this value. Formulas of figures use the letters of `docs/formulation.md`.
public struct PlanView: Sendable {
  /// The instance that the plan is for.
  public let instance: Instance
  /// The model that the plan answers.
  public let model: Model
  /// What every region makes, moves, stores and builds.
  public let plan: Plan
  /// The facilities, and the projects that the model allows, in the order of the plan's activity.
  public let producers: Producers
  /// Sums of the plan's flows by commodity, origin, destination and period.
  public let shares: PlanShares
  /// What the plan achieves of each goal; empty if the plan was not compared with its goals.
  public let goals: [GoalOutcome]
  /// What one more unit of use costs; nil if the plan is not read from the dual values of a program.
  public let marginalCosts: MarginalCosts?
  /// Home, and every region or bloc that a goal is about (`of`) or names (`upon`, `beyond`), sorted by id.
  public let namedBlocs: [RegionSet]
  /// Every commodity as a group of its own, and every group that a goal names, sorted by id. Where no goal
  /// names a commodity: the group that the instance's parameter `focus` names.
  public let groups: [CommodityGroup]

  /// A view of a plan. A plan of another instance or model ends the program, if their sizes show it.
  ///
  /// - Parameters:
  ///   - instance: the instance that the plan is for.
  ///   - model: the model that the plan answers.
  ///   - plan: the plan.
  ///   - goals: what the plan achieves of each goal, as the planner found it.
  ///   - marginalCosts: what one more unit of use costs, as the planner found it.
  public init(
    instance: Instance, model: Model, plan: Plan, goals: [GoalOutcome] = [],
    marginalCosts: MarginalCosts? = nil
  ) {
    let problem = plan.sizeProblem(for: instance, model)
    precondition(problem == nil, problem ?? "")
    self.instance = instance
    self.model = model
    self.plan = plan
    self.goals = goals
    self.marginalCosts = marginalCosts
    producers = Producers(instance: instance, projects: model.projects)
    shares = PlanShares(instance: instance, plan: plan)
    namedBlocs = Self.namedBlocs(instance, model)
    groups = Self.namedGroups(instance, model)
  }

  private static func namedBlocs(_ instance: Instance, _ model: Model) -> [RegionSet] {
    var sets = [instance.home]
    for goal in model.goals {
      sets.append(goal.of)
      if goal.each { sets += goal.subjects(in: instance) }
      if let partner = goal.kind.partner { sets.append(partner) }
    }
    return sorted(sets)
  }

  private static func namedGroups(_ instance: Instance, _ model: Model) -> [CommodityGroup] {
    let single = instance.commodities.indexed().map {
      CommodityGroup(id: $0.element.id, members: [$0.index])
    }
    return (single + Focus.all(of: model, in: instance)).uniqued(by: \.id)
      .sorted { $0.id < $1.id }
  }

  private static func sorted(_ blocs: [RegionSet]) -> [RegionSet] {
    blocs.uniqued(by: \.id).sorted { $0.id < $1.id }
  }

  /// Every region as a bloc of its own, and the named blocs, sorted by id.
  public var regionsAndBlocs: [RegionSet] {
    let single = instance.regions.indexed().map {
      RegionSet(id: $0.element.id, members: [$0.index])
    }
    return Self.sorted(single + namedBlocs)
  }

  /// Whether one of the regions has, for a commodity of the group, demand in some period, a producer that
  /// uses it as an input, or a stockpile.
  public func hasUse(_ group: CommodityGroup, in regions: [RegionIndex]) -> Bool {
    instance.hasUse(group, in: regions, by: producers)
  }

  /// Regions with a producer that has a commodity of the group among its outputs, sorted by id.
  public func origins(of group: CommodityGroup) -> [RegionIndex] {
    instance.regions.indices.filter { region in
      producers.inRegion[region].contains { index in
        instance.processes[producers.all[index].process].outputs.contains {
          group.members.contains($0.commodity)
        }
      }
    }.sorted { instance.regions[$0].id < instance.regions[$1].id }
  }
}
