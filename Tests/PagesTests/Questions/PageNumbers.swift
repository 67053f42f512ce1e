import Foundation
import Pages
import Reporting
import Testing

/// Whether the first screen of a page has only figures of the command's tables.
enum PageNumbers {
  /// Expects each number of the answer and of the main figures among those of tables, written as reports write them.
  /// Whole numbers, such as those of `2 of 9 runs`, are not looked for: reports write amounts and shares with a point or a
  /// comma.
  static func expectAll(of page: Page, in tables: [ReportTable]) {
    let cells = tables.flatMap { table in
      table.rows.flatMap { row in table.columns.compactMap(row.number) }
    }
    let known = Set(
      cells.flatMap { number in
        [NumberText.amount(number), NumberText.percent(number)].map { text in
          text.hasPrefix("-") ? String(text.dropFirst()) : text
        }
      })
    let figures = page.figures.flatMap { [$0.value, $0.compared ?? "", $0.range ?? ""] }
    for text in [page.answer.text] + figures {
      for number in text.matches(of: /[0-9]+(,[0-9]{3})*(\.[0-9]+)?(e-?[0-9]+)?%?/).map({
        String($0.output.0)
      })
      where number.contains(where: ".,".contains) {
        #expect(known.contains(number), "\(number) of “\(text)” is in no table")
      }
    }
  }
}
