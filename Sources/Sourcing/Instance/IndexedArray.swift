/// An array with one element for each element of a table. Only an index into that table reads it:
/// `activity[producer]` compiles, `activity[region]` does not.
@frozen
public struct IndexedArray<Key, Element> {
  @usableFromInline
  var elements: [Element]

  /// The elements in the order of the table.
  @inlinable
  public init(_ elements: some Sequence<Element>) { self.elements = Array(elements) }

  /// The same element, a number of times.
  @inlinable
  public init(repeating element: Element, count: Int) {
    elements = Array(repeating: element, count: count)
  }

  /// Adds an element at the end.
  ///
  /// - Returns: its index.
  @inlinable
  @discardableResult
  public mutating func append(_ element: Element) -> TypedIndex<Key> {
    elements.append(element)
    return TypedIndex(elements.count - 1)
  }

  /// Each index with its element.
  @inlinable
  public func indexed() -> some Sequence<(index: TypedIndex<Key>, element: Element)> {
    elements.enumerated().lazy.map { (index: TypedIndex($0.offset), element: $0.element) }
  }

  /// The elements in the order of the table.
  @inlinable
  public var array: [Element] { elements }

  /// One value for each element, under the same index.
  @inlinable
  public func mapped<Value>(_ transform: (Element) throws -> Value) rethrows
    -> IndexedArray<Key, Value>
  {
    IndexedArray<Key, Value>(try elements.map(transform))
  }
}

/// The elements of one kind, by their own index: the regions of an instance, the goals of a model.
public typealias Table<Element> = IndexedArray<Element, Element>
/// One value a period.
public typealias PerPeriod<Value> = IndexedArray<Horizon.Period, Value>

// Every requirement is written out, since defaults are not specialised in other modules.
extension IndexedArray: RandomAccessCollection, MutableCollection {
  /// A place in the table.
  public typealias Index = TypedIndex<Key>
  /// Places in the table, in order.
  public typealias Indices = Range<TypedIndex<Key>>

  /// The index of the first element.
  @inlinable public var startIndex: Index { Index(0) }
  /// The index after that of the last element.
  @inlinable public var endIndex: Index { Index(elements.count) }
  /// The indices of all elements, in order.
  @inlinable public var indices: Indices { startIndex..<endIndex }
  /// The number of elements.
  @inlinable public var count: Int { elements.count }
  /// Whether there is no element.
  @inlinable public var isEmpty: Bool { elements.isEmpty }

  /// The next index.
  @inlinable public func index(after index: Index) -> Index { Index(index.position + 1) }
  /// The index before.
  @inlinable public func index(before index: Index) -> Index { Index(index.position - 1) }
  /// Moves an index on by one.
  @inlinable public func formIndex(after index: inout Index) { index = self.index(after: index) }
  /// Moves an index back by one.
  @inlinable public func formIndex(before index: inout Index) { index = self.index(before: index) }

  /// The index a number of places further.
  @inlinable
  public func index(_ index: Index, offsetBy distance: Int) -> Index {
    Index(index.position + distance)
  }

  /// The number of places from one index to another.
  @inlinable
  public func distance(from start: Index, to end: Index) -> Int { end.position - start.position }

  /// Goes through the elements in order.
  @inlinable
  public func makeIterator() -> IndexingIterator<[Element]> { elements.makeIterator() }

  /// The element at an index, which must be in the table.
  @inlinable
  public subscript(index: Index) -> Element {
    get { elements[index.position] }
    _modify { yield &elements[index.position] }
  }
}

extension IndexedArray: ExpressibleByArrayLiteral {
  /// The elements of an array literal.
  @inlinable
  public init(arrayLiteral elements: Element...) { self.elements = elements }
}

extension IndexedArray: Sendable where Element: Sendable {}
extension IndexedArray: Equatable where Element: Equatable {}
extension IndexedArray: Hashable where Element: Hashable {}
