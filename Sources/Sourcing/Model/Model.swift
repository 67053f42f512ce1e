/// The question asked of an instance: goals, options and objective.
///
/// Every reference is an index into the instance that the model was made for. `ModelReader` of `SourcingFiles` reads
/// a model from a YAML file. ``validate(for:)`` says what is wrong with a model.
public struct Model: Sendable {
  /// What happens to flows that were observed.
  public enum HistoryMode: String, Sendable, CaseIterable {
    /// They are fixed in the periods in which they were observed.
    case fix
    /// The plan may choose them.
    case ignore
  }

  /// What stockpiles may do.
  public enum StockpileMode: String, Sendable, CaseIterable {
    /// They are filled and kept: nothing is drawn.
    case hold
    /// Stock is put and drawn as the plan chooses.
    case free
    /// There are none.
    case none
  }

  /// Short name, an identifier.
  public var name: String
  /// What the model asks, in a few words.
  public var title = ""
  /// What the model asks, at length.
  public var description = ""
  /// The values that `$name` had in the file.
  public var parameters: [String: String] = [:]
  /// Names of the parameters that the model uses; an instance may have others, for other models.
  public var parametersTaken: [String] = []
  /// The names of those that are set but that the model does not use, in alphabetical order.
  ///
  /// - Parameter names: of the parameters that are set.
  public func untaken(_ names: some Collection<String>) -> [String] {
    names.filter { !parametersTaken.contains($0) }.sorted()
  }

  /// Names of those that it uses in its goals and texts only; its plan without goals does not depend on them.
  public var parametersOfGoals: [String] = []
  /// Names of those whose values limit nothing, such as a share of at most 100 %.
  public var parametersWithoutEffect: [String] = []
  /// What happens to observed flows.
  public var history = HistoryMode.fix {
    didSet { completeGoals() }
  }
  /// Share by which an international flow may fall in a year at most; nil: no limit.
  public var maxDecline: Double?
  /// Flows that may fall by any amount from the period before, in spite of ``maxDecline``. Empty for a model
  /// read from a file.
  public var exemptFromMaxDecline: Set<FlowKey> = []
  /// κ: the share of their own trade in the plan without goals that regions outside home keep; 0: none of it.
  public var othersKeep = 0.0
  /// That trade; nil until it is worked out from the plan without goals.
  public var othersTrade: OthersTrade?
  /// Projects that may be built.
  public var projects: [ProjectIndex]
  /// What stockpiles may do.
  public var stockpiles = StockpileMode.hold
  /// The goals. A goal with an empty name is named by its kind and number, `reliance-1`.
  public var goals: Table<Goal> {
    didSet { completeGoals() }
  }
  /// What is minimised, in this order; never empty.
  public var objective: [ObjectiveStage]
  /// A term of the objective for disruptions; nil: none.
  public var risk: RiskTerm?
  /// The window of stress runs.
  public var stress = StressOptions()
  /// The places z, from -1 to 1, at which the model wants assumptions of the instance, by id; all others at 0.
  ///
  /// Planning itself moves nothing: an instance has no tables that could be moved. Who plans an instance of a folder
  /// moves its tables first, with `InstanceTables.moved(to:of:check:)` of `SourcingFiles`, and reads the model again
  /// for what that gives. ``Instance/movedAssumptions`` says what was moved.
  public var assumptions: [String: Double] = [:]

  /// SHA-256 of the file and the parameters' values; empty for a model made in code.
  public var contentHash = ""
  /// The file that it was read from; nil for a model made in code.
  public var source: ModelSource?

