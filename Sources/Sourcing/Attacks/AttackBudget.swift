/// What an adversary can do: any attack on at most so many targets.
public struct AttackBudget: Sendable, Hashable {
  /// The number of targets that it may be given at most.
  public static let cutCounts = 0...20

  /// The largest number of targets of an attack.
  public var cuts: Int
  /// The kinds of targets, at least one.
  public var kinds: Set<AttackTarget.Kind>
  /// The adversary's own regions, in which its targets lie; nil: in any region.
  public var by: RegionSet?

  /// A budget.
  ///
  /// - Parameters:
  ///   - cuts: the largest number of targets of an attack.
  ///   - kinds: the kinds of targets.
  ///   - by: the regions in which they lie; any if not given.
  public init(cuts: Int, kinds: Set<AttackTarget.Kind> = [.regions], by: RegionSet? = nil) {
    self.cuts = cuts
    self.kinds = kinds
    self.by = by
  }
}

extension AttackBudget {
  /// The targets outside home that exist with any lever of a model, in the order of their names: regions and stages in
  /// which a facility, or a project that the model allows, makes a commodity with demand or something upstream of one;
  /// and exports of what it makes, if a lane leads from there to another region.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - projects: the projects that the model allows.
  public func targets(in instance: Instance, projects: [ProjectIndex]) -> [AttackTarget] {
    let producers = Producers(instance: instance, projects: projects)
    let needed = instance.neededCommodities
    var targets: Set<AttackTarget> = []
    for region in instance.regions.indices where mayCut(region, in: instance) {
      for producer in producers.inRegion[region].map({ producers.all[$0] }) {
        let process = instance.processes[producer.process]
        if process.outputs.contains(where: { needed.contains($0.commodity) }) {
          targets.insert(.region(region))
          targets.insert(.stage(process.stage, in: region))
        }
        for output in process.outputs
        where instance.hasLaneAbroad(for: output.commodity, from: region) {
          targets.insert(.exports(output.commodity, from: region))
        }
      }
    }
    return targets.filter { kinds.contains($0.kind) }.sorted {
      $0.name(in: instance) < $1.name(in: instance)
    }
  }

  /// The targets of a finished plan: as ``targets(in:projects:)``, but only the exports that it ships in a period.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - projects: the projects that the model allows.
  ///   - plan: the plan.
  ///   - period: the period in which the window starts.
  public func targets(
    in instance: Instance, projects: [ProjectIndex], plan: Plan, period: PeriodIndex
  ) -> [AttackTarget] {
    let shipped = Set(
      plan.flowsAboveRoundOff(in: period).filter(\.key.isInternational).map {
        AttackTarget.exports($0.key.commodity, from: $0.key.origin)
      })
    var places = self
    places.kinds.remove(.exports)
    var targets = places.targets(in: instance, projects: projects)
    if kinds.contains(.exports) {
      targets += shipped.filter { mayCut($0.region, in: instance) }
    }
    return targets.sorted { $0.name(in: instance) < $1.name(in: instance) }
  }

  /// Whether targets may lie in a region: outside home, and in ``by``.
  private func mayCut(_ region: RegionIndex, in instance: Instance) -> Bool {
    !instance.home.members.contains(region) && by?.members.contains(region) ?? true
  }
}

extension Instance {
  /// The commodities with demand in any period, and everything upstream of them.
  fileprivate var neededCommodities: Set<CommodityIndex> {
    let demanded = commodities.indices.filter { commodity in
      regions.indices.contains { region in
        horizon.indices.contains {
          demands[region: region, commodity: commodity, period: $0].quantity > 0
        }
      }
    }
    return upstream(of: Set(demanded))
  }

  /// Whether a lane for a commodity leads from a region to another in any period.
  fileprivate func hasLaneAbroad(for commodity: CommodityIndex, from origin: RegionIndex) -> Bool {
    regions.indices.contains { destination in
      destination != origin
        && horizon.indices.contains {
          lanes[commodity: commodity, origin: origin, destination: destination, period: $0] != nil
        }
    }
  }
}
