import Sourcing

extension TableSchema {
  static let sources = [
    TableSchema(
      .sources,
      "Sources: the publications from which the figures of the other tables come.",
      [
        .identifier("source", "the id by which other tables cite it"),
        .text("title", "its title"),
        .text("publisher", "who published it"),
        ColumnSchema(
          name: "year", kind: .whole(Source.years), unit: "year", isRequired: true,
          mayBeBlank: false, meaning: "the year in which it was published"),
        .optional("url", .url, "its address"),
        .optional("doi", .doi, "its digital object identifier, such as `10.3133/mcs2026`"),
        .text("licence", blank: "not given", "the licence of its figures"),
        .optional("read", .day, "the day on which the figures were read, such as `2026-03-31`"),
      ],
      rules: [
        "Where an instance has this file, the column `source` of every other table holds ids of it, each with its "
          + "place: `mcs-2026:p. 146; iea-2025:sheet 3.2, row 41`. Each `;` begins another source; the first `:` after "
          + "an id begins the place, which may have further `:`, but no `;`.",
        "A row with the `basis` `published` then needs a source with a place; `derived` a source and a `note` with the "
          + "arithmetic; `fitted` a `note` that names the totals; `assumption` a `note` with the reason.",
      ])
  ]
}

extension ColumnSchema {
  /// The column `basis`, which every table may have.
  static let basis = ColumnSchema(
    name: "basis", kind: .choice(FigureBasis.allCases.map(\.rawValue)), unit: "", isRequired: false,
    mayBeBlank: true, blankRule: "not said",
    meaning: "what the main figure of the row rests on")

  /// A text of a certain form that may be left out.
  fileprivate static func optional(_ name: String, _ kind: Kind, _ meaning: String) -> Self {
    Self(
      name: name, kind: kind, unit: "", isRequired: false, mayBeBlank: true, blankRule: "not given",
      meaning: meaning)
  }
}
