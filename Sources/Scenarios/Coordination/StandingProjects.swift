import Sourcing

/// The projects that the joint plan orders before the first open period. In the instance of each planner
/// they are facilities, added after all others in this order.
struct StandingProjects {
  /// Of the base.
  let projects: [ProjectIndex]
  /// The facility that stands for the first of them.
  let firstFacility: FacilityIndex

  /// The project of the base that a facility of a planner's instance stands for; nil for a facility of
  /// the base.
  func project(ofFacility facility: FacilityIndex) -> ProjectIndex? {
    facility < firstFacility ? nil : projects[firstFacility.distance(to: facility)]
  }
}
