import Sourcing

extension TableSchema {
  static let investment = [
    TableSchema(
      .programmes, "Programmes: public money that pays a share of the cost of projects.",
      [
        .identifier("programme", "the programme"),
        .reference("payer", .region, "who pays"),
        .number("budget", "money", "the most that it pays over all periods, undiscounted").limit,
        .number("share", "share", in: .share, "the share of capex and fixed cost that it pays"),
        .reference("opens", .period, blank: "the first period", "the first period of orders"),
        .reference("closes", .period, blank: "the last period", "the last period of orders"),
      ],
      rules: ["`closes` is not before `opens`."]),
    TableSchema(
      .projects, "Projects: producers that could be built.",
      [
        .identifier("project", "the project"),
        .reference("process", .process, "its process"),
        .reference("region", .region, "its region"),
        .number("max_capacity", "main output/yr", "the most that can be ordered in all periods")
          .limit,
        .number("capex", "money per unit/yr of capacity", "the cost to build capacity"),
        .number("unit_cost", "money/unit of main output", "the cost of its output"),
        .optional("lead_years", "years", default: 0, "the time from the order to operation"),
        .optional("fixed_cost", "money", default: 0, "a cost that any order has"),
        .optional("min_capacity", "main output/yr", default: 0, "the least that can be ordered"),
        .reference("earliest", .period, blank: "the first period", "the first period of orders"),
        .reference("latest", .period, blank: "the last period", "the last period of orders"),
        ColumnSchema(
          name: "life_years", kind: .positive, unit: "years", isRequired: false, mayBeBlank: true,
          defaultValue: Project.defaultLifeYears, meaning: "the time in operation"),
        .text("kind", blank: "no label", "a free label such as `onshoring` or `recycling`"),
        .reference(
          "programme", .programme, blank: "none",
          "the programme that pays; it limits orders to its own `opens` to `closes`"),
      ],
      rules: [
        "No project has the name of a facility. `min_capacity` is not above `max_capacity`. `latest` is not before `earliest`.",
        "What is ordered is in operation in the periods that start at the start of the order's period plus `lead_years` or "
          + "later, and before that time plus `life_years`.",
        "With a `fixed_cost` or `min_capacity` above 0, a project has one order at most.",
      ]),
  ]
}
