import Sourcing

/// A table of sets of regions or of commodities, with one row a member.
struct SetTable<Element> {
  let reader: TableReader
  let id: TableColumn
  private var member: ReferenceColumn<TypedIndex<Element>>

  init(
    _ reader: TableReader, id: String, member: String, in names: NameIndex<TypedIndex<Element>>
  ) {
    self.reader = reader
    self.id = reader.column(id)
    self.member = reader.references(member, in: names)
  }

  /// A set under a name.
  struct NamedSet {
    var id: String
    /// Ascending.
    var members: [TypedIndex<Element>]
  }

  /// One row that names a set or adds a member to it.
  struct Entry {
    var name: String
    /// Nil where the cell is wrong.
    var member: TypedIndex<Element>?
    /// The first member of the set; nil in the row that names the set first.
    var first: TypedIndex<Element>?
  }

  /// The sets in the order in which they are first named. `objection` says what is wrong with the name
  /// of a set or with a new member; nil if nothing is.
  mutating func read(objection: (Entry) -> String?) -> [NamedSet] {
    var order: [String] = []
    var members: [String: Set<TypedIndex<Element>>] = [:]
    var first: [String: TypedIndex<Element>] = [:]
    for row in reader.rows {
      let name = id.identifier(row)
      let index = member.required(row)
      guard let name else { continue }
      let isNew = members[name] == nil
      if isNew { order.append(name) }
      let entry = Entry(name: name, member: index, first: isNew ? nil : first[name])
      if isNew || index != nil, let objection = objection(entry) {
        id.report(objection, row: row)
      }
      if first[name] == nil { first[name] = index }
      members[name, default: []].formUnion(index.map { [$0] } ?? [])
    }
    return order.map { NamedSet(id: $0, members: members[$0, default: []].sorted()) }
  }
}
