public import Sourcing

/// Tests write the place of an element in a small instance as a number: `region: 0`.
extension TypedIndex: ExpressibleByIntegerLiteral {
  public init(integerLiteral position: Int) { self.init(position) }
}
