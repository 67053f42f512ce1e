/// Who can make goods in a plan: every facility, then every project that the model allows, under one kind of index.
public struct Producers: Sendable {
  /// A facility or a project.
  public struct Producer: Sendable {
    /// Id of the facility or project.
    public var id: String
    /// What it does.
    public var process: ProcessIndex
    /// Where it is or would be.
    public var region: RegionIndex
    /// The facility; nil for a project.
    public var facility: FacilityIndex?
    /// The project; nil for a facility.
    public var project: ProjectIndex?
    /// Money a unit of main output.
    public var unitCost: PerPeriod<Double>
  }

  /// All producers, facilities first.
  public let all: Table<Producer>
  /// The producers of each region, ascending.
  public let inRegion: IndexedArray<Region, [ProducerIndex]>

  /// The producers of an instance.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - projects: the projects that may be built, in any order.
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
