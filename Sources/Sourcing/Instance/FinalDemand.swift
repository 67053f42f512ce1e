extension Instance {
  /// Whether some of the regions have final demand for some of the commodities in a period.
  ///
  /// - Parameters:
  ///   - regions: the regions.
  ///   - commodities: the commodities; nil for all.
  ///   - period: the period.
  package func hasDemand(
    in regions: RegionSet, for commodities: [CommodityIndex]? = nil, _ period: PeriodIndex
  ) -> Bool {
    let wanted = commodities ?? Array(self.commodities.indices)
    return regions.members.contains { region in
      wanted.contains { demands[region: region, commodity: $0, period: period].quantity > 0 }
    }
  }
}
