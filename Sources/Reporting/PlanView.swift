public import Sourcing

/// A plan beside the question it answers: what every statistic is worked out from.
public struct PlanView: Sendable {
  public let instance: Instance
  public let model: Model
  public let plan: Plan
  public let producers: Producers
  public let shares: PlanShares
  public let goals: [GoalOutcome]
  /// Home and every bloc or region that a goal is about (`of`) or names otherwise, by id.
  public let namedBlocs: [RegionSet]
  /// Every commodity as a group of itself and every group that a goal names, by id.
  public let groups: [CommodityGroup]

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
      switch goal.kind {
      case .reliance(let upon, _, _): sets.append(upon)
      case .plusOne(let beyond, _): sets.append(beyond)
      default: break
      }
    }
    return unique(sets, by: \.id)
  }

  /// Commodities and groups that the goals are about, in their order; without any, the instance's own
  /// parameter `focus`.
  static func focus(of instance: Instance, _ model: Model) -> [CommodityGroup] {
    let named = unique(model.goals.flatMap(\.commodities), by: \.id, sorted: false)
    guard named.isEmpty, let focus = instance.parameters["focus"] else { return named }
    return instance.commodityGroup(focus).map { [$0] } ?? []
  }

  private static func namedGroups(_ instance: Instance, _ model: Model) -> [CommodityGroup] {
    let single = instance.commodities.enumerated().map {
      CommodityGroup(id: $0.element.id, members: [$0.offset])
    }
    return unique(single + focus(of: instance, model), by: \.id)
  }

  private static func unique<Element>(
    _ items: [Element], by id: KeyPath<Element, String>, sorted: Bool = true
  ) -> [Element] {
    var seen: Set<String> = []
    let kept = items.filter { seen.insert($0[keyPath: id]).inserted }
    return sorted ? kept.sorted { $0[keyPath: id] < $1[keyPath: id] } : kept
  }

  /// Every region as a bloc of itself, with the named blocs, by id.
  public var regionsAndBlocs: [RegionSet] {
    let single = instance.regions.enumerated().map {
      RegionSet(id: $0.element.id, members: [$0.offset])
    }
    return Self.unique(single + namedBlocs, by: \.id)
  }

  /// The period's label as a cell.
  public func label(_ period: Int) -> ReportTable.Cell {
    .text(instance.horizon[period].label)
  }

  /// Whether anything in a region uses or demands a commodity in some period, or any of it goes there.
  func hasUse(_ group: CommodityGroup, in regions: [Int]) -> Bool {
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
  func origins(of group: CommodityGroup) -> [Int] {
    instance.regions.indices.filter { region in
      producers.inRegion[region].contains { index in
        instance.processes[producers.all[index].process].outputs.contains {
          group.members.contains($0.commodity)
        }
      }
    }.sorted { instance.regions[$0].id < instance.regions[$1].id }
  }
}
