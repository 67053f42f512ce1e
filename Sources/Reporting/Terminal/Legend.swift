package import Sourcing

/// Explanations of the columns of a table, printed below it.
package enum Legend {
  /// One entry for each term, `term: meaning`, after a blank line; no line is wider than `width`.
  static func lines(_ entries: [ReportTerm], width: Int) -> [String] {
    guard !entries.isEmpty else { return [] }
    return [""]
      + entries.flatMap { entry in
        wrapped("\(entry.term): \(entry.meaning)", width: width - 2).map { "  " + $0 }
      }
  }

  /// The unit of money, and how numbers are written.
  ///
  /// - Parameters:
  ///   - currency: blank if the instance names none.
  ///   - scope: whose money it is and of which time, such as `for all regions, 2019 to 2030`.
  package static func money(_ currency: String, _ scope: String) -> String {
    let unit = currency.isEmpty ? "Money" : "Money in \(currency),"
    return "\(unit) \(scope). Numbers are rounded and have a decimal point: 1,234.5."
  }

  /// Who gets what a supplier has until flows can be rerouted.
  package static func allocation(_ options: StressOptions) -> String {
    switch options.allocation {
    case .efficient: "Until then what a supplier has goes where shortage costs most (efficient)."
    case .proRata:
      "Until then a supplier that has too little cuts all its foreign customers by the same share (pro rata)."
    }
  }

  /// What the plan without goals is, to which costs are compared.
  static func withoutGoals(_ other: Summary.WithoutGoals) -> String {
    guard let changes = other.changesSince else {
      return
        "The plan without goals has the same data, options and objective; it may build and change suppliers too."
    }
    return "The plan without goals is a stored plan of other data or options, "
      + "so differences are not those of the goals alone: \(changes.joined(separator: "; "))."
  }
}
