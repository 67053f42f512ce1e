import CGLPK
import LinearProgramming

/// A linear program in GLPK, solved by its simplex in rational arithmetic.
///
/// GLPK takes a number that is not whole for the simplest fraction near it. So every column and row is
/// multiplied by a power of two that makes all its numbers whole: what is solved is the program to its last
/// bit. Rational arithmetic is slow; a plain simplex finds a basis to start from.
struct ExactProblem: ~Copyable {
  enum Outcome { case optimal, infeasible, unbounded, stopped }

  private let problem: OpaquePointer
  private let program: LinearProgram
  private let columnScale: [Double]
  private let objectiveScale: Double

  init(_ program: LinearProgram) {
    glp_term_out(GLP_OFF)
    self.program = program
    let scales = WholeScales(program)
    columnScale = scales.columns
    objectiveScale = scales.objective
    problem = glp_create_prob()
    Self.load(program, scales, into: problem)
    startPlainly()
  }

  deinit { glp_delete_prob(problem) }

  private static func load(_ it: LinearProgram, _ scales: WholeScales, into problem: OpaquePointer)
  {
    glp_set_obj_dir(problem, it.sense == .minimise ? GLP_MIN : GLP_MAX)
    // The rational simplex method needs at least one row and one column.
    glp_add_rows(problem, Int32(it.rowCount) + 1)
    glp_add_cols(problem, Int32(max(1, it.columnCount)))
    glp_set_row_bnds(problem, Int32(it.rowCount) + 1, GLP_FR, 0, 0)
    glp_set_col_bnds(problem, 1, GLP_FX, 0, 0)
    for row in 0..<it.rowCount {
      let (lower, upper) = (
        it.rowLower[row] * scales.rows[row], it.rowUpper[row] * scales.rows[row]
      )
      glp_set_row_bnds(problem, Int32(row) + 1, kind(lower, upper), lower, upper)
    }
    for column in 0..<it.columnCount {
      let scale = scales.columns[column]
      let (lower, upper) = (it.columnLower[column] * scale, it.columnUpper[column] * scale)
      glp_set_col_bnds(problem, Int32(column) + 1, kind(lower, upper), lower, upper)
      glp_set_obj_coef(problem, Int32(column) + 1, it.cost[column] / scale * scales.objective)
    }
    let values = (0..<it.termCount).map { term in
      it.termValue[term] / scales.columns[Int(it.termColumn[term])]
        * scales.rows[Int(it.termRow[term])]
    }
    // GLPK counts from 1.
    glp_load_matrix(
      problem, Int32(it.termCount), [0] + it.termRow.map { $0 + 1 },
      [0] + it.termColumn.map { $0 + 1 }, [0] + values)
  }

  private static func kind(_ lower: Double, _ upper: Double) -> Int32 {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): GLP_FR
    case (true, false): GLP_LO
    case (false, true): GLP_UP
    case (true, true): lower == upper ? GLP_FX : GLP_DB
    }
  }

  /// Leaves the basis in which a plain simplex method ends.
  private func startPlainly() {
    var settings = glp_smcp()
    glp_init_smcp(&settings)
    settings.msg_lev = GLP_MSG_OFF
    settings.it_lim = Int32(10 * (program.rowCount + program.columnCount) + 100)
    glp_scale_prob(problem, GLP_SF_AUTO)
    glp_adv_basis(problem, 0)
    if glp_simplex(problem, &settings) != 0 { glp_std_basis(problem) }
    glp_unscale_prob(problem)
  }

  /// Solves from the current basis.
  func solve(seconds: Double) -> Outcome {
    var settings = glp_smcp()
    glp_init_smcp(&settings)
    settings.msg_lev = GLP_MSG_OFF
    settings.tm_lim = Int32(max(1, min(seconds, 1e6) * 1000))
    var code = glp_exact(problem, &settings)
    if code == GLP_EBADB || code == GLP_ESING {
      glp_std_basis(problem)
      code = glp_exact(problem, &settings)
    }
    guard code == 0 else { return .stopped }
    switch glp_get_status(problem) {
    case GLP_OPT: return .optimal
    case GLP_NOFEAS: return .infeasible
    case GLP_UNBND: return .unbounded
    default: return .stopped
    }
  }

  func setBounds(_ column: Int, lower: Double, upper: Double) {
    let scale = columnScale[column]
    glp_set_col_bnds(
      problem, Int32(column) + 1, Self.kind(lower, upper), lower * scale, upper * scale)
  }

  var objective: Double { glp_get_obj_val(problem) / objectiveScale + program.constant }

  func value(_ column: Int) -> Double {
    glp_get_col_prim(problem, Int32(column) + 1) / columnScale[column]
  }

  func reducedCost(_ column: Int) -> Double {
    glp_get_col_dual(problem, Int32(column) + 1) * columnScale[column] / objectiveScale
  }

  func dual(_ row: Int, scale: Double) -> Double {
    glp_get_row_dual(problem, Int32(row) + 1) * scale / objectiveScale
  }
}

/// Powers of two by which columns, rows and the objective are multiplied so that all their numbers are whole.
struct WholeScales {
  var columns: [Double]
  var rows: [Double]
  var objective = 1.0

  init(_ program: LinearProgram) {
    columns = zip(program.columnLower, program.columnUpper).map {
      max(Self.scale($0), Self.scale($1))
    }
    rows = zip(program.rowLower, program.rowUpper).map { max(Self.scale($0), Self.scale($1)) }
    for term in 0..<program.termCount {
      let (row, column) = (Int(program.termRow[term]), Int(program.termColumn[term]))
      rows[row] = max(rows[row], Self.scale(program.termValue[term] / columns[column]))
    }
    for (cost, scale) in zip(program.cost, columns) {
      objective = max(objective, Self.scale(cost / scale))
    }
  }

  /// The least power of two, 1 or more, that makes a number whole.
  private static func scale(_ number: Double) -> Double {
    guard number.isFinite, number != 0, number != number.rounded() else { return 1 }
    // The exponent of the last bit of the significand that is set.
    let last =
      Int(number.exponent) - Double.significandBitCount
      + number.significandBitPattern.trailingZeroBitCount
    return Double(sign: .plus, exponent: -last, significand: 1)
  }
}
