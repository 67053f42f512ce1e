public import Sourcing

/// A plan beside the question it answers: what every figure is worked out from.
public struct PlanView: Sendable {
  /// What the plan is for.
  public let instance: Instance
  /// The question that it answers.
  public let model: Model
  /// The plan itself.
  public let plan: Plan
  /// Whoever may make something in it, in the order of the plan's activity.
  public let producers: Producers
  /// Who trades how much with whom.
  public let shares: PlanShares
  /// How the plan stands to each goal; empty where nobody judged it.
  public let goals: [GoalOutcome]
  /// Home and every bloc or region that a goal is about (`of`) or names otherwise, by id.
  public let namedBlocs: [RegionSet]
  /// Every commodity as a group of itself and every group that a goal names, by id.
  public let groups: [CommodityGroup]

  /// - Parameter goals: the planner's judgement of each goal, where there is one.
  public init(instance: Instance, model: Model, plan: Plan, goals: [GoalOutcome] = []) {
    self.instance = instance
    self.model = model
    self.plan = plan
    self.goals = goals
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
    return unique(sets, by: \.id)
  }

  private static func namedGroups(_ instance: Instance, _ model: Model) -> [CommodityGroup] {
    let single = instance.commodities.indexed().map {
      CommodityGroup(id: $0.element.id, members: [$0.index])
    }
    return unique(single + Focus.all(of: model, in: instance), by: \.id)
  }

  /// The first of each id, by id.
  private static func unique<Element>(_ items: [Element], by id: KeyPath<Element, String>)
    -> [Element]
  {
    var seen: Set<String> = []
    return items.filter { seen.insert($0[keyPath: id]).inserted }
      .sorted { $0[keyPath: id] < $1[keyPath: id] }
  }

  /// Every region as a bloc of itself, with the named blocs, by id.
  public var regionsAndBlocs: [RegionSet] {
    let single = instance.regions.indexed().map {
      RegionSet(id: $0.element.id, members: [$0.index])
    }
    return Self.unique(single + namedBlocs, by: \.id)
  }

  /// Whether anything in a region uses or demands a commodity in some period, or has a stockpile of it.
  public func hasUse(_ group: CommodityGroup, in regions: [RegionIndex]) -> Bool {
    group.members.contains { commodity in
      regions.contains { region in
        instance.horizon.indices.contains {
          instance.demands[region: region, commodity: commodity, period: $0].quantity > 0
        }
          || producers.inRegion[region].contains {
            instance.processes[producers.all[$0].process].inputs.contains {
              $0.commodity == commodity
            }
          }
          || instance.stockpiles.contains { $0.region == region && $0.commodity == commodity }
      }
    }
  }

  /// Regions with a producer of something in a group, by id.
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
