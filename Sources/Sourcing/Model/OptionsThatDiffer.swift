extension Model {
  /// The keys of the options that differ between two models, but for those that only goals and stress runs use.
  package func optionsThatDiffer(from other: Model) -> [String] {
    let options: [(key: String, value: (Model) -> String)] = [
      ("history", { "\($0.history)" }), ("max_decline", { "\($0.maxDecline ?? 1)" }),
      ("projects, programmes", { "\($0.projects.sorted())" }),
      ("stockpiles", { "\($0.stockpiles)" }), ("objective", { "\($0.objective)" }),
      ("risk", { "\($0.risk.map { "\($0)" } ?? "")" }),
      ("stress", { $0.risk == nil ? "" : "\($0.stress)" }),
    ]
    return options.filter { $0.value(self) != $0.value(other) }.map(\.key)
  }
}
