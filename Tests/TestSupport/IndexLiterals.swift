public import Sourcing

/// In tests, an index in a small instance may be written as a number: `region: 0`.
extension TypedIndex: ExpressibleByIntegerLiteral {
  public init(integerLiteral position: Int) { self.init(position) }
}
