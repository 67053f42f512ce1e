import Statistics

extension SobolIndices {
  /// The cells of the columns from `measure` to `missing` of `indices.csv`: two rows for an assumption, first-order and total.
  ///
  /// - Parameters:
  ///   - assumption: which one.
  ///   - id: its id.
  ///   - measure: name of the measure.
  func cells(of assumption: Int, id: String, measure: String) -> [[ReportTable.Cell]] {
    [("first", first[assumption]), ("total", total[assumption])].map { name, index in
      [
        .text(measure), .text(id), .text(name), .number(ifAny: index?.value),
        .number(ifAny: index?.low), .number(ifAny: index?.high), .number(Double(missing)),
      ]
    }
  }
}

extension FailureBox {
  /// The cells of `boxes.csv` from `claim` on: a row for each limit.
  ///
  /// - Parameters:
  ///   - failure: what fails.
  ///   - id: the id of each assumption.
  func cells(failure: String, id: (Int) -> String) -> [[ReportTable.Cell]] {
    limits.map { limit in
      [
        .text(failure), .text(id(limit.factor)), .number(limit.from), .number(limit.to),
        .number(coverage), .number(density), .number(mass), .number(limit.quasiP),
      ]
    }
  }
}
