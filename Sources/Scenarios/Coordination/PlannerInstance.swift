import Sourcing

/// The instance as one planner sees it.
struct PlannerInstance {
  var instance: Instance
  /// The projects of the base that the joint plan ordered before the first open period, by the facility that
  /// stands for each.
  private(set) var standing: [FacilityIndex: ProjectIndex] = [:]

  init(_ instance: Instance) { self.instance = instance }

  /// Adds the facility that stands for a project of the base.
  mutating func add(_ facility: Facility, standingFor project: ProjectIndex) {
    standing[instance.facilities.endIndex] = project
    instance.facilities.append(facility)
  }
}
