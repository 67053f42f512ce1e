extension CitedSource: DescribedJSON {
  package static let objectTitle = "Source"
}

extension CitedSource.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .source: .text("Its id in sources.csv.")
    case .title: .text("Its title.")
    case .publisher: .text("Who published it.")
    case .year: .number(.year, "The year in which it was published.")
    case .address:
      .text("Its address: that of the file, else that of the DOI.", absent: Self.notGiven)
    case .licence: .text("The licence of its figures.", absent: Self.notGiven)
    case .read: .text("The day on which the figures were read.", absent: Self.notGiven)
    case .tables: .map(by: "table", .number(.count), "How many rows of each table cite it.")
    }
  }

  private static let notGiven = "sources.csv does not have it"
}

extension ProvenanceAnswer: DescribedJSON {
  package static let objectTitle = "Where figures come from"
}

extension ProvenanceAnswer.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .instance: .text("Name of the instance.")
    case .currency: .text("Currency of the instance.")
    case .value:
      .number(
        .money, "Σ `value` of all `shares`. It weighs figures, and is no figure of the instance.",
        null: "no row has a value")
    case .sourcedShare:
      .number(
        .share, "The part of `value` whose basis is `published` or `derived`.",
        null: "`value` is `null` or 0")
    case .listsSources: .boolean("Whether the instance has sources.csv.")
    case .shares:
      .list(of: ProvenanceAnswer.Share.self, "One for each table and basis.")
    case .sources:
      .list(of: CitedSource.self, "The sources that rows cite, those of most rows first.")
    case .unusedSources: .texts("Ids of the sources that no row cites.")
    }
  }
}

extension ProvenanceAnswer.Share: DescribedJSON {
  package static let objectTitle = "Rows by table and basis"
}

extension ProvenanceAnswer.Share.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .table: .text("The table.")
    case .basis: .text("What the main figures rest on, or `\(notSaid)`.")
    case .rows: .number(.count, "Rows of the table with this basis.")
    case .value:
      .number(
        .money, "Σ main figure × price × years, as in the table `provenance`.",
        null: "no row has a main figure with a price")
    case .unmovedLines:
      .numbers(
        .line,
        "Lines of the rows with numbers that no range moves, of those that are assumed or fitted.")
    }
  }
}
