import Sourcing

/// The instance in which several planners' plans can be told apart and added up: each planner has a copy of
/// every project without a programme, of the size of its claim in the first period.
struct WorldOfPlanners {
  /// The instance and the model of the joint plan.
  let base: Instance
  let baseModel: Model
  let planners: PlannerSet
  /// The first period that history does not fix: before it the joint plan stands.
  let firstOpen: PeriodIndex

  /// The base with the copies after its own projects.
  let instance: Instance
  /// The base's model over them.
  let model: Model
  /// Of each project: the base's project that it is or is a copy of, and the planner of a copy.
  let original: IndexedArray<Project, ProjectIndex>
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

  /// Who may build a project of a programme: the planner of the region that pays.
  private func payer(of project: ProjectIndex) -> Int? {
    instance.projects[project].programme.map { planners.planner[instance.programmes[$0].payer] }
  }

  /// Projects that a planner may build.
  func projects(of place: Int) -> [ProjectIndex] {
    model.projects.filter { (owner[$0] ?? payer(of: $0)) == place }
  }

  /// A planner's share of what the joint plan built of a project of the base.
  func share(of project: ProjectIndex, for place: Int) -> Double {
    if let payer = payer(of: project) { return payer == place ? 1 : 0 }
    return planners.planners[place].claims[.first]
  }

  /// Projects of the base that the joint plan orders before the first open period.
  func standingProjects(in joint: Plan) -> [ProjectIndex] {
    baseModel.projects.filter { joint.orders[$0][..<firstOpen].contains { $0 > 0 } }
  }

  func standingCapacity(of project: ProjectIndex, in joint: Plan, period: PeriodIndex) -> Double {
    (.first..<firstOpen).reduce(0) { sum, order in
      base.projects[project].operates(in: period, orderedIn: order, horizon: base.horizon)
        ? sum + joint.orders[project][order] : sum
    }
  }

  /// Capex and fixed cost that a plan of the base orders of a project.
  func outlay(
    of project: ProjectIndex, in plan: Plan, periods: Range<PeriodIndex>,
    among wanted: [PeriodIndex]? = nil
  )
    -> Double
  {
    periods.reduce(0) { sum, period in
      guard wanted?.contains(period) ?? true else { return sum }
      let outlay = plan.outlay(of: project, in: period, base)
      return sum + outlay.capex + outlay.fixed
    }
  }
}
