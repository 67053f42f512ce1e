extension Mistake {
  /// Files that are missing, unknown or no files.
  static let files: [Mistake] = [
    Mistake("no instance.yaml", "instance.yaml", .remove, status: 66, says: "does not exist"),
    Mistake("no regions.csv", "regions.csv", .remove, status: 66, says: "does not exist"),
    Mistake("no commodities.csv", "commodities.csv", .remove, status: 66, says: "not exist"),
    Mistake("no demands.csv", "demands.csv", .remove, status: 66, says: "does not exist"),
    Mistake("a folder for a table", "lanes.csv", .makeFolder, status: 66, says: "this is a folder"),
    Mistake("a folder for the YAML file", "instance.yaml", .makeFolder, status: 66, says: "folder"),
    Mistake(
      "a table of an unknown name", "lane.csv", .write([]), says: "unknown table", "lanes.csv"),
  ]

  /// Tables that are no CSV, or lack rows or columns.
  static let form: [Mistake] = [
    Mistake("an empty table", "lanes.csv", .write([]), line: 1, says: "the file is empty"),
    Mistake(
      "only a byte order mark", "lanes.csv", .write([0xEF, 0xBB, 0xBF]), line: 1, says: "empty"),
    Mistake(
      "not UTF-8", "regions.csv", .write(Array("region,name\nJPN,J".utf8) + [0xE9, 0x0A]), line: 2,
      says: "UTF-8"),
    Mistake("UTF-16", "regions.csv", .write([0xFF, 0xFE, 0x72, 0]), line: 1, says: "UTF-16"),
    Mistake("a NUL byte", "groups.csv", .append("a\0b,oxide\n"), line: 4, says: "NUL"),
    Mistake("too few cells", "demands.csv", .append("JPN,oxide\n"), line: 4, says: "2 cells", "5"),
    Mistake("too many cells", "blocs.csv", .append("allies,CHN,1\n"), line: 4, says: "3 cells"),
    Mistake(
      "an open quote", "recipes.csv", .append("\"sinter,ore\n"), line: 5, says: "never closed"),
    Mistake(
      "a stray quote", "recipes.csv", .append("sin\"ter,ore,input,1\n"), line: 5, says: "quote"),
    Mistake(
      "text after a quote", "recipes.csv", .append("\"sinter\"x,ore,input,1\n"), line: 5,
      says: "after a closing quote"),
    Mistake(
      "a missing column", "facilities.csv", .replace("unit_cost", with: "note"), line: 1,
      says: "unit_cost", "missing"),
    Mistake(
      "an unknown column", "lanes.csv", .replace("tariff", with: "tarif"), line: 1,
      says:
        "unknown column; the most similar name is `tariff` (known: commodity, origin, destination, unit_cost, "
        + "tariff, capacity, period, name, source, note, basis)"),
    Mistake(
      "a column twice", "prices.csv", .replace("period", with: "price"), line: 1, says: "twice"),
    Mistake(
      "a column without a name", "groups.csv", .replace("group,", with: ","), line: 1,
      says: "no column"),
    Mistake("a header alone", "regions.csv", .write(Array("region\n".utf8)), says: "no rows"),
    Mistake(
      "a line number after a quoted line break", "regions.csv",
      .append("\"KOR\",\"a\nb\",1,1,0\nIND,India,x,1,0\n"), line: 7, says: "latitude", "`x`"),
  ]
}
