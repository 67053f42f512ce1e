public import Analysis
package import Sourcing

extension Summary {
  /// What a region is to home, and where it lies.
  public struct RegionPlace: Codable, Sendable {
    /// Its id.
    public var id: String
    /// What it is to home.
    public var role: RegionRole
    /// Degrees north, from -90 to 90; nil if the instance does not say it.
    @Nullable public var latitude: Double?
    /// Degrees east, from -180 to 180; nil if the instance does not say it.
    @Nullable public var longitude: Double?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case id, role, latitude, longitude
    }

    /// The regions of an instance, in its order.
    ///
    /// - Parameters:
    ///   - instance: the instance.
    ///   - model: the model, whose goals may name rivals.
    package static func all(in instance: Instance, for model: Model) -> [RegionPlace] {
      let roles = RegionRole.all(in: instance, for: model)
      return instance.regions.indexed().map { index, region in
        RegionPlace(
          id: region.id, role: roles[index], latitude: region.latitude, longitude: region.longitude)
      }
    }
  }
}

extension Summary.RegionPlace: DescribedJSON {
  package static let objectTitle = "Place of a region"
}

extension Summary.RegionPlace.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .id: .text("Id of the region.")
    case .role:
      .text(
        "What it is to home: `home`; `rival`, upon which a goal on reliance allows at most a share (without such goals: "
          + "the instance's parameter `rival`); `partner` (the parameter `partners`); or `other`.")
    case .latitude: .number(.degrees, "Degrees north.", null: Self.unknown)
    case .longitude: .number(.degrees, "Degrees east.", null: Self.unknown)
    }
  }

  private static let unknown = "the instance does not say it"
}
