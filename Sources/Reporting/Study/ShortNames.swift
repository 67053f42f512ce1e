import Analysis
public import Studies

extension Comparison {
  /// The column of ``table`` that a name means: the column itself, or under one sharing arrangement the name without the
  /// label of it, as claims take it: `service_worst` for `service_worst_own`. Other names stay as they are.
  public func column(named name: String) -> String {
    let names = Set(figures.flatMap { [$0.name, $0.changeName] })
    guard !names.contains(name) else { return name }
    let sharing = figures.compactMap { figure in
      if case .stress(_, let label) = figure { label } else { nil }
    }.uniqued()
    guard let measure = PlanMeasure.named(name, among: PlanMeasure.all(sharing: sharing)) else {
      return name
    }
    let column = measure.isChange ? measure.figure.changeName : measure.figure.name
    return names.contains(column) ? column : name
  }
}
