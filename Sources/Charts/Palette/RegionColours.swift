/// The regions of a page, each with its name and a colour that is the same in all pictures.
public struct RegionColours: Sendable {
  /// What a region is to home.
  public enum Role: String, Sendable, CaseIterable {
    /// The supplier from which home wants to be less dependent.
    case rival
    /// Home.
    case home
    /// A partner of home.
    case partner
    /// Any other region.
    case other

    /// The colour of the role.
    public var colour: String {
      switch self {
      case .rival: Palette.rival
      case .home: Palette.home
      case .partner: Palette.partner
      case .other: Palette.other
      }
    }
  }

  /// A region.
  public struct Region: Sendable {
    /// Its id.
    public let id: String
    /// Its name for people, with its id.
    public let name: String
    /// What it is to home.
    public let role: Role

    /// - Parameters:
    ///   - id: its id.
    ///   - name: its name for people.
    ///   - role: what it is to home.
    public init(id: String, name: String, role: Role) {
      self.id = id
      self.name = name
      self.role = role
    }
  }

  /// In the order in which pictures stack them: rivals, home, partners, others.
  public let regions: [Region]
  private let colours: [String: String]
  private let byID: [String: Region]

  /// Gives each region a shade of the colour of its role.
  ///
  /// - Parameter regions: each id once.
  public init(_ regions: [Region]) {
    let byRole = Role.allCases.map { role in regions.filter { $0.role == role } }
    self.regions = byRole.flatMap(\.self)
    byID = Dictionary(regions.map { ($0.id, $0) }) { first, _ in first }
    colours = byRole.reduce(into: [:]) { colours, ofRole in
      guard let role = ofRole.first?.role else { return }
      let shades = Palette.shades(of: role.colour, count: ofRole.count)
      for (region, shade) in zip(ofRole, shades) { colours[region.id] = shade }
    }
  }

  /// The name of a region; its id if it is not known.
  public func name(_ id: String) -> String { byID[id]?.name ?? id }

  /// What a region is to home.
  public func role(_ id: String) -> Role { byID[id]?.role ?? .other }

  /// The colour of a region.
  public func colour(_ id: String) -> String { colours[id] ?? Palette.other }

  /// Some regions in the order in which pictures stack them; unknown ones last.
  public func ordered(_ ids: [String]) -> [String] {
    let known = regions.map(\.id).filter(ids.contains)
    return known + ids.filter { byID[$0] == nil }.sorted()
  }

  /// The same with dark and light shades of a role in turn, so that neighbours can be told apart.
  public func alternating(_ ids: [String]) -> [String] {
    let sorted = ordered(ids)
    return Role.allCases.flatMap { role in
      // Shades go from dark to light.
      let ofRole = sorted.filter { self.role($0) == role }
      let half = (ofRole.count + 1) / 2
      return ofRole.indices.map { ofRole[$0.isMultiple(of: 2) ? $0 / 2 : half + $0 / 2] }
    }
  }

  /// A scale that gives the names of some regions their colours, in the order in which pictures stack them.
  public func scale(of ids: [String]) -> Scale {
    .colours(ordered(ids).map { (value: name($0), colour: colour($0)) })
  }
}
