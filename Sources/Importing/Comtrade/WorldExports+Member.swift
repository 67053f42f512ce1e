extension WorldExports {
  /// What is known of one country.
  struct Member {
    /// By flow: 1 exports, 2 re-exports. Of the world, to others, and inside the place.
    var world: [UInt8: TradeFigures] = [:]
    var partners: [UInt8: TradeFigures] = [:]
    var inside: [UInt8: TradeFigures] = [:]
    var isToOthers = false
    /// What importers report from it.
    var mirrored = TradeFigures.none

    var isReported: Bool { world[1] != nil || isToOthers }

    func all(_ flow: UInt8) -> TradeFigures? {
      guard let world = world[flow] else { return partners[flow] }
      return inside[flow].map { world.less($0) } ?? world
    }

    /// Its exports without re-exports.
    var exports: TradeFigures? {
      let place = FilePlace(file: "", line: 0)
      guard let exports = all(1) else { return nil }
      let again = all(2).map { TradeSide($0, at: place) }
      guard
        case .part(let own, _) = DomesticExports(
          exports: TradeSide(exports, at: place), reexports: again)
      else { return TradeFigures(value: 0, tons: 0) }
      return own.figures
    }
  }
}

extension TradeFigures {
  /// What remains without a part of it, never less than nothing.
  fileprivate func less(_ part: TradeFigures) -> TradeFigures {
    var rest = self
    rest.value = max(0, value - part.value)
    rest.tons = tons.map { max(0, $0 - (part.tons ?? 0)) }
    rest.weighedValue = max(0, weighedValue - part.weighedValue)
    rest.pricedTons = max(0, pricedTons - part.pricedTons)
    return rest
  }
}
