import CGLPK

/// Sentences for GLPK's return codes.
enum ReturnCode {
  static func sentence(_ code: Int32) -> String {
    switch code {
    case 0: "GLPK ended without a definite status"
    case GLP_EBADB: "the basis does not have one basic variable per row"
    case GLP_ESING: "the basis is singular"
    case GLP_ECOND: "the basis is ill-conditioned"
    case GLP_EBOUND: "a column or row has crossed or fractional bounds"
    case GLP_EFAIL: "GLPK failed numerically"
    case GLP_EROOT: "branch and cut was not given an optimal relaxation"
    case GLP_ENOPFS: "the presolver found no feasible point"
    case GLP_ENODFS: "the presolver found no dual feasible point"
    case GLP_ESTOP: "the solve was stopped"
    case GLP_EMIPGAP: "the relative gap is small enough"
    default: "GLPK returned code \(code)"
    }
  }
}
