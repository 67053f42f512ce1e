extension Mistake {
  /// What spreadsheets of many languages write.
  static let spreadsheets: [Mistake] = [
    Mistake(
      "semicolons", "blocs.csv", .write(Array("bloc;region\nallies;JPN\n".utf8)), line: 1,
      says: "separated by semicolons; must be commas"),
    Mistake(
      "semicolons with decimal commas", "demands.csv",
      .write(Array("region;commodity;period;quantity;shortage_cost\nJPN;ore;*;1,5;2\n".utf8)),
      line: 1, says: "semicolons", "`1,5` have a decimal comma"),
    Mistake(
      "tabs", "blocs.csv", .write(Array("bloc\tregion\nallies\tJPN\n".utf8)), line: 1,
      says: "separated by tabs"),
    Mistake(
      "a line for Excel", "blocs.csv", .write(Array("sep=;\nbloc;region\n".utf8)), line: 1,
      says: "for Excel only"),
    Mistake(
      "UTF-16 without a mark", "blocs.csv",
      .write("bloc,region\n".utf8.flatMap { [$0, 0] }), line: 1, says: "UTF-16"),
    Mistake(
      "Windows-1252", "regions.csv", .write(Array("region,name\nJPN,J".utf8) + [0xE9, 0x70, 0x0A]),
      line: 2, says: "probably in Windows-1252", "E9 is `é`"),
    Mistake(
      "a workbook", "blocs.csv", .write(Array("PK\u{3}\u{4}....[Content_Types].xml".utf8)), line: 1,
      says: "an Excel workbook (.xlsx); must be text in CSV"),
    Mistake(
      "a no-break space", "lanes.csv", .append("ore,CHN\u{A0},JPN,1,,,\n"), line: 5,
      says: "`CHN\\u{A0}`", "`CHN`", "NO-BREAK SPACE"),
    Mistake(
      "a zero-width space", "lanes.csv", .append("ore,CHN,\u{200B}JPN,1,,,\n"), line: 5,
      says: "`\\u{200B}JPN`", "ZERO WIDTH SPACE, which cannot be seen: remove it"),
    Mistake(
      "a second byte-order mark", "blocs.csv", .replace("bloc,", with: "\u{FEFF}\u{FEFF}bloc,"),
      line: 1, says: "\\u{FEFF}bloc: unknown column", "ZERO WIDTH NO-BREAK SPACE"),
    Mistake(
      "a soft hyphen in an id", "regions.csv", .replace("AUS,", with: "A\u{AD}US,"), line: 4,
      says: "`A\\u{AD}US` is not an identifier", "SOFT HYPHEN"),
    Mistake(
      "a mark of direction", "facilities.csv", .replace("2000", with: "2000\u{200E}"), line: 2,
      says: "LEFT-TO-RIGHT MARK", "write the number alone: 2000"),
    Mistake(
      "a space in quotes", "lanes.csv", .append("ore,\" CHN\",JPN,1,,,\n"), line: 5,
      says: "has a space at its end or start"),
    Mistake(
      "curly quotes", "lanes.csv", .append("ore,“CHN”,JPN,1,,,\n"), line: 5,
      says: "“ is part of the text"),
    Mistake(
      "an error of a spreadsheet", "facilities.csv", .replace("2000", with: "#REF!"), line: 2,
      says: "`#REF!`", "error of a spreadsheet"),
    Mistake(
      "n/a", "facilities.csv", .replace("2000", with: "n/a"), line: 2, says: "missing number"),
    Mistake(
      "a share where none is taken", "facilities.csv", .replace("2000", with: "30%"), line: 2,
      says: "`30%` is not a number; this column takes no share", "main output/yr"),
    Mistake(
      "percent in words", "lanes.csv", .append("ore,CHN,JPN,1,5 percent,,\n"), line: 5,
      says: "write a share as a plain decimal: 0.05"),
    Mistake(
      "a Cyrillic letter", "lanes.csv", .append("ore,CHN,JР\u{41D},1,,,\n"), line: 5,
      says: "CYRILLIC CAPITAL LETTER ER, which looks like the Latin letter P"),
    Mistake(
      "TRUE for a number", "facilities.csv", .replace("2000", with: "TRUE"), line: 2,
      says: "truth value"),
    Mistake(
      "separators of thousands", "facilities.csv", .replace("2000", with: "\"2,000\""), line: 2,
      says: "write 2000 if the comma separates thousands, 2.000 if"),
    Mistake(
      "a separator that splits a cell", "facilities.csv", .replace("2000", with: "2,000"), line: 2,
      says: "9 cells", "numbers have no commas"),
    Mistake(
      "a date for a period", "demands.csv", .append("JPN,ore,2021-01-01,1,1\n"), line: 4,
      says: "`2021-01-01`", "as it is named, `2021`"),
    Mistake(
      "a German date for a period", "demands.csv", .append("JPN,ore,01.01.2021,1,1\n"), line: 4,
      says: "as it is named, `2021`"),
    Mistake(
      "a decimal number for a period", "demands.csv", .append("JPN,ore,2021.0,1,1\n"), line: 4,
      says: "as it is named, `2021`"),
    Mistake(
      "a YAML file in UTF-16", "instance.yaml", .write([0xFE, 0xFF, 0, 0x61]), line: 1,
      says: "UTF-16"),
    Mistake(
      "an id in YAML with a zero-width space", "instance.yaml",
      .replace("home: JPN", with: "home: JPN\u{200B}"), line: 6, says: "ZERO WIDTH SPACE"),
    Mistake(
      "a decimal comma in YAML", "instance.yaml", .replace("5%", with: "0,05"), line: 5,
      says: "`0,05`", "write a point, 0.05"),
  ]
}
