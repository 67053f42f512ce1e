public import Sourcing

/// What a region is to home. Pictures colour regions by it.
public enum RegionRole: String, Sendable, Codable, CaseIterable {
  /// It is home, or a region of home.
  case home
  /// Home wants to depend less on it.
  case rival
  /// Home trusts it.
  case partner
  /// None of these.
  case other

  /// The role of each region under a model.
  ///
  /// Home counts first, then rivals, then partners:
  ///
  /// - rivals are the regions upon which some goal on reliance allows at most a share, unless these are all regions; if
  ///   the model has no such goal, the region or bloc that the instance's parameter `rival` names;
  /// - partners are the regions that the instance's parameter `partners` names, unless these are all regions.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model.
  public static func all(in instance: Instance, for model: Model) -> IndexedArray<
    Region, RegionRole
  > {
    let limited = model.goals.flatMap { goal in
      guard case .reliance(let upon, _, _) = goal.kind,
        goal.bounds.contains(where: { $0.direction == .atMost }),
        Set(upon.members).count < instance.regions.count
      else { return [RegionIndex]() }
      return upon.members
    }
    let rivals = limited.isEmpty ? instance.regions(named: "rival") : limited
    var roles = IndexedArray<Region, RegionRole>(repeating: .other, count: instance.regions.count)
    for region in instance.regions(named: "partners") { roles[region] = .partner }
    for region in rivals { roles[region] = .rival }
    for region in instance.home.members { roles[region] = .home }
    return roles
  }
}

extension Instance {
  /// The regions that a parameter names; none if it names nothing, or all regions.
  fileprivate func regions(named parameter: String) -> [RegionIndex] {
    let members = parameters[parameter].flatMap(regionSet)?.members ?? []
    return Set(members).count < regions.count ? members : []
  }
}
