/// Rows in groups, such as the variations of each option: small multiples below each other that have one axis. A group has
/// its name above its first row; each row has its name at the left. The rows have two own columns: `_row`, which has the
/// number and the name of a row, and `_group`, the name of the group in its first row.
struct GroupedRows {
  /// The columns.
  static let columns: [PictureData.Column] = [.init("_group", ""), .init("_row", "")]
  /// Pixels of a row.
  static let step = 20.0

  private var domain: [JSONValue] = []
  private var last: String?

  /// No rows.
  init() {}

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - name: of the row.
  ///   - group: of the group. Rows of a group follow each other.
  /// - Returns: the cells of the two columns.
  mutating func add(_ name: String, in group: String) -> [PictureValue] {
    let isFirst = last != group
    if isFirst { domain.append(.text("\(domain.count)\(Self.mark)")) }
    last = group
    let row = "\(domain.count)\(Self.mark)\(name)"
    domain.append(.text(row))
    return [isFirst ? .text(group) : .none, .text(row)]
  }

  /// How many rows there are, with those of the names of groups.
  var count: Int { domain.count }

  /// Separates the number of a row and its name.
  private static let mark = " "

  /// The place of a row.
  var y: Channel {
    .ordinal("_row", nil).with {
      $0.scale = Scale { $0.domain = domain }
      $0.axis = .some(
        Axis {
          $0.labelExpr = "slice(datum.label, indexof(datum.label, ' ') + 1)"
          $0.labelLimit = 150
          $0.ticks = false
          $0.domain = false
        })
    }
  }

  /// The names of the groups.
  var names: View {
    View(
      Mark(.text).with {
        $0.align = "left"
        $0.dy = -Self.step
        $0.fontWeight = "bold"
        $0.limit = ["expr": "width"]
      },
      Encoding {
        $0.y = y
        $0.x = .value(0)
        $0.text = .nominal("_group", nil)
      }, transform: [.filter("isValid(datum._group)")])
  }
}
