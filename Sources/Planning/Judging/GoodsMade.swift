import Sourcing

/// The goods that some regions can make from some commodities, at any number of stages, without these commodities.
struct GoodsMade {
  /// One group for each good.
  let groups: [CommodityGroup]

  /// - Parameters:
  ///   - commodities: what the goods are made from.
  ///   - regions: where they are made.
  ///   - instance: the instance.
  ///   - producers: the facilities, and the projects that the model allows.
  init(
    from commodities: CommodityGroup, in regions: [RegionIndex], _ instance: Instance,
    _ producers: Producers
  ) {
    let processes = Set(
      regions.flatMap { producers.inRegion[$0] }.map { producers.all[$0].process }
    ).map { instance.processes[$0] }
    var reached = Set(commodities.members)
    var isGrowing = true
    while isGrowing {
      let before = reached.count
      for process in processes
      where process.inputs.contains(where: { reached.contains($0.commodity) }) {
        reached.formUnion(process.outputs.map(\.commodity))
      }
      isGrowing = reached.count > before
    }
    groups = reached.subtracting(commodities.members).sorted().map {
      CommodityGroup(id: instance.commodities[$0].id, members: [$0])
    }
  }
}
