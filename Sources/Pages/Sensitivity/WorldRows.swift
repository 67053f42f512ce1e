import Charts
import Reporting

extension FailureBoxes.Row {
  /// A row of `boxes.csv`; nil if its limits are no numbers.
  ///
  /// - Parameters:
  ///   - row: of the table of a study or of a policy.
  ///   - hasOptions: whether it is that of a study.
  ///   - name: what fails and the name of the assumption, for people.
  init?(_ row: ReportTable.Row, hasOptions: Bool, name: String) {
    guard let from = row.number("from"), let to = row.number("to"), from <= to,
      let coverage = row.number("coverage"), let density = row.number("density")
    else { return nil }
    self.init(
      name: name, option: hasOptions ? row.text("option") : nil,
      coordination: hasOptions ? row.text("coordination") : nil, claim: row.text("claim"),
      assumption: row.text("assumption"), limits: from...to, coverage: coverage, density: density)
  }
}

extension AssumptionIndices.Row {
  /// A row of `indices.csv`; nil if it has no value.
  ///
  /// - Parameters:
  ///   - row: of the table of a study or of a policy.
  ///   - name: of the assumption, for people.
  init?(_ row: ReportTable.Row, name: String) {
    guard let value = row.number("value") else { return nil }
    self.init(
      name: name, assumption: row.text("assumption"), index: row.text("index"), value: value,
      low: row.number("low"), high: row.number("high"))
  }
}
