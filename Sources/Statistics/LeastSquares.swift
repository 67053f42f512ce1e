import CGSL

/// Linear regression without a constant, by the singular value decomposition of GSL. Columns that depend on each other are
/// no problem: singular values of round-off are left out.
enum LeastSquares {
  /// What is left of each target when the best linear combination of the columns, at least one, is subtracted from it. Nil
  /// if GSL cannot say, for example if it finds no memory. O(rows·columns²).
  static func residuals(of targets: [[Double]], upon columns: [[Double]]) -> [[Double]]? {
    GSL.withoutAborts
    guard let rows = columns.first?.count, let matrix = gsl_matrix_alloc(rows, columns.count)
    else { return nil }
    defer { gsl_matrix_free(matrix) }
    guard let workspace = gsl_multifit_linear_alloc(rows, columns.count) else { return nil }
    defer { gsl_multifit_linear_free(workspace) }
    guard let target = gsl_vector_alloc(rows) else { return nil }
    defer { gsl_vector_free(target) }
    guard let coefficients = gsl_vector_alloc(columns.count) else { return nil }
    defer { gsl_vector_free(coefficients) }
    guard let rest = gsl_vector_alloc(rows) else { return nil }
    defer { gsl_vector_free(rest) }

    for (place, column) in columns.enumerated() {
      for (row, value) in column.enumerated() { gsl_matrix_set(matrix, row, place, value) }
    }
    guard gsl_multifit_linear_svd(matrix, workspace) == GSL_SUCCESS else { return nil }
    var residuals: [[Double]] = []
    for values in targets {
      for (row, value) in values.enumerated() { gsl_vector_set(target, row, value) }
      var (residualNorm, solutionNorm) = (0.0, 0.0)
      guard
        gsl_multifit_linear_solve(
          0, matrix, target, coefficients, &residualNorm, &solutionNorm, workspace) == GSL_SUCCESS,
        gsl_multifit_linear_residuals(matrix, target, coefficients, rest) == GSL_SUCCESS
      else { return nil }
      residuals.append((0..<rows).map { gsl_vector_get(rest, $0) })
    }
    return residuals
  }
}