  /// A model made in code. What is not given is as in a file without the key.
  ///
  /// - Parameters:
  ///   - name: an identifier.
  ///   - title: what it asks, in a few words.
  ///   - description: what it asks, at length.
  ///   - instance: the instance of which it is asked.
  ///   - history: what happens to observed flows.
  ///   - maxDecline: share by which an international flow may fall in a year at most.
  ///   - othersKeep: the share of their own trade in the plan without goals that regions outside home keep.
  ///   - projects: projects that may be built; all of the instance if not given.
  ///   - stockpiles: what stockpiles may do.
  ///   - goals: the goals; one with an empty name is named by its kind and number, `reliance-1`.
  ///   - objective: what is minimised, in this order.
  ///   - risk: a term of the objective for disruptions.
  ///   - stress: the window of stress runs.
  public init(
    name: String = "model", title: String = "", description: String = "", for instance: Instance,
    history: HistoryMode = .fix, maxDecline: Double? = nil, othersKeep: Double = 0,
    projects: [ProjectIndex]? = nil, stockpiles: StockpileMode = .hold,
    goals: Table<Goal> = [], objective: [ObjectiveStage] = [.cost], risk: RiskTerm? = nil,
    stress: StressOptions = StressOptions()
  ) {
    self.init(
      name: name, projects: projects ?? Array(instance.projects.indices), goals: goals,
      objective: objective)
    self.title = title
    self.description = description
    self.history = history
    self.maxDecline = maxDecline
    self.othersKeep = othersKeep
    self.stockpiles = stockpiles
    self.risk = risk
    self.stress = stress
    // Observers of properties do not run in an initialiser.
    completeGoals()
  }

  /// A model that may build the given projects of any instance.
  package init(
    name: String, projects: [ProjectIndex], goals: Table<Goal> = [],
    objective: [ObjectiveStage] = [.cost]
  ) {
    self.name = name
    self.projects = projects
    self.goals = goals
    self.objective = objective
    completeGoals()
  }

  /// Gives names to goals whose name is empty, and periods to goals made in code without periods.
  private mutating func completeGoals() {
    let isIncomplete = { (goal: Goal) in goal.name.isEmpty || goal.defaultPeriods != nil }
    guard goals.contains(where: isIncomplete) else { return }
    var complete = goals
    for (index, goal) in goals.indexed() where isIncomplete(goal) {
      if goal.name.isEmpty {
        complete[index].name = goal.kind.name.defaultName(number: index.position + 1)
      }
      if let defaults = goal.defaultPeriods {
        complete[index].takeDefaultPeriods(defaults, history)
      }
    }
    // An assignment from here calls `didSet` again, which must find nothing to change.
    let isChanged = zip(complete, goals).contains { $0.name != $1.name || $0.periods != $1.periods }
    if isChanged { goals = complete }
  }

  /// Whether nothing but the cost is minimised: one stage, without a risk term. Then all policy is in the goals.
  public var minimisesCostAlone: Bool { objective.count == 1 && isCostLast && risk == nil }

  /// Whether the last stage of the objective is cost, so that its dual values are changes of cost.
  public var isCostLast: Bool {
    if case .cost = objective.last?.quantity { true } else { false }
  }
}

/// The file that a model was read from: all that is needed to read the model again for the same instance.
public struct ModelSource: Sendable {
  /// The bytes of the file.
  public var bytes: [UInt8]
  /// Parameters that were set from outside the file, as texts.
  public var settings: [String: String]

  /// The file of a model.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file.
  ///   - settings: parameters that were set from outside the file, as texts.
  public init(bytes: [UInt8], settings: [String: String]) {
    self.bytes = bytes
    self.settings = settings
  }
}

/// How commodities are added up: by quantity, or by value at their prices.
public enum Measure: String, Sendable, CaseIterable {
  /// In the unit of the group.
  case quantity
  /// In money, at the price of each commodity in the period.
  case value

  /// The factor by which a unit of a commodity counts in a period: 1, or its price.
  public func worth(
    of commodity: CommodityIndex, in period: PeriodIndex, _ instance: Instance
  ) -> Double {
    switch self {
    case .quantity: 1
    case .value: instance.commodities[commodity].price[period]
    }
  }
}
