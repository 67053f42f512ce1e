package import Sourcing

/// A link of the chain of a plan in one period: goods or cost that go from one node to the next. Nodes are what is made of
/// a commodity in a region, what is used of it in a region, and a process in a region.
package struct ChainLink: Sendable, Hashable {
  /// Between which nodes it is.
  package enum Kind: String, Sendable, CaseIterable {
    /// From what is made in a region to what is used in a region.
    case flow
    /// From what is used to a process of the region.
    case input
    /// From a process to what is made in the region.
    case output
    /// From what is used to final use of the region.
    case use
    /// From what is used to stocks of the region that grow.
    case stored
    /// From stocks of the region that shrink to what is used. It was paid for when it went in.
    case drawn
    /// What is made and not shipped. What is shipped bears its cost.
    case discarded
    /// Money that is spent at a node.
    case spent
    /// Cost at a node that reaches no use.
    case stranded
  }

  /// Between which nodes it is.
  package var kind: Kind
  /// The goods; nil at a process, whose cost is spent or stranded.
  package var commodity: CommodityIndex?
  /// The process; nil where there is none.
  package var process: ProcessIndex?
  /// Where the link begins; nil for what is spent or stranded at goods that are used.
  package var origin: RegionIndex?
  /// Where it ends; nil for what is stranded at goods that are made.
  package var destination: RegionIndex?
  /// Units of the commodity a year; nil for what is spent or stranded.
  package var quantity: Double?
  /// What the goods of the link have cost so far, or what is spent or stranded; undiscounted money a year.
  package var cost: Double
  /// The part of the quantity that ends in use of some regions, units of the commodity a year; nil with `quantity`.
  package var meantQuantity: Double?
  /// The part of the cost that ends in use of these regions, undiscounted money a year.
  package var meantCost: Double
}
