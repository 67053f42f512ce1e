import Analysis
import Formulation
public import Planning
import Reporting
import Sourcing

extension PlanFolder {
  /// The tables and the summary of an answer. Without a plan the tables have no rows. The plan without goals is stored with
  /// it, unless it was read from a folder: then it has no dual values, and the caller adds that folder.
  public init(
    _ result: PlanningResult, withoutGoals: PlanningResult?, solver: String, zeros: Bool = false
  ) {
    let (instance, model) = (result.program.instance, result.program.model)
    let view = result.plan.map {
      PlanView(instance: instance, model: model, plan: $0, goals: result.goals)
    }
    let tables = view.map { PlanTables($0, zeros: zeros) }
    self.init(
      tables: tables ?? PlanTables(),
      summary: Summary(result, view: view, withoutGoals: withoutGoals, solver: solver),
      model: model.source)
    if result.plan != nil, let withoutGoals, withoutGoals.plan != nil,
      withoutGoals.hasDuals
    {
      var other = PlanFolder(withoutGoals, withoutGoals: nil, solver: solver, zeros: zeros)
      // The model has goals; the folder of the plan has it.
      other.model = nil
      other.summary.times = nil
      other.summary.model.title = Self.titleWithoutGoals(model.title)
      self.withoutGoals = other
    }
  }

  private static func titleWithoutGoals(_ title: String) -> String {
    title.isEmpty ? "The plan without goals" : "The plan without the goals of: \(title)"
  }
}
