/// Who makes things in a plan: every facility, then every project that the model allows, in one
/// numbering.
public struct Producers: Sendable {
  /// A facility or a project, as a maker of things.
  public struct Producer: Sendable {
    public var id: String
    public var process: Int
    public var region: Int
    /// Index of the facility, or nil for a project.
    public var facility: Int?
    /// Index of the project, or nil for a facility.
    public var project: Int?
    /// Money a unit of main output, one a period.
    public var unitCost: [Double]
  }

  public let all: [Producer]
  /// Producers by region, ascending.
  public let inRegion: [[Int]]

  public init(instance: Instance, projects: [Int]) {
    let facilities = instance.facilities.enumerated().map { index, facility in
      Producer(
        id: facility.id, process: facility.process, region: facility.region, facility: index,
        project: nil, unitCost: facility.unitCost)
    }
    let chosen = projects.sorted().map { index in
      let project = instance.projects[index]
      return Producer(
        id: project.id, process: project.process, region: project.region, facility: nil,
        project: index,
        unitCost: Array(repeating: project.unitCost, count: instance.horizon.count))
    }
    all = facilities + chosen
    var byRegion = Array(repeating: [Int](), count: instance.regions.count)
    for (index, producer) in all.enumerated() { byRegion[producer.region].append(index) }
    inRegion = byRegion
  }
}

extension Project {
  /// Periods in which an order placed in `order` is in operation:
  /// start(order) + lead ≤ start(t) < start(order) + lead + life.
  public func operation(orderedIn order: Int, horizon: Horizon) -> [Int] {
    let ready = Double(horizon[order].start) + leadYears
    return horizon.indices.filter {
      let start = Double(horizon[$0].start)
      return ready <= start && start < ready + lifeYears
    }
  }

  /// Periods in which it may be ordered: inside its own and its programme's window, and early enough
  /// to be in operation at all.
  public func orderPeriods(in instance: Instance) -> [Int] {
    let programme = programme.map { instance.programmes[$0] }
    let first = max(earliest ?? 0, programme?.opens ?? 0)
    let last = min(latest ?? .max, programme?.closes ?? .max)
    return instance.horizon.indices.filter {
      first <= $0 && $0 <= last && !operation(orderedIn: $0, horizon: instance.horizon).isEmpty
    }
  }

  /// Whether some order that it may have is in operation in a period.
  public func canOperate(in period: Int, of instance: Instance) -> Bool {
    orderPeriods(in: instance).contains {
      operation(orderedIn: $0, horizon: instance.horizon).contains(period)
    }
  }
}
