import Charts
import Pages
import Reporting
import Testing

/// Whether pictures draw only what tables hold.
enum PictureCells {
  /// Expects each row of a picture's data, without the picture's own columns, among the rows of its table.
  static func expectAll(of picture: Picture, in tables: [ReportTable]) throws {
    for data in [picture.data] + picture.further {
      let table = try #require(tables.first { $0.name == data.table }, "\(data.table)")
      let places = data.columns.indices.filter { !data.columns[$0].isOwn }
      let names = places.map { data.columns[$0].name }
      #expect(Set(names).subtracting(table.columns) == [], "\(picture.id)")
      let rows = Set(
        (0..<table.rowCount).map { row in names.map { table.text(row, $0) } })
      for row in data.rows {
        let cells = places.map { text(row[$0]) }
        #expect(rows.contains(cells), "\(picture.id): \(cells)")
      }
    }
  }

  private static func text(_ value: PictureValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): ReportTable.Cell.number(number).text
    case .none: ""
    }
  }
}
