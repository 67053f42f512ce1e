extension PlaceGrid<Double> {
  /// Adds the inputs or outputs of an activity in a region: quantity × activity to each commodity.
  package mutating func add(
    _ terms: some Sequence<Process.Term>, in region: RegionIndex, times activity: Double
  ) {
    for term in terms { self[term.commodity, region] += term.quantity * activity }
  }
}
