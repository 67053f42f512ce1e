/// What a resilience goal holds in: a disruption of the instance, or an attack.
public enum Threat: Sendable, Hashable {
  /// A disruption of the instance.
  case disruption(DisruptionIndex)
  /// An attack.
  case attack(Attack)

  /// The id of the disruption, or the name of the attack; `none` if nothing is cut.
  public func name(in instance: Instance) -> String {
    switch self {
    case .disruption(let index): instance.disruptions[index].id
    case .attack(let attack): attack.targets.isEmpty ? "none" : attack.name(in: instance)
    }
  }
}
