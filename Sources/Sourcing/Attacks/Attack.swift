/// Some targets that are cut at once, for a whole stress window.
public struct Attack: Sendable, Hashable {
  /// What is cut, in the order of the names. None: nothing is cut.
  public var targets: [AttackTarget]

  /// No attack.
  public init() { targets = [] }

  /// An attack on some targets.
  public init(_ targets: [AttackTarget], in instance: Instance) {
    self.targets = targets.sorted { $0.name(in: instance) < $1.name(in: instance) }
  }

  /// An attack on targets that are in the order of their names.
  package init(inOrder targets: [AttackTarget]) { self.targets = targets }

  /// The names of its targets, joined by `;`. Empty if nothing is cut.
  public func name(in instance: Instance) -> String {
    targets.map { $0.name(in: instance) }.joined(separator: ";")
  }

  /// The attack as a disruption.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - months: the length of the window.
  public func disruption(in instance: Instance, months: Int) -> Disruption {
    Disruption(
      id: name(in: instance),
      effects: targets.flatMap { $0.effects(in: instance, months: months) })
  }
}
