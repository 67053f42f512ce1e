import Scenarios

/// A figure of a plan by which worlds are compared: a figure of a study's comparison, or its difference from the same
/// figure of another plan in the same world.
public struct PlanMeasure: Sendable, Hashable {
  /// Its name in tables and claims.
  public var name: String
  /// The figure.
  public var figure: RunFigure
  /// Whether it is the figure minus that of the other plan.
  public var isChange: Bool

  /// A measure. The properties describe the parameters.
  public init(name: String, figure: RunFigure, isChange: Bool = false) {
    self.name = name
    self.figure = figure
    self.isChange = isChange
  }

  /// The figure itself, under its own name.
  public init(_ figure: RunFigure) { self.init(name: figure.name, figure: figure) }

  /// What a policy costs all regions: the cost minus that of the other plan, discounted.
  public static let changeOfCost = PlanMeasure(
    name: changePrefix + RunFigure.cost.name, figure: .cost, isChange: true)
  /// Home's reliance upon its rival for the focus in the last period.
  public static let reliance = PlanMeasure(.reliance)

  /// What names of differences begin with.
  package static let changePrefix = "change_"

  /// Whether plans must meet disruptions to have it.
  public var needsStress: Bool { figure.isOfStress }

  /// Whether a greater value is better for who plans.
  public var moreIsBetter: Bool { figure.moreIsBetter }

  /// Whether it is a share, which is written with a percent sign.
  public var isShare: Bool { figure.isShare }
}

extension PlanMeasure {
  /// The measures of plans that meet disruptions under some sharing arrangements.
  ///
  /// - Parameter sharing: labels of the arrangements. Under a single one its label is left out of the names.
  public static func all(sharing: [String]) -> [PlanMeasure] {
    let figures = RunFigure.all(sharing: sharing).map { figure in
      PlanMeasure(name: figure.shortName(isOnly: sharing.count < 2), figure: figure)
    }
    let changes = figures.filter(\.figure.canChange).map {
      PlanMeasure(name: changePrefix + $0.name, figure: $0.figure, isChange: true)
    }
    return figures + changes
  }

  /// The measure with a name, among some; nil if there is none. Under one sharing arrangement, names of figures in
  /// disruptions may end in its label, as in `comparison.csv`. `lost_value` stands for `lost`.
  public static func named(_ name: String, among known: [PlanMeasure]) -> PlanMeasure? {
    if let found = known.first(where: { $0.name == name }) { return found }
    let name = name.hasPrefix("lost_value_") ? "lost_" + name.dropFirst("lost_value_".count) : name
    return known.first { measure in
      let long = measure.figure.name
      return measure.name == name || (measure.isChange ? changePrefix + long : long) == name
    }
  }
}

extension RunFigure {
  fileprivate var isOfStress: Bool { if case .stress = self { true } else { false } }

  /// Its name; if only one arrangement is compared, without the label of it.
  fileprivate func shortName(isOnly: Bool) -> String {
    if isOnly, case .stress(let measure, _) = self { return measure.rawValue }
    return name
  }

  /// Whether the difference of two plans has a meaning of its own. Figures that are differences themselves and counts
  /// of goals are left out.
  fileprivate var canChange: Bool {
    switch self {
    case .cost, .category, .homeBill, .capex, .support, .idleCapacity, .idleCapex, .reliance,
      .largestShare, .concentration, .stockHeld, .stress:
      true
    case .extraCost, .extraHomeBill, .extraCapex, .extraSupport, .goals, .goalsMet,
      .goalsMetByServingLess, .goalsMetWithoutGoals, .coordination:
      false
    }
  }

  /// Whether it is a share of something.
  public var isShare: Bool {
    switch self {
    case .reliance, .largestShare: true
    case .stress(let measure, _): measure.isService
    default: false
    }
  }

  /// Whether a greater value is better for who plans: services, months to survive, goals that are met, and stocks. Of
  /// costs, losses, shares of single sources and idle capacity a smaller one is.
  public var moreIsBetter: Bool {
    switch self {
    case .goals, .goalsMet, .goalsMetWithoutGoals, .stockHeld: true
    case .stress(let measure, _):
      measure.isService || [.timeToSurvive, .timeToSurviveProRata, .stockShared].contains(measure)
    default: false
    }
  }
}

extension RunFigure.StressMeasure {
  /// Whether it is a service level.
  var isService: Bool { rawValue.contains("service") }
}
