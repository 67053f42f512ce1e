/// Who makes things in a plan: every facility, then every project that the model allows, in one
/// numbering.
public struct Producers: Sendable {
  /// A facility or a project, as a maker of things.
  public struct Producer: Sendable {
    public var id: String
    public var process: ProcessIndex
    public var region: RegionIndex
    /// Index of the facility, or nil for a project.
    public var facility: FacilityIndex?
    /// Index of the project, or nil for a facility.
    public var project: ProjectIndex?
    /// Money a unit of main output, one a period.
    public var unitCost: PerPeriod<Double>
  }

  public let all: Table<Producer>
  /// Producers by region, ascending.
  public let inRegion: IndexedArray<Region, [ProducerIndex]>

  public init(instance: Instance, projects: [ProjectIndex]) {
    let facilities = instance.facilities.indexed().map { index, facility in
      Producer(
        id: facility.id, process: facility.process, region: facility.region, facility: index,
        project: nil, unitCost: facility.unitCost)
    }
    let chosen = projects.sorted().map { index in
      let project = instance.projects[index]
      return Producer(
        id: project.id, process: project.process, region: project.region, facility: nil,
        project: index,
        unitCost: PerPeriod(repeating: project.unitCost, count: instance.horizon.count))
    }
    all = Table(facilities + chosen)
    var byRegion = IndexedArray<Region, [ProducerIndex]>(
      repeating: [], count: instance.regions.count)
    for (index, producer) in all.indexed() { byRegion[producer.region].append(index) }
    inRegion = byRegion
  }

  /// A facility as a producer: facilities come first, in their own order.
  public static func producer(of facility: FacilityIndex) -> ProducerIndex {
    ProducerIndex(facility.position)
  }
}

extension Project {
  /// Periods in which an order placed in `order` is in operation:
  /// start(order) + lead ≤ start(t) < start(order) + lead + life.
  public func operation(orderedIn order: PeriodIndex, horizon: Horizon) -> [PeriodIndex] {
    let ready = Double(horizon[order].start) + leadYears
    return horizon.indices.filter {
      let start = Double(horizon[$0].start)
      return ready <= start && start < ready + lifeYears
    }
  }

  /// Periods in which it may be ordered: inside its own and its programme's window, and early enough
  /// to be in operation at all.
  public func orderPeriods(in instance: Instance) -> [PeriodIndex] {
    let programme = programme.map { instance.programmes[$0] }
    let first = max(earliest ?? .first, programme?.opens ?? .first)
    let last = min(latest ?? instance.horizon.last, programme?.closes ?? instance.horizon.last)
    return instance.horizon.indices.filter {
      first <= $0 && $0 <= last && !operation(orderedIn: $0, horizon: instance.horizon).isEmpty
    }
  }

  /// Whether some order that it may have is in operation in a period.
  public func canOperate(in period: PeriodIndex, of instance: Instance) -> Bool {
    orderPeriods(in: instance).contains {
      operation(orderedIn: $0, horizon: instance.horizon).contains(period)
    }
  }
}
