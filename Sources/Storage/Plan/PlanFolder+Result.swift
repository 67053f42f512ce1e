public import Analysis
import Formulation
public import Planning
import Reporting
import Sourcing

extension PlanFolder {
  /// The tables and the summary of an answer. Without a plan the tables have no rows.
  ///
  /// - Parameters:
  ///   - result: how planning ended.
  ///   - withoutGoals: the same for the model without goals; nil if it was not solved.
  ///   - solver: name of the solver.
  ///   - zeros: keep flows of 0 in the allocation.
  /// - Throws: `BillMismatch` if bills do not add up to the cost of their plan, which is a mistake of the program.
  public init(
    _ result: PlanningResult, withoutGoals: PlanningResult?, solver: String, zeros: Bool = false
  ) throws(BillMismatch) {
    var tables = PlanTables()
    var view: PlanView?
    var bills: BillComparison?
    if let it = PlanView(result) {
      let other = withoutGoals.flatMap(PlanView.init)
      let compared = try BillComparison(it, withoutGoals: other)
      tables = PlanTables(it, bills: compared, zeros: zeros)
      (view, bills) = (it, compared)
    }
    self.init(
      tables: tables,
      summary: Summary(
        result, view: view, bills: bills, withoutGoals: withoutGoals, solver: solver),
      model: result.program.model.source)
  }
}
