import Testing

/// A change that makes a value wrong, and what is said of it.
struct ValueMistake<Value>: CustomTestStringConvertible, Sendable {
  let says: String
  let change: @Sendable (inout Value) -> Void

  init(_ says: String, _ change: @escaping @Sendable (inout Value) -> Void) {
    self.says = says
    self.change = change
  }

  var testDescription: String { says }
}
