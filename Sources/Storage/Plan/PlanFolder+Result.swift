import Analysis
import Formulation
public import Planning
import Reporting
import Sourcing

extension PlanFolder {
  /// The tables and the summary of an answer. Without a plan the tables have no rows.
  public init(
    _ result: PlanningResult, withoutGoals: PlanningResult?, solver: String, zeros: Bool = false
  ) {
    let view = PlanView(result)
    let tables = view.map { PlanTables($0, zeros: zeros) }
    self.init(
      tables: tables ?? PlanTables(),
      summary: Summary(result, view: view, withoutGoals: withoutGoals, solver: solver),
      model: result.program.model.source)
  }
}
