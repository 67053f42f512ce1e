import SourcingFiles
import Tables
import TestSupport
import Testing

/// Definitions of columns against the readers, in the tables of the sample instance, which have every column.
@Suite("Definitions of columns")
struct InstanceColumnTests {
  @Test("are columns whose cells matter")
  func read() throws {
    try SpecimenFolder.with { folder in
      for column in SampleColumn.all {
        let isText = if case .text = column.schema.kind { true } else { false }
        if isText {
          // With sources.csv, a source is one of its ids.
          let words = column.schema.name == "source" ? "survey:other words" : "other words"
          let isSame = try column.read(folder, cells: words) == column.read(folder)
          #expect(!isSame, "\(column)")
        } else {
          let isWrong = try column.isWrong(folder, cells: "no such thing")
          #expect(isWrong, "\(column)")
        }
      }
    }
  }

  @Test("say which columns a header needs")
  func headers() throws {
    try SpecimenFolder.with { folder in
      for column in SampleColumn.all where !column.isNeededByOthers {
        let isWrong = try SpecimenFolder.isWrong { _ = try column.readWithout(folder) }
        #expect(isWrong == column.schema.isRequired, "\(column)")
      }
    }
  }

  @Test("say which cells may be blank")
  func blanks() throws {
    try SpecimenFolder.with { folder in
      for column in SampleColumn.all where !column.isNeededByOthers {
        let schema = column.schema
        let isWrong = try column.isWrong(folder, cells: "")
        #expect(isWrong != schema.mayBeBlank, "\(column)")
        let isExplained = schema.defaultValue != nil || schema.blankRule != nil
        #expect(isExplained == schema.mayBeBlank, "\(column)")
      }
    }
  }

  @Test("say which number a blank cell is")
  func defaults() throws {
    try SpecimenFolder.with { folder in
      let columns = SampleColumn.all.filter { $0.schema.defaultValue != nil }
      #expect(columns.count >= 10, "else this test would show nothing")
      for column in columns {
        let number = column.schema.defaultValue.map(DecimalNumber.text) ?? ""
        let isSame = try column.read(folder, cells: "") == column.read(folder, cells: number)
        #expect(isSame, "\(column)")
      }
    }
  }

  @Test("say which numbers are taken")
  func ranges() throws {
    try SpecimenFolder.with { folder in
      for column in SampleColumn.all {
        for number in Self.outside(column.schema) {
          let isWrong = try column.isWrong(folder, cells: number)
          #expect(isWrong, "\(column): \(number)")
        }
        if column.schema.isLimit {
          let isWrong = try column.isWrong(folder, cells: "1e19")
          #expect(!isWrong, "\(column)")
        }
      }
    }
  }

  /// Numbers that a column does not take.
  private static func outside(_ schema: ColumnSchema) -> [String] {
    let sizes = ["1e-19"] + (schema.isLimit ? [] : ["1e19"])
    switch schema.kind {
    case .number(let range):
      let above = range.upperBound < .greatestFiniteMagnitude ? [range.upperBound + 0.5] : []
      return ([range.lowerBound - 0.5] + above).map(DecimalNumber.text) + sizes
    case .positive: return ["0"] + sizes
    case .whole(let range): return ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "2.5"]
    case .identifier, .sharedIdentifier, .text, .reference, .choice, .day, .url, .doi, .conditions:
      return []
    }
  }
}
