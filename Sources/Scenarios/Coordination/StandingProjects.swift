/// The projects that the joint plan orders before the first open period. In the instance of each planner
/// they are facilities, added after all others in this order.
struct StandingProjects {
  /// Indices of projects of the base.
  let projects: [Int]
  /// Index of the facility that stands for the first of them.
  let firstFacility: Int

  /// The project of the base that a facility of a planner's instance stands for; nil for a facility of
  /// the base.
  func project(ofFacility facility: Int) -> Int? {
    facility < firstFacility ? nil : projects[facility - firstFacility]
  }
}
