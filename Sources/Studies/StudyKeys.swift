package import SourcingFiles

extension YAMLMapping {
  /// A study.
  package static let study = YAMLMapping(
    "a study",
    "Plans to be compared: each option on each variation, planned jointly or unilaterally, then stressed.",
    keys: [
      YAMLKey(
        "name", .identifier, .defaultRule("the name of the file, up to its first point"),
        example: "what-to-do", "The name of the study."),
      YAMLKey(
        "title", .text, .defaultRule("no title"), example: "What to do?",
        "Free text. It is not used."),
      YAMLKey(
        "instance", .path, .defaultValue("."), example: ".", "The folder of the instance."),
      YAMLKey(
        "options", .list(of: .mapping([.studyOption])), .required,
        example: "[{model: model.yaml}]",
        "The options to be compared. Differences are taken against the first."),
      YAMLKey(
        "variations", .list(of: .mapping([.studyVariation])),
        .defaultRule("only `as-is`, the instance as it is, which every study has"),
        example:
          "[{name: dear, edit: [{table: demands, column: quantity, multiply: 2}]}, {name: half, set: {cap: 50%}}]",
        "The variations of the instance."),
      YAMLKey(
        "combine",
        .anyOf([.choice(["all"]), .list(of: .list(of: .other("the name of a variation")))]),
        .defaultRule("no variations are combined"), example: "all",
        "Variations that are several of the listed ones at once, named `a+b`. Their edits are applied in the order listed. `all` is every combination of two or more; a study has at most 1000 combinations."
      ),
      YAMLKey(
        "worlds", .mapping([.studyWorlds]), .defaultRule("no worlds are sampled"),
        example: "{samples: 100, seed: 1}",
        "Worlds that are drawn at random, the same for every option. They follow the variations."),
      YAMLKey(
        "claims", .list(of: .other("a measure, `<`, `<=`, `>` or `>=`, and a number")),
        .defaultRule("nothing is claimed"), example: "[change_cost < 50, reliance <= 50%]",
        "Comparisons of which the study says in how many worlds they hold. A measure is a column of figures of comparison.csv; if there is one sharing arrangement, its name may be left out."
      ),
      YAMLKey(
        "disruptions", .selection(of: "disruptions", mayBeNone: true), .defaultValue("all"),
        example: "[ban, strait]", "The disruptions of the stress runs."),
      YAMLKey(
        "sharing", .list(of: .mapping([.sharing])), .defaultValue("[{mode: own}]"),
        example: "[{mode: own}, {mode: pooled, members: allies}]",
        "The arrangements of sharing of the stress runs. Each pair of `mode` and `fairness` appears once."
      ),
      YAMLKey(
        "coordination", .choice(StudyCoordination.allCases.map(\.rawValue)),
        .defaultValue("joint"), example: "both",
        "`joint`: one plan for all members. `unilateral`: each member plans for itself. `both`: the two, compared."
      ),
      YAMLKey(
        "members", .reference(.regionSet), .requiredIf("with `unilateral` and `both`"),
        example: "allies", "The bloc whose regions plan jointly or unilaterally."),
    ])

  static let studyOption = YAMLMapping(
    "an option", "An option of a study: a model with its parameters.",
    keys: [
      YAMLKey("model", .path, .required, example: "model.yaml", "The file of the model."),
      YAMLKey(
        "name", .identifier,
        .defaultRule("the name of the model's file, up to its first point"), example: "cap-50",
        "The name in results. No two options have the same name."),
      YAMLKey(
        "set",
        .entries(keys: "a parameter of the model or instance", values: "a value of any form"),
        .defaultRule("no parameters are set"), example: "{cap: 50%}",
        "Values of parameters, as `--set` gives them."),
      YAMLKey(
        "time_limit", .number(0...1e9, unit: "seconds"), .defaultRule("the limit of the command"),
        example: "600", "The time after which planning this option stops."),
    ])

  static let studyVariation = YAMLMapping(
    "a variation",
    "A variation of a study: the instance with some cells changed, or parameters of the models set, or both.",
    keys: [
      YAMLKey(
        "name", .identifier, .required, example: "more-demand",
        "The name in results. No two variations have the same name; `as-is` is taken."),
      YAMLKey(
        "edit", .list(of: .mapping([.studyEdit, .studyAssumption])),
        .requiredIf("without `set`"),
        example: "[{table: demands, column: quantity, multiply: 1.3}]",
        "The changes, made in this order; then all assumptions are put at their places at once."),
      YAMLKey(
        "set",
        .entries(keys: "a parameter of a model or the instance", values: "a value of any form"),
        .requiredIf("without `edit`"), example: "{cap: 40%}",
        "Values of parameters. They win over the option's, and hold for each option whose model knows the parameter."
      ),
      YAMLKey(
        "probability", .share, .defaultRule("it is not known"), example: "20%",
        "How likely the variation is. Those of all variations add up to at most 1."),
    ])

