import Formulation
import LinearProgramming

/// The basis and the reduced costs of one planning program's optimum, carried to another program of the same instance
/// and options with other goals.
///
/// Both programs have the same columns of the network, in the same order and before all others. Rows are matched by their
/// keys. Rows and columns that only the other program has start basic and at their lower bounds. So the basis is one of
/// the other program too, and as rows are only added, it is dual feasible: the dual simplex continues from it.
struct CarriedStart {
  /// The basis of the other program.
  let basis: Basis
  /// A reduced cost for each column of the other program; 0 for those that the first does not have.
  let reducedCosts: [Double]

  /// - Returns: nil if there is no basis, or if the programs differ in their network.
  init?(from first: PlanningResult, to program: PlanningProgram) {
    let count = program.networkColumnCount
    guard first.termination == .optimal, let basis = first.solution.basis,
      first.program.networkColumnCount == count, basis.columns.count >= count,
      first.solution.reducedCosts.count >= count
    else { return nil }
    let total = program.program.columnCount
    let added = total - count
    self.basis = Basis(
      columns: basis.columns.prefix(count) + Array(repeating: .atLower, count: added),
      rows: Self.rows(basis.rows, first.program.rowKeys, carriedTo: program.rowKeys))
    reducedCosts =
      first.solution.reducedCosts.prefix(count) + Array(repeating: 0, count: added)
  }

  private static func rows(
    _ statuses: [Basis.Status], _ keys: [RowKey], carriedTo others: [RowKey]
  ) -> [Basis.Status] {
    let known = min(statuses.count, keys.count)
    // Programs begin with the same rows.
    let same = zip(keys.prefix(known), others).prefix { $0 == $1 }.count
    var rest: [RowKey: Basis.Status] = [:]
    for place in same..<known { rest[keys[place]] = statuses[place] }
    return statuses.prefix(same) + others.dropFirst(same).map { rest[$0] ?? .basic }
  }
}
