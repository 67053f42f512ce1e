import Sourcing

extension TableSchema {
  static let production = [
    TableSchema(
      .processes, "Processes: ways to make a commodity.",
      [
        .identifier("process", "the process"),
        .text("stage", "its stage, a free label such as `mining` or `separation`"),
        .reference("output", .commodity, "its main output"),
      ]),
    TableSchema(
      .recipes, "What processes use, and what they make beside their main output.",
      [
        .reference("process", .process, "the process"),
        .reference("commodity", .commodity, "the input or byproduct"),
        .choice("role", RecipeRole.self, "whether it is used or made"),
        ColumnSchema(
          name: "quantity", kind: .positive, unit: "units/unit of main output", isRequired: true,
          mayBeBlank: false, meaning: "how much for each unit of the main output"),
      ],
      rules: [
        "A process without inputs needs nothing, as a mine. A byproduct is another commodity than the main output.",
        "The last row for the same process, commodity and role counts.",
        "Goods do not come from nothing: no combination of processes with inputs makes at least what it uses, and more of one commodity.",
      ]),
    TableSchema(
      .facilities, "Facilities: producers that exist.",
      [
        .identifier("facility", "the facility"),
        .reference("process", .process, "its process"),
        .reference("region", .region, "its region"),
        .number("capacity", "main output/yr", "its largest output").limit,
        .number("unit_cost", "money/unit of main output", "the cost of its output"),
        .optional(
          "minimum", "main output/yr", default: Facility.defaultMinimum, "its least output"),
        .reference("opens", .period, blank: "the first period", "the first period of operation"),
        .reference("closes", .period, blank: "the last period", "the last period of operation"),
      ],
      rules: [
        "No facility has the name of a project. In no period is `minimum` above `capacity`. `closes` is not before `opens`."
      ]),
    TableSchema(
      .capacities,
      "Figures of facilities in single periods, in place of those of `facilities.csv`.",
      [
        .reference("facility", .facility, "the facility"),
        .reference("period", .period, "the period, not before `opens` and not after `closes`"),
        ColumnSchema(
          name: "capacity", kind: .number(.notNegative), unit: "main output/yr", isRequired: true,
          mayBeBlank: true, blankRule: facilitysOwn, meaning: "its largest output", isLimit: true),
        .optional(
          "unit_cost", "money/unit of main output", blank: facilitysOwn, "the cost of its output"),
        .optional("minimum", "main output/yr", blank: facilitysOwn, "its least output"),
      ],
      rules: ["The last row for the same facility and period counts."]),
  ]

  private static let facilitysOwn = "the figure of `facilities.csv`"
}
