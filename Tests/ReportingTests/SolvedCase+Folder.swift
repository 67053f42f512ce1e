import CaseSupport
import GLPKSolver
import Storage

extension SolvedCase {
  var folder: PlanFolder {
    get throws { try PlanFolder(result, withoutGoals: nil, solver: GLPKSolver().name) }
  }
}
