import Sourcing

extension TableSchema {
  static let goods = [
    TableSchema(
      .commodities, required: true, "The commodities: goods that are made, traded and used.",
      [
        .identifier("commodity", "the commodity"),
        .text("unit", "the unit of its quantities"),
        .optional(
          "price", "money/unit", default: Commodity.defaultPrice,
          "its price: the base of tariffs, of `measure: value` and of what stocks cost"),
      ]),
    TableSchema(
      .groups, "Groups of commodities, with one row for each member.",
      [
        .sharedIdentifier("group", "the group"),
        .reference("commodity", .commodity, "a member"),
      ],
      rules: [
        "All members of a group have the same unit. No group has the name of a commodity. Each commodity is also a group of itself."
      ]),
    TableSchema(
      .prices, "Prices in single periods, in place of those of `commodities.csv`.",
      [
        .reference("commodity", .commodityGroup, "the commodity, or all commodities of the group"),
        .periods("period", required: true, "when the price holds"),
        .number("price", "money/unit", "the price"),
      ],
      rules: ["The last row that matches a commodity and a period counts."]),
  ]
}
