import Studies

extension StudyReport {
  /// The variations whose parameters win over those of options that set them to another value.
  mutating func addOverriddenSettings(_ study: Study) {
    for variation in study.variations {
      for parameter in variation.settings.keys.sorted() {
        let value = variation.settings[parameter]
        let options = study.options.filter { option in
          option.parameters.contains(parameter) && option.settings[parameter] != nil
            && option.settings[parameter] != value
        }
        guard let value, !options.isEmpty else { continue }
        let names = options.map { "\($0.name) (\($0.settings[parameter] ?? ""))" }
        add(
          "The variation \(variation.name) sets \(parameter) to \(value), which wins over the value of the options: "
            + "\(names.joined(separator: ", ")).")
      }
    }
  }
}
