extension Mistake {
  /// What rows say of where their figures come from.
  static let sources: [Mistake] = [
    Mistake(
      "a source twice", "sources.csv", .append("trade,a,b,2020,,,,\n"), line: 4,
      says: "the source `trade` is given twice"),
    Mistake(
      "a source without title", "sources.csv", .replace("Trade by country", with: ""), line: 3,
      says: "title", "blank"),
    Mistake(
      "a source without publisher", "sources.csv", .replace("Customs", with: ""), line: 3,
      says: "publisher", "blank"),
    Mistake(
      "a source whose year is a day", "sources.csv", .replace(",2020,", with: ",2020-05-01,"),
      line: 3, says: "year", "`2020-05-01` is not a number"),
    Mistake(
      "a source of the year 20", "sources.csv", .replace(",2020,", with: ",20,"), line: 3,
      says: "year", "a whole number from 1000 to 9999"),
    Mistake(
      "an address without https", "sources.csv",
      .replace("https://example", with: "www.example"), line: 2,
      says: "url", "`www.example.org/mines` is no address; it starts with https://"),
    Mistake(
      "a DOI with its address", "sources.csv",
      .replace("10.1000/", with: "https://doi.org/10.1000/"), line: 2, says: "doi",
      "without https://doi.org/"),
    Mistake(
      "a day of reading that is no day", "sources.csv",
      .replace("2022-03-31", with: "2022-02-29"), line: 2, says: "read",
      "`2022-02-29` is no day of the calendar"),
    Mistake(
      "a source that sources.csv lacks", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,trad:p. 3\nallies,AUS,trade\n".utf8)), line: 2,
      says: "unknown source `trad`", "the most similar name is `trade`", "sources.csv"),
    Mistake(
      "free text for a source", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,Own list of 2021\nallies,AUS,\n".utf8)), line: 2,
      says: "unknown source `Own list of 2021`", "write an id of sources.csv and its place"),
    Mistake(
      "a place with a semicolon", "blocs.csv",
      .write(
        Array("bloc,region,source\nallies,JPN,trade:p. 3; see the note\nallies,AUS,\n".utf8)),
      line: 2, says: "`see the note`", "a place has no `;`: write a comma"),
    Mistake(
      "a semicolon too much", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,trade:p. 3;\nallies,AUS,\n".utf8)), line: 2,
      says: "a `;` has no source on one of its sides"),
    Mistake(
      "a place without source", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,:p. 3\nallies,AUS,\n".utf8)), line: 2,
      says: "no id stands before `:p. 3`"),
    Mistake(
      "an assumption in place of a source", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,assumption: a guess\nallies,AUS,\n".utf8)),
      line: 2, says: "`assumption` is no source", "in the column `basis`"),
    Mistake(
      "an unknown basis", "blocs.csv",
      .write(Array("bloc,region,basis\nallies,JPN,defined\nallies,AUS,\n".utf8)), line: 2,
      says: "unknown basis `defined`", "the most similar name is `derived`",
      "(published, derived, fitted, assumption, definition)"),
    Mistake(
      "published without source", "blocs.csv",
      .write(Array("bloc,region,basis\nallies,JPN,published\nallies,AUS,\n".utf8)), line: 2,
      says: "source", "the row is `published`, so it needs a source with a place"),
    Mistake(
      "published without place", "blocs.csv",
      .write(
        Array("bloc,region,basis,source\nallies,JPN,published,trade\nallies,AUS,,\n".utf8)),
      line: 2, says: "so it needs the place in its source"),
    Mistake(
      "derived without source", "blocs.csv",
      .write(
        Array("bloc,region,basis,source,note\nallies,JPN,derived,,a + b\nallies,AUS,,,\n".utf8)),
      line: 2, says: "the sources that it is derived from"),
    Mistake(
      "derived without note", "blocs.csv",
      .write(
        Array("bloc,region,basis,source,note\nallies,JPN,derived,trade,\nallies,AUS,,,\n".utf8)),
      line: 2, says: "note", "a note with the arithmetic"),
    Mistake(
      "fitted without note", "blocs.csv",
      .write(Array("bloc,region,basis\nallies,JPN,fitted\nallies,AUS,fitted\n".utf8)), line: 2,
      says: "a note that names the totals", "(also on line 3)"),
    Mistake(
      "assumed without note", "blocs.csv",
      .write(Array("bloc,region,basis,note\nallies,JPN,assumption,\nallies,AUS,,\n".utf8)), line: 2,
      says: "a note with the reason"),
  ]
}
