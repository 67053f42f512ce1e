import Sourcing

/// Which regions can receive from which stockpile under a sharing arrangement.
struct StockSharing {
  private let instance: Instance
  private let members: [RegionIndex]

  init(instance: Instance, sharing: Sharing) {
    self.instance = instance
    members = sharing.mode == .own ? [] : sharing.members?.members ?? []
  }

  /// The regions other than the owner's that can draw on a stockpile.
  func receivers(of stockpile: StockpileIndex) -> [RegionIndex] {
    let owner = instance.stockpiles[stockpile].region
    return members.contains(owner) ? members.filter { $0 != owner } : []
  }

  /// Every place that some stockpile can supply.
  var reachedPlaces: Set<Place> {
    var places = Set<Place>()
    for (index, stockpile) in instance.stockpiles.indexed() {
      for region in [stockpile.region] + receivers(of: index) {
        places.insert(.init(region: region, commodity: stockpile.commodity))
      }
    }
    return places
  }
}
