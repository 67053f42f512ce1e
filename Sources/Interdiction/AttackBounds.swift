/// What the evaluated attacks say of others. With more targets closed the optimum is never lower, so each attack bounds
/// those that contain it from below; and its point bounds every attack from above (``EvaluatedAttack/uses``).
struct AttackBounds {
  private(set) var evaluated: [EvaluatedAttack] = []
  private var places: [[Int]: Int] = [:]
  private let ceiling: Double

  /// - Parameter ceiling: no attack has a higher optimum.
  init(ceiling: Double) { self.ceiling = ceiling }

  /// How many attacks are evaluated.
  var count: Int { evaluated.count }

  mutating func add(_ attack: EvaluatedAttack) {
    guard places.updateValue(evaluated.count, forKey: attack.targets) == nil else { return }
    evaluated.append(attack)
  }

  subscript(_ attack: [Int]) -> EvaluatedAttack? { places[attack].map { evaluated[$0] } }

  /// The largest L of an evaluated attack with no other targets than these; −∞ if there is none.
  func lower(_ attack: [Int]) -> Double {
    let targets = Set(attack)
    return evaluated.reduce(-.infinity) { most, known in
      known.optimum > most && known.targets.allSatisfy(targets.contains) ? known.optimum : most
    }
  }

  /// An upper bound of L of every attack with some targets and `more` others from `start` on, by the attacks that were
  /// evaluated from the place `first` on.
  func upper(_ attack: [Int], more: Int, from start: Int, after first: Int = 0) -> Double {
    if more == 0, let known = self[attack] { return known.optimum }
    return evaluated.dropFirst(first).reduce(ceiling) { least, known in
      var bound = attack.reduce(known.value) { $0 + known.uses[$1] }
      guard bound < least else { return least }
      if more > 0 { bound += Self.largest(more, of: known.uses[start...]) }
      return min(least, bound)
    }
  }

  /// The sum of the n largest values, none of which is negative.
  private static func largest(_ count: Int, of values: ArraySlice<Double>) -> Double {
    if count == 1 { return values.max() ?? 0 }
    var kept: [Double] = []
    for value in values {
      if kept.count == count, value <= kept[count - 1] { continue }
      let place = kept.firstIndex { $0 < value } ?? kept.count
      kept.insert(value, at: place)
      if kept.count > count { kept.removeLast() }
    }
    return kept.reduce(0, +)
  }

  /// The evaluated attack with the smallest bound of an attack: the one to start from.
  func nearest(to attack: [Int]) -> EvaluatedAttack? {
    evaluated.min { a, b in
      let bounds = [a, b].map { known in attack.reduce(known.value) { $0 + known.uses[$1] } }
      return bounds[0] < bounds[1]
    }
  }
}
