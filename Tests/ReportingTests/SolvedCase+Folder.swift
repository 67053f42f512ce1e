import CaseSupport
import GLPKSolver
import Storage

extension SolvedCase {
  var folder: PlanFolder { PlanFolder(result, withoutGoals: nil, solver: GLPKSolver().name) }
}
