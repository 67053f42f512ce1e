import Sourcing

/// The instance of one planner, with the facilities that replace projects in it.
struct PlannerInstance {
  var instance: Instance
  /// For each facility that replaces one, the project of the base that the joint plan ordered before the first open
  /// period.
  private(set) var replaced: [FacilityIndex: ProjectIndex] = [:]

  init(_ instance: Instance) { self.instance = instance }

  /// Adds the facility that replaces a project of the base.
  mutating func add(_ facility: Facility, replacing project: ProjectIndex) {
    replaced[instance.facilities.endIndex] = project
    instance.facilities.append(facility)
  }
}
