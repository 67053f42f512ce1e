import Reporting
import Sourcing

/// Attacks and their targets for people.
struct AttackWords {
  let instance: Instance
  let names: Names

  /// What an attack cuts: `separation in China and all production in Malaysia`; `nothing` without a target.
  func cut(_ attack: Attack) -> String { names.attack(attack.name(in: instance)) }

  /// What one cut takes away, of the kinds that a budget has, and where.
  func targets(of budget: AttackBudget) -> String {
    let kinds = AttackTarget.Kind.allCases.filter(budget.kinds.contains).map {
      switch $0 {
      case .regions: "all production in a region"
      case .stages: "the production of one stage in a region"
      case .exports: "all exports of one commodity from a region"
      }
    }
    let place = budget.by.map { " that belongs to \(names.within($0.id))" } ?? ""
    return "\(kinds.joined(separator: ", or "))\(place)"
  }
}
