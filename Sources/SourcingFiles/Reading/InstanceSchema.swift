import Sourcing

extension TableSchema {
  /// Every table of an instance: its columns, their kinds, units and defaults, declared once.
  public static let all: [InstanceTable: TableSchema] = {
    let schemas = places + goods + production + trade + use + investment + shocks
    return Dictionary(uniqueKeysWithValues: schemas.map { ($0.table, $0) })
  }()

  /// What a table must look like.
  public static func of(_ table: InstanceTable) -> TableSchema {
    all[table] ?? TableSchema(table, [])
  }

  private init(_ table: InstanceTable, required: Bool = false, _ columns: [ColumnSchema]) {
    self.init(table: table, isRequired: required, columns: columns)
  }

  private static let places = [
    TableSchema(
      .regions, required: true,
      [
        .identifier("region", "a country, a province, a firm's site"),
        .optional("latitude", "degrees", in: -90...90, "for maps"),
        .optional("longitude", "degrees", in: -180...180, "for maps"),
        .optional("risk", "share", in: .share, "0 safe … 1 risky; used in reports only"),
      ]),
    TableSchema(
      .blocs,
      [
        .text("bloc", "a set of regions under a name; one row a member"),
        .reference("region", .region, "a member"),
      ]),
  ]

  private static let goods = [
    TableSchema(
      .commodities, required: true,
      [
        .identifier("commodity", "what is made, traded and used"),
        .text("unit", "unit of its quantities"),
        .optional(
          "price", "money/unit", default: Commodity.defaultPrice,
          "the base of tariffs and of stock purchases"),
      ]),
    TableSchema(
      .groups,
      [
        .text("group", "a set of commodities with one unit under a name; one row a member"),
        .reference("commodity", .commodity, "a member"),
      ]),
    TableSchema(
      .prices,
      [
        .reference("commodity", .commodityGroup, "whose price it is"),
        .reference("period", .anyPeriod, "when it holds"),
        .number("price", "money/unit", "replaces the commodity's price"),
      ]),
  ]

  private static let production = [
    TableSchema(
      .processes,
      [
        .identifier("process", "a way of making a commodity"),
        .text("stage", "free label: mining, separation, …"),
        .reference("output", .commodity, "the main product"),
      ]),
    TableSchema(
      .recipes,
      [
        .reference("process", .process, "whose recipe it is"),
        .reference("commodity", .commodity, "what is used or comes out beside the main output"),
        .choice("role", ["input", "byproduct"], "used, or made beside the main output"),
        ColumnSchema(
          name: "quantity", kind: .positive, unit: "units/unit of main output", isRequired: true,
          mayBeBlank: false, meaning: "above 0"),
      ]),
    TableSchema(
      .facilities,
      [
        .identifier("facility", "an existing producer"),
        .reference("process", .process, "what it does"),
        .reference("region", .region, "where it stands"),
        .number("capacity", "main output/yr", "most output").limit,
        .number("unit_cost", "money/unit of main output", "cost of making"),
        .optional("minimum", "main output/yr", default: Facility.defaultMinimum, "least output"),
        .reference("opens", .period, required: false, "first period of operation"),
        .reference("closes", .period, required: false, "last period of operation"),
      ]),
    TableSchema(
      .capacities,
      [
        .reference("facility", .facility, "whose figures are replaced"),
        .reference("period", .period, "in which period"),
        ColumnSchema(
          name: "capacity", kind: .number(.notNegative), unit: "main output/yr", isRequired: true,
          mayBeBlank: true, meaning: "blank: the facility's own", isLimit: true),
        .optional("unit_cost", "money/unit of main output", "blank: the facility's own"),
        .optional("minimum", "main output/yr", "blank: the facility's own"),
      ]),
  ]

