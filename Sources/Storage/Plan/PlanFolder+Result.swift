public import Analysis
import Formulation
public import Planning
import Reporting
import Sourcing

extension PlanFolder {
  /// The tables and the summary of an answer. Without a plan the tables have no rows. The plan without goals is stored
  /// with it, unless it was read from a folder: then it has no dual values, and the caller adds that folder.
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
    if result.plan != nil, let withoutGoals, withoutGoals.plan != nil,
      withoutGoals.hasDuals
    {
      var other = try PlanFolder(withoutGoals, withoutGoals: nil, solver: solver, zeros: zeros)
      // The model has goals; the folder of the plan has it.
      other.model = nil
      other.summary.times = nil
      other.summary.model.title = Self.titleWithoutGoals(result.program.model.title)
      self.withoutGoals = other
    }
  }

  private static func titleWithoutGoals(_ title: String) -> String {
    title.isEmpty ? "The plan without goals" : "The plan without the goals of: \(title)"
  }
}
