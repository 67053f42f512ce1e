public import LinearProgramming
public import Sourcing

/// What a row states, with the things it is about.
public enum RowKey: Hashable, Sendable {
  // MARK: The network of a plan

  /// A region sends no more of a commodity than it makes.
  case supply(at: Place, period: PeriodIndex)
  /// What arrives, is drawn or is short equals demand, what is used and what is put into store.
  case use(at: Place, period: PeriodIndex)
  /// A project uses at most the capacity in operation.
  case projectCapacity(producer: ProducerIndex, period: PeriodIndex)
  /// All orders of a project together are at most its `max_capacity`.
  case projectSize(project: ProjectIndex)
  /// An order of a lumpy project is at most `max_capacity`, and 0 unless it is made.
  case orderAtMost(project: ProjectIndex, period: PeriodIndex)
  /// An order of a lumpy project that is made is at least `min_capacity`.
  case orderAtLeast(project: ProjectIndex, period: PeriodIndex)
  /// A lumpy project is ordered once at most.
  case orderOnce(project: ProjectIndex)
  /// The sum of the flows that a quota counts, in one period.
  case quota(quota: QuotaIndex, period: PeriodIndex)
  /// The least flow, by the flow of the period before.
  case maxDecline(FlowKey)
  /// The level of a stockpile at the end of a period.
  case stock(stockpile: StockpileIndex, period: PeriodIndex)
  /// The support that a programme pays is at most its budget.
  case programme(ProgrammeIndex)

  // MARK: Goals

  /// A row with the target of a goal.
  case goal(GoalRow)
  /// A clean part of a quantity of the plan is at most the whole; `subFlow` counts the clean sub-flows of the
  /// program.
  case cleanPart(of: Column, subFlow: Int)
  /// Of a clean sub-flow, a region sends no more of a commodity than its clean producers make.
  case cleanSupply(at: Place, period: PeriodIndex, subFlow: Int)
  /// Of a clean sub-flow, clean producers use no more of a commodity than clean flows bring.
  case cleanUse(at: Place, period: PeriodIndex, subFlow: Int)
  /// The part of a loss that is beyond the threshold η of the conditional value at risk.
  case excessLoss(disruption: DisruptionIndex, period: PeriodIndex)
  /// A cut that brings a stress window into a decomposed plan.
  case recourseCut(RecourseSubject)

  // MARK: Stress windows and sizes of stockpiles

  /// A row of the stress program; `window` counts the windows of one program.
  case stress(StressRow, window: Int)
  /// The service of a member and commodity in one window is at least β, up to its relief.
  case sizingService(at: Place, window: Int)
  /// The lost value outside the members in one window has a limit.
  case outsidersLoss(window: Int)
  /// The stock cost of a member is at most the largest.
  case largestStockCost(member: RegionIndex)

  // MARK: Rows that are added while solving

  /// A stage of the objective stays within its tolerance while later stages are solved.
  case objectiveStage(Int)
  /// A limit on the cost of a plan, for questions about plans that cost almost as little as the cheapest.
  case costLimit
  /// The violation of a cone is a fixed multiple of the amount by which its target is loosened.
  case give(constraint: GoalConstraintIndex)
}

/// A row of a goal's constraint.
public struct GoalRow: Hashable, Sendable {
  /// The family that the row belongs to.
  public var family: ConstraintFamily
  /// Place of the goal in the model.
  public var goal: GoalIndex
  /// nil if the goal spans periods (capex, subsidy, cost).
  public var period: PeriodIndex?
  /// The constraint that the row belongs to.
  public var constraint: GoalConstraintIndex
  /// Place among the constraint's rows.
  public var number: Int
}

/// A row of one stress window. Months count from 1.
public enum StressRow: Hashable, Sendable {
  /// Activity is at most what the disruption leaves of the plan's capacity.
  case capacity(producer: ProducerIndex, month: Int)
  /// A flow is at most the planned flow, or the factor's part of it.
  case plannedFlow(FlowKey, month: Int)
  /// A flow is the same share of its planned flow as another flow from the same origin.
  case allocation(FlowKey, month: Int)
  /// The level of a stockpile at the end of a month.
  case stock(stockpile: StockpileIndex, month: Int)
  /// What is drawn from a stockpile in a month is at most its release limit.
  case release(stockpile: StockpileIndex, month: Int)
  /// A region sends no more of a commodity in a month than it makes.
  case supply(at: Place, month: Int)
  /// What arrives, is drawn or is short in a month equals demand and what is used.
  case use(at: Place, month: Int)
  /// The sum of the flows that a quota counts, in one month.
  case quota(quota: QuotaIndex, month: Int)
  /// What leaves a stockpile for others over the window under `quota`.
  case sharingQuota(stockpile: StockpileIndex)
  /// What a region gives to others over the window under `iep`.
  case given(at: Place)
  /// What a region receives from others over the window under `iep`.
  case received(at: Place)
  /// The service in some months, where the window is a program of its own.
  case service(months: ClosedRange<Int>)
}

extension RowKey {
  /// The family that the row belongs to.
  public var family: ConstraintFamily {
    switch self {
    case .supply: .supply
    case .use: .use
    case .projectCapacity: .projectCapacity
    case .projectSize, .orderAtMost, .orderAtLeast, .orderOnce: .projectSize
    case .quota: .quota
    case .maxDecline: .maxDecline
    case .stock: .stock
    case .programme: .programme
    case .goal(let row): row.family
    case .cleanPart, .cleanSupply, .cleanUse: .chain
    case .excessLoss, .recourseCut(.loss): .risk
    case .recourseCut(.service), .recourseCut(.attack): .resilience
    case .stress(let row, _): row.family
    case .sizingService: .sizingService
    case .outsidersLoss: .outsidersLoss
    case .largestStockCost: .largestStockCost
    case .objectiveStage: .objective
    case .costLimit: .costLimit
    case .give: .give
    }
  }
}

extension StressRow {
  /// The family that the row belongs to.
  public var family: ConstraintFamily {
    switch self {
    case .capacity: .stressCapacity
    case .plannedFlow: .stressFlow
    case .allocation: .stressAllocation
    case .stock: .stressStock
    case .release: .stressRelease
    case .supply: .stressSupply
    case .use: .stressUse
    case .quota: .stressQuota
    case .sharingQuota: .sharingQuota
    case .given, .received: .sharingRights
    case .service: .windowService
    }
  }
}