  static let studyWorlds = YAMLMapping(
    "sampled worlds",
    "Worlds that a study samples by Latin hypercube from the ranges of assumptions.csv. Each is the instance as it is with assumptions moved. They are named `world-001` and so on.",
    keys: [
      YAMLKey(
        "samples", .whole(1...100_000, unit: "worlds"), .required, example: "100",
        "The number of worlds."),
      YAMLKey(
        "sobol", .whole(2...10_000, unit: "worlds"), .defaultRule("no Sobol indices"),
        example: "50",
        "Work out Sobol indices, from so many worlds (N) for each assumption and twice more: N × (assumptions + 2) further worlds, named `sobol-0001` and so on. They do not count for robustness, regret, claims and boxes."
      ),
      YAMLKey(
        "seed", .whole(0...Int(Int32.max), unit: "seed"),
        .defaultValue("\(WorldSample.usualSeed)"), example: "7",
        "Seed of the random numbers. The same seed and number of worlds give the same worlds."),
      YAMLKey(
        "assumptions", .list(of: .other("the name of an assumption of the instance")),
        .defaultRule("all assumptions of the instance"), example: "[mining]",
        "The assumptions that move; the others stand at the numbers of the tables."),
    ])

  static let studyEdit = YAMLMapping(
    "an edit",
    "A change of one column in some rows of a table. An edit that matches no row is an error.",
    keys: [
      YAMLKey(
        "table", .other("the name of a table without `.csv`"), .required, example: "lanes",
        "The table."),
      YAMLKey(
        "where",
        .entries(
          keys: "a column", values: "a value, a list, a range, or a comparison in quotes"),
        .defaultRule("every row of the table"), example: "{origin: [CHN, AUS], tariff: \"<=1\"}",
        "The rows to be changed: those for which all conditions hold. Texts are equal as written, numbers by value. `[a, b]` is one of several. In columns of periods and numbers `2027..2030` is all from one to the other, both included, and `\">=2027\"` compares, as do `<=`, `>`, `<`; `\"!=a\"` takes any column. A blank cell and `*` match only where the condition names them."
      ),
      YAMLKey(
        "column", .other("a column of the table"), .required, example: "tariff",
        "The column to be changed."),
    ] + changes)

  static let studyAssumption = YAMLMapping(
    "an assumption at a place",
    "It moves the numbers of an assumption of assumptions.csv, after the edits of the variation.",
    keys: [
      YAMLKey(
        "assumption", .other("the name of an assumption of the instance"), .required,
        example: "mining", "The assumption. A variation has it once."),
      YAMLKey(
        "at", .anyOf([.choice(["low", "high"]), .number(-1...1, unit: "the place")]), .required,
        example: "high",
        "Where it stands: -1 is `low`, 0 the numbers of the tables, 1 `high`."),
    ])

  /// The keys of which an edit has exactly one.
  static let changes = [
    YAMLKey(
      "set", .text, change, example: "0.25",
      "The new content of the cells. In a column of numbers it is a number, in per cent only where the column has shares. Empty quotes make the cells blank."
    ),
    YAMLKey(
      "add", .number(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude, unit: "as the column"),
      change, example: "0.1",
      "What is added to the number in the cells, in per cent only where the column has shares. A blank cell counts as the default of the column."
    ),
    YAMLKey(
      "multiply", .number(-.greatestFiniteMagnitude ... .greatestFiniteMagnitude, unit: "factor"),
      change, example: "130%",
      "What the number in the cells is multiplied by. A blank cell counts as the default of the column."
    ),
  ]

  private static let change = YAMLKey.Presence.requiredIf(
    "exactly one of `set`, `add` and `multiply`")
}

/// How a study can coordinate, as its file says it.
enum StudyCoordination: String, CaseIterable {
  case joint, unilateral, both

  var coordinations: [Study.Coordination] {
    switch self {
    case .joint: [.joint]
    case .unilateral: [.unilateral]
    case .both: [.joint, .unilateral]
    }
  }
}
