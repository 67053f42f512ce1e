import Analysis
import Studies

extension StudyReport {
  /// How many checks against published figures hold in the plans without goals of the world as it is. Options that plan
  /// differently have different plans without goals.
  mutating func addChecks() {
    let standings = comparison.records.compactMap { record in
      record.checks.map { (option: record.option, checks: $0) }
    }
    guard let first = standings.first else { return }
    let held = standings.map(\.checks.held)
    let (least, most) = (held.min() ?? 0, held.max() ?? 0)
    let areSame = standings.allSatisfy { $0.checks == first.checks }
    let plan =
      areSame
      ? "the plan\(standings.count > 1 ? "s" : "") without goals as the world is"
      : "the plan of \(first.option) without goals as the world is"
    var text = CheckText.sentence(first.checks, in: plan)
    if !areSame {
      text += "; \(least == most ? "\(least)" : "\(least) to \(most)") in those of all options"
    }
    let areHeld = standings.allSatisfy { $0.checks.held == $0.checks.judged }
    add("\(text) (\(CheckText.command)).", areHeld ? .plain : .bad)
  }
}
