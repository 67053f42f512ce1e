import Studies

extension StudyReport {
  /// The options whose models move assumptions: their plans are for another world than those of the other options.
  mutating func addAssumptions() {
    guard let first = comparison.records.first else { return }
    var options: [String] = []
    var seen: Set<String> = []
    for record in comparison.records where record.variation == first.variation {
      guard let text = AssumptionText.sentence(record.assumptions),
        seen.insert(record.option).inserted
      else { continue }
      options.append("The option \(record.option) is planned for another world. \(text)")
    }
    for option in options { add(option) }
  }
}
