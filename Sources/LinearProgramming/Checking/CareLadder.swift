/// Levels of care that a solve may climb.
struct CareLadder {
  let method: SolveOptions.Method
  /// In words, one a level of the backend.
  let names: [String]
  /// Those to be tried, in order.
  let levels: Range<Int>

  /// - Parameter isCareful: without the first level, where there are more.
  init(_ backend: any SolverBackend, _ method: SolveOptions.Method, isCareful: Bool = false) {
    self.method = method
    names = backend.careLevels(for: method)
    levels = (isCareful && names.count > 1 ? 1 : 0)..<names.count
  }

  private init(_ other: CareLadder, levels: Range<Int>) {
    method = other.method
    names = other.names
    self.levels = levels
  }

  /// The first level alone.
  var first: CareLadder { CareLadder(self, levels: 0..<min(1, names.count)) }
}
