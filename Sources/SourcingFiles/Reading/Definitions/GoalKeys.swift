import Sourcing

/// How models write each kind of goal.
extension Goal.KindName {
  /// The keys of a goal of this kind.
  package var mapping: YAMLMapping {
    YAMLMapping("a goal of kind \(rawValue)", meaning, keys: baseKeys + ownKeys + targetKeys)
  }

  private var baseKeys: [YAMLKey] {
    [
      YAMLKey("kind", .choice([rawValue]), .required, example: rawValue, "This kind of goal."),
      YAMLKey(
        "name", .text, .defaultRule("the kind and the place in the list, such as `\(rawValue)-1`"),
        example: "my goal for $rival",
        "The name in reports. Parameters in it are replaced. No two goals have the same name."),
      YAMLKey(
        "penalty", .number(.notNegative, unit: penaltyUnit), .defaultRule("the goal is hard"),
        example: "100", "Makes the goal soft. \(charge)"),
    ]
  }

  private var ownKeys: [YAMLKey] {
    let timing = YAMLMapping.timing(.defaultRule(defaultPeriods))
    switch self {
    case .reliance:
      return subject + timing + [
        YAMLKey(
          "upon", .reference(.regionSet), .required, example: "CHN",
          "The region or bloc whose share is limited."),
        basis(bases),
        YAMLKey(
          "trace", .choice(Goal.Trace.self), .defaultValue("direct"), example: "direct",
          "`direct`: by the region from which the good arrives. `chain`: look-through, by all regions that made the "
            + "good or its inputs; only with `basis: supply` and `measure: quantity`."),
        YAMLMapping.measure,
      ]
    case .largestSource:
      return subject + timing + [basis(bases), YAMLMapping.measure]
    case .hhi: return subject + timing + [basis(bases), YAMLMapping.measure]
    case .plusOne:
      return subject + timing + [
        YAMLKey(
          "beyond", .reference(.regionSet), .required, example: "CHN",
          "The region or bloc that does not count as a source."),
        YAMLKey(
          "sources", .whole(1...1_000_000, unit: "regions"), .defaultValue("1"), example: "2",
          "How many sources are needed."),
      ]
    case .cover, .service: return subject + timing
    case .capex:
      return timing + [
        YAMLKey(
          "projects", .selection(of: "projects and kinds of projects", mayBeNone: false),
          .defaultValue("all"), example: "[p1]", "The projects that count.")
      ]
    case .subsidy:
      return timing + [
        YAMLKey(
          "programme", .reference(.programme), .required, example: "fund",
          "The programme that pays.")
      ]
    case .cost: return []
    case .resilience:
      return subject + [
        YAMLKey(
          "in", .oneOrList(of: .reference(.period)), .defaultRule(defaultPeriods),
          example: "[2021, 2022]", "It holds in these periods."),
        YAMLKey(
          "against",
          .anyOf([
            .selection(of: "disruptions", mayBeNone: false), .mapping(.attackBudget),
          ]), .required,
          example: "[ban, strait]",
          "The disruptions under which it holds, each by itself; or a mapping with `cuts`: it then holds under "
            + "every attack on at most `cuts` targets, and without an attack."),
      ]
    }
  }

  private var subject: [YAMLKey] {
    [
      YAMLMapping.of("The region or bloc that the goal is about."),
      YAMLKey(
        "commodity", .oneOrList(of: .reference(.commodityGroup)), .required, example: "oxide",
        "What the goal is about. With a list, the goal holds for each of its members."),
      YAMLKey(
        "each", .yesOrNo, .defaultValue("no"), example: "yes",
        "With `yes`, the goal holds for each region of `of` by itself."),
    ]
  }

  private func basis(_ allowed: [Goal.Basis]) -> YAMLKey {
    let meanings = allowed.map { basis in
      switch basis {
      case .supply: "`supply`: of all goods that reach `of`, its own included."
      case .imports: "`imports`: of the goods that reach `of` from outside it."
      case .use: "`use`: of what `of` needs for its demand and its production, shortage included."
      }
    }
    return YAMLKey(
      "basis", .choice(allowed.map(\.rawValue)), .defaultValue("supply"), example: "imports",
      "What the shares are shares of. " + meanings.joined(separator: " "))
  }

  private var targetKeys: [YAMLKey] {
    targets.map { target in
      YAMLKey(
        target.name, .target(unit: unit.rawValue, isShare: unit.isFraction, mayBePath: !isOneSum),
        targets.count > 1
          ? .requiredIf("at least one of `\(targets.map(\.name).joined(separator: "`, `"))`")
          : .required,
        example: isOneSum ? "1000000" : unit.isFraction ? "{2020: 60%, 2022: 50%}" : "30",
        target.meaning(of: self))
    }
  }
}

// MARK: What a kind is

extension Goal.KindName {
  private var meaning: String {
    switch self {
    case .reliance:
      "Limits the reliance of a region or bloc: the share of its goods that comes from another."
    case .largestSource: "Limits the largest share that a single region outside `of` has."
    case .hhi:
      "Limits the HHI: the sum of the squared shares of the regions from which the goods come "
        + "(with `basis: imports` only of those outside `of`)."
    case .plusOne:
      "Asks for further sources: regions outside `beyond` that each have at least a share of the supply."
    case .cover: "Asks for stockpiles that last for some days of use."
    case .service: "Asks for a service level: the share of demand that is served."
    case .capex:
      "Limits the undiscounted capex and fixed cost of what is ordered, over all its periods together."
    case .subsidy: "Limits what a programme pays, undiscounted, over all its periods together."
    case .cost: "Limits the total cost of the plan, without penalties and `risk`."
    case .resilience:
      "Asks for a service level in stress runs, under each of some disruptions or under any attack."
    }
  }

  /// The periods in which it holds where the model names none.
  private var defaultPeriods: String {
    switch self {
    case .capex, .subsidy: "every period"
    case .cost: ""
    case .resilience: "the last period"
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service:
      "every period that history does not fix"
    }
  }

  /// What a violation costs in the objective.
  private var charge: String {
    let yearly = "It costs penalty × violation × years × discount in each period. Violation: "
    let once = "It costs penalty × violation, not discounted. Violation: "
    return switch self {
    case .reliance, .largestSource:
      yearly
        + "what a year is missing to the target or beyond it, in goods of `basis` (with `measure: value` in money)."
    case .hhi:
      yearly + "goods of `basis` a year (with `measure: value` in money) × (√HHI − √target)."
    case .plusOne: yearly + "the number of missing sources."
    case .cover: yearly + "the stock missing to target / 365 × use a year."
    case .service: yearly + "the shortage a year beyond (1 − target) × demand."
    case .capex, .subsidy: once + "the undiscounted money beyond the target."
    case .cost: once + "the total cost beyond the target."
    case .resilience:
      once
        + "for each disruption, or once in the worst attack, the shortage over the window, or in its worst month, "
        + "beyond (1 − target) × demand."
    }
  }

  private var penaltyUnit: String {
    switch self {
    case .reliance, .largestSource, .hhi, .cover, .service: "money/unit"
    case .plusOne: "money/missing source"
    case .capex, .subsidy, .cost: "money/money"
    case .resilience: "money/unit over the window"
    }
  }
}
