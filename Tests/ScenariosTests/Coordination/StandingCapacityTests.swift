import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

@testable import Scenarios

/// By history A makes 45 in 2030, 5 of it in a facility of its own, so the joint plan orders all 40 of project `p`
/// there. Each planner has half of it in 2031, because both need the same amount.
@Suite("Capacity that the joint plan built in periods fixed by history")
struct StandingCapacityTests {
  /// - Parameter ownFacility: id of a facility of 5 in A that belongs to the instance.
  private func instance(ownFacility: String) -> Instance {
    var instance = TwoRegions.instance([(a: 50, b: 50), (a: 50, b: 50)])
    instance.facilities = [
      TwoRegions.facility(ownFacility, in: TwoRegions.a, capacity: [5, 5], unitCost: 3),
      TwoRegions.facility("g", in: TwoRegions.b, capacity: [50, 50]),
    ]
    instance.projects = [
      Project(id: "p", process: 0, region: TwoRegions.a, maxCapacity: 40, capex: 2, unitCost: 1)
    ]
    // The lane is open, but costs more than a shortage.
    instance.lanes = TwoRegions.lanes(of: instance, unitCost: 100)
    instance.history = [
      HistoricalFlow(
        commodity: 0, origin: TwoRegions.a, destination: TwoRegions.a, period: 0, quantity: 45)
    ]
    return instance
  }

  private let model = Model(name: "m", projects: [0])

  @Test("each planner has a facility for its share of the capacity, and the project is used up")
  func question() throws {
    let joint = try JointPlan(instance(ownFacility: "mine"), model)
    #expect(joint.plan.orders[0] == [40, 0])
    #expect(joint.common.projectsOrderedEarly(in: joint.plan) == [0])
    for place in [0, 1] {
      let own = joint.question(place).instance()
      #expect(own.replaced == [2: 0])
      let instance = own.instance
      #expect(instance.facilities.map(\.capacity) == [[0, 2.5], [0, 25], [0, 20]])
      #expect(instance.facilities.last?.region == TwoRegions.a)
      // The project itself and the copies of A and the others.
      #expect(instance.projects.map(\.maxCapacity) == [0, 0, 0])
      #expect(instance.projects.map(\.earliest) == [1, 1, 1])
    }
  }

  /// 2031: A has 2.5 of its own facility and 20 of the project. The others have 25 from `g`; their part in A is of no
  /// use to them. The id of a user's facility does not matter.
  @Test(
    "its output counts as that of the project, whatever the ids of facilities",
    arguments: ["mine", "p.standing"])
  func sum(ownFacility: String) throws {
    let planning = UnilateralPlanning(
      instance: instance(ownFacility: ownFacility), model: model, members: TwoRegions.members,
      planner: Planner(solver: GLPKSolver()))
    let run = try planning.plan()
    let plan = run.plan
    // Producers: the two facilities, the project, and its copies for A and for the others.
    let expected = [[5, 2.5], [50, 25], [40, 20], [0, 0], [0, 0]]
    #expect(plan.activity.count == expected.count)
    for (found, wanted) in zip(plan.activity, expected) {
      for (a, b) in zip(found, wanted) { #expect(isClose(a, b)) }
    }
    #expect(plan.orders == [[40, 0], [0, 0], [0, 0]])
    #expect(plan.flows.map(\.key) == plan.flows.map(\.key).sorted())
    let lacking = plan.shortages.filter { $0.period == 1 }.map(\.quantity)
    #expect(lacking.count == 2 && isClose(lacking[0], 27.5) && isClose(lacking[1], 25))
    let account = run.account
    #expect(account.planners.map(\.name) == ["A", "others"])
    // 2031 only: A makes 2.5 for 3 and 20 for 1 a unit; the others make 25 for 1 a unit.
    #expect(isClose(account.planners[0].withGoals.cost, 7.5 + 20 + 275))
    #expect(isClose(account.planners[1].withGoals.cost, 25 + 250))
  }

  /// The others pay the programme, so capacity that the joint plan built with it is theirs, and its money is spent.
  @Test("capacity that a programme supports belongs to the payer")
  func programme() throws {
    var instance = instance(ownFacility: "mine")
    instance.programmes = [Programme(id: "fund", payer: TwoRegions.b, budget: 100, share: 0.5)]
    instance.projects[0].programme = 0
    let joint = try JointPlan(instance, model)
    #expect(joint.plan.orders[0] == [40, 0])
    #expect(joint.common.instance.projects.count == 1)
    let (own, others) = (joint.question(0), joint.question(1))
    #expect(own.instance().instance.facilities.last?.capacity == [0, 0])
    #expect(others.instance().instance.facilities.last?.capacity == [0, 40])
    // The outlay was 40 · 2, and the programme paid half of it.
    #expect(others.instance().instance.programmes[0].budget == 60)
    #expect(own.model(withGoals: true).projects.isEmpty)
    #expect(others.model(withGoals: true).projects == [0])
  }

  /// The stock is 10, and a tenth is lost in 2030, so 9 are left at its end; 10 at the start of the period leave 9.
  @Test("a stockpile starts at the level of the joint plan, and is empty for other planners")
  func stockpile() throws {
    var instance = instance(ownFacility: "mine")
    instance.stockpiles = [
      Stockpile(
        id: "s", region: TwoRegions.a, commodity: 0, initial: 10, capacity: 30, loss: 0.1,
        final: 0)
    ]
    var model = model
    model.stockpiles = .free
    let joint = try JointPlan(instance, model)
    let level = joint.plan.stocks[0][0].level
    let (own, others) = (
      joint.question(0).instance().instance, joint.question(1).instance().instance
    )
    #expect(isClose(own.stockpiles[0].initial, level / 0.9))
    #expect(others.stockpiles[0].initial == 0 && others.stockpiles[0].capacity == 0)
  }
}
