import Tables

/// The YAML files of an instance of a country: instance, model, study and the map of its goods.
struct CountryTexts {
  let tables: CountryTables

  private var question: CountryQuestion { tables.question }
  private var base: Int { tables.base }
  /// The period from which the goal of the model holds: after the first projects could be ready.
  private var goalYear: Int {
    min(base + CountryTables.leadYears + 1, tables.periods.upperBound)
  }

  var title: String {
    let goods = question.goods.map { $0.id }
    let listed = goods.prefix(3).joined(separator: ", ") + (goods.count > 3 ? " and others" : "")
    return
      "\(tables.name(question.home)): \(listed), \(tables.periods.lowerBound)-\(tables.periods.upperBound)"
  }

  var all: [String: String] {
    ["instance.yaml": instance, "model.yaml": model, "study.yaml": study, "map.yaml": map]
      .compactMapValues(\.self)
  }

  private var instance: String {
    let rival = tables.regions.rival.map { "rival: \($0), " } ?? ""
    return """
      # Made by plusone new. README.md says what is data and what is assumed.
      name: \(question.name)
      title: \(quotedYAML(title))
      currency: USD thousand  # current prices, those of the years of the data
      # \(tables.toldYears.first ?? base) to \(base) are history. The years after \(base) are planned.
      periods: {from: \(tables.periods.lowerBound), to: \(tables.periods.upperBound)}
      discount_rate: 0.05  # assumption
      home: \(question.home)
      # Values for models: the country to depend on less, the good of which it has the largest share, and the most by which a
      # flow falls in a year: the mean of all falls in the history.
      parameters: {\(rival)focus: \(quotedYAML(tables.focus)), max_decline: \(fall)}
      sources:
        - sources.csv names the publications; every row of every table says which one it comes from.
        - README.md says what is assumed.

      """
  }

  private var fall: String { "\(Int((100 * tables.meanFall).rounded()))%" }

  /// At most a share of each good from the rival; nil without a rival.
  private var model: String? {
    guard tables.regions.rival != nil else { return nil }
    let goods = tables.goods.map(quotedYAML).joined(separator: ", ")
    return """
      # At most $cap of each good of home from the rival, from $by on. Change the cap with --set cap=30%.
      name: less-from-rival
      title: At most $cap of each good from $rival from $by on
      parameters: {cap: 50%, by: \(goalYear), max_decline: 100%}
      # The most by which a flow between two countries may fall in a year; instance.yaml sets it.
      max_decline: $max_decline
      goals:
        - kind: reliance
          name: reliance upon $rival
          of: $home
          upon: $rival
          commodity: [\(goods)]
          at_most: $cap
          by: $by

      """
  }

  /// Which codes are which goods, for `plusone watch` and for imports of later years.
  private var map: String {
    let goods = question.goods.map { good in
      let codes = good.codes.map(quotedYAML).joined(separator: ", ")
      return "  - {commodity: \(quotedYAML(good.id)), hs: [\(codes)], unit: t}"
    }
    let start = [
      "# Which codes of the HS are which goods: plusone watch FILE… --map \(question.name)/map.yaml",
      "home: \(question.home)", "commodities:",
    ]
    return (start + goods + [""]).joined(separator: "\n")
  }

  private var study: String {
    let later = "\(tables.laterYears.lowerBound)..\(tables.laterYears.upperBound)"
    var lines = [
      "# What does it cost \(tables.name(question.home)) to depend on one country less, and what does it help?",
      "name: \(question.name)-options", "instance: .", "options:", "  - model: baseline",
    ]
    if let rival = tables.regions.rival {
      for cap in [50, 30] {
        lines += [
          "  - model: model.yaml", "    name: below-\(cap)", "    set: {cap: \(cap)%}",
        ]
      }
      lines += [
        "variations:", "  - name: more-demand", "    edit:",
        "      - {table: demands, where: {period: \(later)}, column: quantity, multiply: 1.1}",
      ]
      if tables.costs.lanes.contains(where: { $0.lane.origin == rival }) {
        lines += [
          "  - name: rival-dearer", "    edit:",
          "      - {table: lanes, where: {origin: \(rival)}, column: unit_cost, multiply: 1.5}",
        ]
      }
    } else {
      lines += [
        "variations:", "  - name: more-demand", "    edit:",
        "      - {table: demands, where: {period: \(later)}, column: quantity, multiply: 1.1}",
      ]
    }
    if !tables.projects.isEmpty {
      lines += [
        "  - name: plants-late", "    edit:",
        "      - {table: projects, where: {kind: overseas}, column: lead_years, add: 2}",
      ]
    }
    return (lines + ["disruptions: all", ""]).joined(separator: "\n")
  }
}
