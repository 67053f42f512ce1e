extension TableSchema {
  static let places = [
    TableSchema(
      .regions, required: true, "The regions: places that make or use goods.",
      [
        .identifier("region", "the region"),
        .optional("latitude", "degrees", in: -90...90, blank: "not known", "for maps"),
        .optional("longitude", "degrees", in: -180...180, blank: "not known", "for maps"),
        .optional(
          "risk", "share", in: .share, blank: "not known",
          "the risk of the region, from 0 (safe) to 1; only in reports"),
      ],
      rules: [
        "No region has the name `world`: that is the bloc of all regions. Each region is also a bloc of itself."
      ]),
    TableSchema(
      .blocs, "Blocs, with one row for each member.",
      [
        .sharedIdentifier("bloc", "the bloc"),
        .reference("region", .region, "a member"),
      ],
      rules: ["No bloc has the name of a region, or the name `world`."]),
  ]
}
