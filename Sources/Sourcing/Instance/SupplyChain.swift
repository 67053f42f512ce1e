/// What is made from what.
extension Instance {
  /// The commodities, with everything upstream of them: the inputs of each process that yields one of them as main
  /// output or byproduct, the inputs of what yields these, and so on.
  public func upstream(of commodities: Set<CommodityIndex>) -> Set<CommodityIndex> {
    var found = commodities
    var grew = true
    while grew {
      let inputs = processes.filter { process in
        process.outputs.contains { found.contains($0.commodity) }
      }.flatMap { $0.inputs.map(\.commodity) }
      grew = !found.isSuperset(of: inputs)
      found.formUnion(inputs)
    }
    return found
  }

  /// The commodities that are, or are made from, some of the given ones, ascending.
  public func commodities(madeFrom sources: [CommodityIndex]) -> [CommodityIndex] {
    Self.commodities(madeFrom: sources, by: processes.array)
  }

  /// The commodities that are, or are made from, some of the given ones with some processes, ascending.
  package static func commodities(madeFrom sources: [CommodityIndex], by processes: [Process])
    -> [CommodityIndex]
  {
    var found = Set(sources)
    var count = 0
    while found.count > count {
      count = found.count
      for process in processes
      where process.inputs.contains(where: { found.contains($0.commodity) }) {
        found.formUnion(process.outputs.map(\.commodity))
      }
    }
    return found.sorted()
  }

  /// The commodities of which one of the regions has a stockpile, ascending.
  public func commodities(stockedBy regions: [RegionIndex]) -> [CommodityIndex] {
    Set(stockpiles.filter { regions.contains($0.region) }.map(\.commodity)).sorted()
  }
}
