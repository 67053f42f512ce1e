/// The attempts of a backend that a solve makes in turn, until a result passes its check.
struct AttemptSequence {
  let method: SolveOptions.Method
  /// The text of each attempt of the backend, for error messages.
  let names: [String]
  /// The attempts to make, in order.
  let indices: Range<Int>

  /// - Parameter isCareful: whether to leave out the first attempt, if there are others.
  init(_ backend: any SolverBackend, _ method: SolveOptions.Method, isCareful: Bool = false) {
    self.method = method
    names = backend.attempts(for: method)
    indices = (isCareful && names.count > 1 ? 1 : 0)..<names.count
  }

  private init(_ other: AttemptSequence, indices: Range<Int>) {
    method = other.method
    names = other.names
    self.indices = indices
  }

  /// The first attempt only.
  var first: AttemptSequence { AttemptSequence(self, indices: 0..<min(1, names.count)) }
}
