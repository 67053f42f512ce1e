import Analysis
import Sourcing

/// An instance that holds the plans of several planners side by side: each planner has its own copy of every project
/// without a programme, with the size of its claim in the first period.
struct CommonInstance {
  /// The instance of the joint plan, called the base.
  let base: Instance
  /// The model of the joint plan.
  let baseModel: Model
  /// The planners.
  let planners: PlannerSet
  /// The first period that history does not fix. In the periods before, all plans are the joint plan.
  let firstOpen: PeriodIndex

  /// The base with the copies after its own projects.
  let instance: Instance
  /// The model of the joint plan, over `instance`.
  let model: Model
  /// For each project of `instance`, the base's project that it is or is a copy of.
  let original: IndexedArray<Project, ProjectIndex>
  /// For each project of `instance`, the position of the planner of a copy; nil for a project of the base.
  let owner: IndexedArray<Project, Int?>

  init(_ base: Instance, _ baseModel: Model, members: RegionSet) {
    let planners = PlannerSet(instance: base, members: members)
    var instance = base
    var original = IndexedArray<Project, ProjectIndex>(base.projects.indices)
    var owner = original.mapped { _ in Int?.none }
    for index in baseModel.projects where base.projects[index].programme == nil {
      for (place, planner) in planners.planners.enumerated() where planner.claims[.first] > 0 {
        var copy = base.projects[index]
        copy.id += ".\(planner.name)"
        copy.maxCapacity *= planner.claims[.first]
        copy.minCapacity *= planner.claims[.first]
        copy.fixedCost *= planner.claims[.first]
        instance.projects.append(copy)
        original.append(index)
        owner.append(place)
      }
    }
    var model = baseModel
    model.projects = baseModel.projects + owner.indices.filter { owner[$0] != nil }
    (self.base, self.baseModel, self.planners) = (base, baseModel, planners)
    (self.instance, self.original, self.owner) = (instance, original, owner)
    firstOpen =
      baseModel.history == .fix
      ? base.history.map(\.period).max()?.advanced(by: 1) ?? .first : .first
    for (place, goal) in model.goals.indexed() {
      switch goal.kind {
      case .capex(let projects):
        model.goals[place].kind = .capex(
          projects: Self.withCopies(projects, original: original))
      case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .subsidy, .cost,
        .resilience:
        break
      }
    }
    self.model = model
  }

  private static func withCopies(
    _ projects: [ProjectIndex], original: IndexedArray<Project, ProjectIndex>
  )
    -> [ProjectIndex]
  {
    original.indices.filter { projects.contains(original[$0]) }
  }

  /// The planner who may build a project of a programme: that of the region that pays.
  private func payer(of project: ProjectIndex) -> Int? {
    instance.projects[project].programme.map { planners.planner[instance.programmes[$0].payer] }
  }

  /// The projects of `instance` that a planner may build.
  func projects(of place: Int) -> [ProjectIndex] {
    model.projects.filter { (owner[$0] ?? payer(of: $0)) == place }
  }

  /// A planner's share of the capacity of a project of the base that the joint plan built.
  func share(of project: ProjectIndex, for place: Int) -> Double {
    if let payer = payer(of: project) { return payer == place ? 1 : 0 }
    return planners.planners[place].claims[.first]
  }

  /// The projects of the base that the joint plan orders before the first open period.
  func projectsOrderedEarly(in joint: Plan) -> [ProjectIndex] {
    baseModel.projects.filter { joint.orders[$0][..<firstOpen].contains { $0 > 0 } }
  }

  /// The capacity of a project of the base in operation in a period, from the joint plan's orders before the first
  /// open period, units of main output a year.
  func capacityOrderedEarly(of project: ProjectIndex, in joint: Plan, period: PeriodIndex) -> Double
  {
    (.first..<firstOpen).reduce(0) { sum, order in
      base.projects[project].operates(in: period, orderedIn: order, horizon: base.horizon)
        ? sum + joint.orders[project][order] : sum
    }
  }

  /// Σ capex(p)·b + fixed(p)·y of a project of the base in a plan, over some periods, undiscounted money.
  ///
  /// - Parameter wanted: periods outside these are left out; nil: none is.
  func outlay(
    of project: ProjectIndex, in plan: Plan, periods: Range<PeriodIndex>,
    among wanted: [PeriodIndex]? = nil
  )
    -> Double
  {
    periods.reduce(0) { sum, period in
      guard wanted?.contains(period) ?? true else { return sum }
      return sum + OrderFigures(of: project, in: period, plan: plan, instance: base).outlay
    }
  }
}
