import Tables

/// A table of sets, blocs or groups, with one row a member.
struct SetTable {
  let reader: TableReader
  let id: TableColumn
  private var member: ReferenceColumn<Int>

  init(_ reader: TableReader, id: String, member: String, in names: NameIndex<Int>) {
    self.reader = reader
    self.id = reader.column(id)
    self.member = reader.references(member, in: names)
  }

  /// A set under a name.
  struct NamedSet {
    var id: String
    /// Ascending.
    var members: [Int]
  }

  /// One row that names a set or adds a member to it.
  struct Entry {
    var name: String
    /// Nil where the cell is wrong.
    var member: Int?
    /// The first member of the set; nil in the row that names the set first.
    var first: Int?
  }

  /// The sets in the order in which they are first named. `objection` says what is wrong with the name
  /// of a set or with a new member; nil where nothing is.
  mutating func read(objection: (Entry) -> String?) -> [NamedSet] {
    var order: [String] = []
    var members: [String: Set<Int>] = [:]
    var first: [String: Int] = [:]
    for row in reader.rows {
      let name = id.identifier(row)
      let position = member.required(row)
      guard let name else { continue }
      let isNew = members[name] == nil
      if isNew { order.append(name) }
      let entry = Entry(name: name, member: position, first: isNew ? nil : first[name])
      if isNew || position != nil, let objection = objection(entry) {
        id.report(objection, row: row)
      }
      if first[name] == nil { first[name] = position }
      members[name, default: []].formUnion(position.map { [$0] } ?? [])
    }
    return order.map { NamedSet(id: $0, members: members[$0, default: []].sorted()) }
  }
}