  private static let trade = [
    TableSchema(
      .lanes,
      [
        .reference("commodity", .anyCommodities, "what may flow"),
        .reference("origin", .anyRegions, "where it is made"),
        .reference("destination", .anyRegions, "where it is used"),
        .number("unit_cost", "money/unit", "cost of transport"),
        .optional("tariff", "share of price", in: .share, default: 0, "duty"),
        .optional("capacity", "units/yr", "most flow; blank: no limit, 0 closes the lane").limit,
        .reference("period", .anyPeriod, required: false, "when the row holds"),
      ]),
    TableSchema(
      .quotas,
      [
        .text("quota", "may repeat, once for each commodity, origin, destination and period"),
        .reference("commodity", .anyCommodities, "what it limits"),
        .reference("origin", .anyRegions, "where it is made"),
        .reference("destination", .anyRegions, "where it is used"),
        .number("quantity", "units/yr", "most of all of it together").limit,
        .reference("period", .anyPeriod, required: false, "when it holds"),
      ]),
    TableSchema(
      .contracts,
      [
        .identifier("contract", "an agreement to take a least quantity"),
        .reference("commodity", .commodity, "what is taken"),
        .reference("origin", .region, "where it is made"),
        .reference("destination", .region, "where it is used"),
        .number("quantity", "units/yr", "least flow"),
        .reference("starts", .period, required: false, "first period"),
        .reference("ends", .period, required: false, "last period"),
      ]),
    TableSchema(
      .history,
      [
        .reference("commodity", .commodity, "what flowed"),
        .reference("origin", .region, "where it was made"),
        .reference("destination", .region, "where it was used"),
        .reference("period", .period, "when"),
        .number("quantity", "units/yr", "the observed flow"),
      ]),
  ]

  private static let use = [
    TableSchema(
      .demands, required: true,
      [
        .reference("region", .anyRegions, "who needs it; a bloc: each member"),
        .reference("commodity", .anyCommodities, "what is needed; a group: each member"),
        .reference("period", .anyPeriod, "when"),
        .number("quantity", "units/yr", "final demand"),
        .number("shortage_cost", "money/unit", "loss for each unit not served"),
      ]),
    TableSchema(
      .stockpiles,
      [
        .identifier("stockpile", "a store of one commodity in one region"),
        .reference("region", .region, "where it lies"),
        .reference("commodity", .commodity, "what it holds"),
        .number("initial", "units", "level before the first period"),
        .optional("capacity", "units", "most it can hold; blank: its initial level").limit,
        .optional("holding_cost", "money/unit/yr", default: 0, "cost of keeping"),
        .optional("release_limit", "units/yr", "most that may be drawn; blank: no limit").limit,
        .optional("loss", "share/yr", in: .share, default: 0, "share lost a year"),
        .optional("minimum", "units", default: 0, "least level"),
        .optional("final", "units", "least level at the end; blank: its initial level"),
      ]),
  ]

  private static let investment = [
    TableSchema(
      .programmes,
      [
        .identifier("programme", "public money for projects"),
        .reference("payer", .region, "who pays"),
        .number("budget", "money", "undiscounted").limit,
        .number("share", "share", in: .share, "of capex and fixed cost that it pays"),
        .reference("opens", .period, required: false, "first period of orders"),
        .reference("closes", .period, required: false, "last period of orders"),
      ]),
    TableSchema(
      .projects,
      [
        .identifier("project", "capacity that may be built"),
        .reference("process", .process, "what it does"),
        .reference("region", .region, "where it would stand"),
        .number("max_capacity", "main output/yr", "most that may be ordered").limit,
        .number("capex", "money per unit/yr of capacity", "cost of building"),
        .number("unit_cost", "money/unit of main output", "cost of making"),
        .optional("lead_years", "years", default: 0, "from order to operation"),
        .optional("fixed_cost", "money", default: 0, "paid if anything is ordered"),
        .optional("min_capacity", "main output/yr", default: 0, "least that may be ordered"),
        .reference("earliest", .period, required: false, "first period of orders"),
        .reference("latest", .period, required: false, "last period of orders"),
        ColumnSchema(
          name: "life_years", kind: .positive, unit: "years", isRequired: false, mayBeBlank: true,
          defaultValue: Project.defaultLifeYears, meaning: "from start of operation to its end"),
        .text("kind", required: false, "free label: onshoring, relocation, recycling, …"),
        .reference("programme", .programme, required: false, "who supports it"),
      ]),
  ]

  private static let shocks = [
    TableSchema(
      .disruptions,
      [
        .text("disruption", "rows with the same name happen together"),
        .choice("effect", Disruption.Effect.Kind.allCases.map(\.rawValue), "what is hit"),
        .reference("region", .regionSet, "where"),
        .reference("commodity", .commodityGroup, required: false, "blank: all"),
        .reference("process", .process, required: false, "blank: all"),
        .reference("partner", .regionSet, required: false, "blank: all others"),
        .number("factor", "factor", "0 … 1, for demand 0 or more"),
        ColumnSchema(
          name: "months", kind: .whole(Disruption.Effect.durations), unit: "months",
          isRequired: true, mayBeBlank: false, meaning: "how long the row lasts"),
        .optional("probability", "share/yr", in: .share, "on one row of the disruption; blank: 0"),
      ])
  ]
}
