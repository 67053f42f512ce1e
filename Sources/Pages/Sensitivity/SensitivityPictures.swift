import Charts
import Reporting
import Sourcing
import Statistics
import Studies

/// The pictures of a sensitivity analysis.
struct SensitivityPictures {
  private let words: SensitivityWords
  private let tables: SensitivityTables
  private var found: Sensitivity { words.found }
  private var question: SensitivityQuestion { words.question }

  /// The most measures with pictures.
  private static let mostMeasures = 3
  /// The most rows of a picture with a row for each assumption.
  private static let mostRows = 20
  /// The most worlds of all distributions together.
  private static let mostWorlds = 2000

  init(_ words: SensitivityWords) {
    self.words = words
    tables = SensitivityTables(words.found, words.context)
  }

  /// The most important first.
  var all: [Picture] {
    let measures = Array(question.measures.indices.prefix(Self.mostMeasures))
    return measures.compactMap(tornado) + measures.compactMap(distribution)
      + [claims, boxes].compactMap(\.self) + measures.compactMap(correlations)
      + measures.compactMap(sobol)
  }

  private func figure(_ place: Int) -> FigureWords {
    words.measures.figure(question.measures[place])
  }

  private func rows(_ table: ReportTable, _ place: Int) -> [ReportTable.Row] {
    let name = question.measures[place].name
    return table.rows.filter { $0.text("measure") == name }
  }

  /// The name of an assumption by its id.
  private func name(_ id: String) -> String {
    words.context.assumptions.firstIndex { $0.id == id }.map(words.name) ?? id
  }

  /// `Shown are the first 20 of 143; all are in tornado.csv.`; empty if all are shown.
  private func rest(_ shown: Int, of all: Int, in table: String) -> String {
    RowLimit.first.rest(shown, of: all, "rows", in: "\(table).csv")
  }

  // MARK: One assumption at a time

  private func tornado(_ place: Int) -> Picture? {
    let measure = question.measures[place]
    let moving = Set(
      words.context.assumptions.indices.filter { found.moves($0, place) }
        .map { words.context.assumptions[$0].id })
    let all = rows(tables.tornado, place).filter { moving.contains($0.text("assumption")) }
    let shown = all.prefix(Self.mostRows)
    let idle = words.context.assumptions.count - all.count
    let still =
      idle == 0
      ? ""
      : idle == 1 ? " One assumption does not move it." : " \(idle) assumptions do not move it."
    return Tornado.picture(
      id: "tornado-\(slug(measure.name))", measure: measure.name,
      rows: shown.map { row in
        Tornado.Row(
          name: name(row.text("assumption")), assumption: row.text("assumption"),
          low: row.number("low"), nominal: row.number("nominal"), high: row.number("high"),
          swing: row.number("swing"), lowEnding: row.text("low_ending"),
          highEnding: row.text("high_ending"))
      }, figure: figure(place),
      sentence:
        "Each assumption alone at its low and its high end, all others as in the tables; the line is the nominal world."
        + rest(shown.count, of: all.count, in: "tornado") + still)
  }

  // MARK: All at once

  private func distribution(_ place: Int) -> Picture? {
    let measure = question.measures[place]
    guard let sample = found.sample, let spread = sample.spreads[place],
      spread.greatest - spread.least > 1e-9 * max(question.sizes[place], abs(spread.greatest))
    else { return nil }
    let most = Self.mostWorlds / min(Self.mostMeasures, question.measures.count)
    let shown = sample.values.enumerated().lazy.compactMap { world, values in
      values.values[place].map {
        WorldDistribution.Row(world: Double(world + 1), value: $0)
      }
    }.prefix(most)
    let range = words.measures.range(spread.q05, spread.q95, of: measure)
    let lines = rows(tables.measures, place).first
    return WorldDistribution.picture(
      id: "worlds-\(slug(measure.name))", measure: measure.name, rows: Array(shown),
      spread: .init(
        nominal: lines?.number("nominal"), q05: lines?.number("q05"), q50: lines?.number("q50"),
        q95: lines?.number("q95")),
      figure: figure(place),
      sentence: "In 90% of the \(spread.count) worlds with a value it is \(range)."
        + rest(min(most, spread.count), of: spread.count, in: "worlds"))
  }

  private var claims: Picture? {
    let rows = tables.claims.rows.compactMap { row in
      row.number("share").map {
        ClaimShares.Row(claim: row.text("claim"), nominal: row.text("nominal"), share: $0)
      }
    }
    return ClaimShares.picture(
      of: rows, sentence: "A claim does not hold in a world without a plan.")
  }

  private var boxes: Picture? {
    let all = tables.boxes.rows
    let rows = all.prefix(Self.mostRows).compactMap { row in
      FailureBoxes.Row(
        row, hasOptions: false,
        name: "\(row.text("claim")): \(name(row.text("assumption")))")
    }
    return FailureBoxes.picture(
      of: rows, sentence: FailureBoxes.sentence + rest(rows.count, of: all.count, in: "boxes"))
  }

  // MARK: What matters most

  private func correlations(_ place: Int) -> Picture? {
    let measure = question.measures[place]
    let all = indices(place) { $0 == "prcc" }.sorted { abs($0.value) > abs($1.value) }
    let shown = all.prefix(Self.mostRows / 2)
    return AssumptionIndices.correlations(
      id: "correlations-\(slug(measure.name))", measure: measure.name, rows: Array(shown),
      figure: figure(place),
      sentence:
        "How steadily it rises (right) or falls (left) with each assumption if all move at once; not how much."
        + rest(shown.count, of: all.count, in: "indices"))
  }

  private func sobol(_ place: Int) -> Picture? {
    let measure = question.measures[place]
    let all = indices(place) { $0 != "prcc" }
    let order = all.filter { $0.index == "total" }.sorted { $0.value > $1.value }
      .map(\.assumption)
    let shown = order.prefix(Self.mostRows / 2)
    return AssumptionIndices.shares(
      id: "sobol-\(slug(measure.name))", measure: measure.name,
      rows: shown.flatMap { id in all.filter { $0.assumption == id } }, figure: figure(place),
      sentence:
        "Sobol indices with bootstrap intervals of 95%: alone, and with all that it does together with others."
        + rest(shown.count, of: order.count, in: "indices"))
  }

  private func indices(_ place: Int, _ isWanted: (String) -> Bool) -> [AssumptionIndices.Row] {
    rows(tables.indices, place).filter { isWanted($0.text("index")) }.compactMap {
      AssumptionIndices.Row($0, name: name($0.text("assumption")))
    }
  }
}
