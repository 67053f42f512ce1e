extension Names: DescribedJSON {
  package static let objectTitle = "Names for people"
}

extension Names.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .regions:
      .map(by: "region", .text, "Name of each region that has one which is not its id.")
    case .blocs:
      .map(
        by: "bloc", .text,
        "Names of the members of each bloc, separated by commas. A bloc of all regions is not there.",
        absent: "an earlier version wrote the file")
    case .commodities:
      .map(by: "commodity", .text, "Name of each commodity that has one which is not its id.")
    }
  }
}
