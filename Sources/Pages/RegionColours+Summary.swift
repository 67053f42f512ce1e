package import Analysis
package import Charts
package import Reporting
package import Sourcing

extension RegionColours {
  /// The regions of a plan's summary. In summaries of earlier versions, which do not say what regions are to home, all
  /// but home are `other`.
  package init(_ summary: Summary) {
    if let places = summary.regions {
      self.init(
        places.map {
          Region(id: $0.id, name: summary.names?.row($0.id) ?? $0.id, role: Role($0.role))
        })
    } else {
      let ids = Set(summary.names?.regions.keys.map { $0 } ?? []).union([summary.home])
      self.init(
        ids.sorted().map {
          Region(
            id: $0, name: summary.names?.row($0) ?? $0,
            role: $0 == summary.home ? .home : .other)
        })
    }
  }

  /// The regions of an instance under a model, for commands that have no summary.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model, whose goals may name rivals.
  ///   - ids: those that are drawn; nil: all. Shades of few regions are easier to tell apart than those of many.
  package init(_ instance: Instance, for model: Model, of ids: Set<String>? = nil) {
    let names = Names(instance)
    self.init(
      Summary.RegionPlace.all(in: instance, for: model).filter { ids?.contains($0.id) != false }.map
      {
        Region(id: $0.id, name: names.row($0.id), role: Role($0.role))
      })
  }
}

extension RegionColours.Role {
  /// The same role as plans have it.
  package init(_ role: RegionRole) {
    self =
      switch role {
      case .home: .home
      case .rival: .rival
      case .partner: .partner
      case .other: .other
      }
  }
}
