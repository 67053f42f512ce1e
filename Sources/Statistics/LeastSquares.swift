import CGSL

/// Linear regression without a constant, by GSL's QR decomposition with column pivoting. Columns that depend on each other
/// are no problem: those that are no more than round-off when the others are taken out are left out.
enum LeastSquares {
  /// What is left of each target when the best linear combination of the columns, at least one, is subtracted from it: the
  /// residual's coordinates in an orthonormal basis of all that is orthogonal to the columns. Products of two of them
  /// are those of the residuals. Nil if GSL finds no memory, or more columns than rows. O(rows·columns²).
  static func residuals(of targets: [[Double]], upon columns: [[Double]]) -> [[Double]]? {
    GSL.withoutAborts
    guard let rows = columns.first?.count, rows >= columns.count,
      let matrix = gsl_matrix_alloc(rows, columns.count)
    else { return nil }
    defer { gsl_matrix_free(matrix) }
    guard let factors = gsl_vector_alloc(columns.count) else { return nil }
    defer { gsl_vector_free(factors) }
    guard let norms = gsl_vector_alloc(columns.count) else { return nil }
    defer { gsl_vector_free(norms) }
    guard let target = gsl_vector_alloc(rows) else { return nil }
    defer { gsl_vector_free(target) }
    guard let permutation = gsl_permutation_alloc(columns.count) else { return nil }
    defer { gsl_permutation_free(permutation) }

    for (place, column) in columns.enumerated() {
      for (row, value) in column.enumerated() { gsl_matrix_set(matrix, row, place, value) }
    }
    var sign: Int32 = 0
    guard gsl_linalg_QRPT_decomp(matrix, factors, permutation, &sign, norms) == GSL_SUCCESS else {
      return nil
    }
    // -1 is GSL's tolerance for round-off: 20·(rows + columns)·2⁻⁵² of the largest.
    let rank = Int(gsl_linalg_QRPT_rank(matrix, -1))
    var residuals: [[Double]] = []
    for values in targets {
      for (row, value) in values.enumerated() { gsl_vector_set(target, row, value) }
      guard gsl_linalg_QR_QTvec(matrix, factors, target) == GSL_SUCCESS else { return nil }
      residuals.append((rank..<rows).map { gsl_vector_get(target, $0) })
    }
    return residuals
  }
}
