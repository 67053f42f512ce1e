import Sourcing
import Statistics
public import Studies

/// The tables that `sensitivity --out` writes.
public struct SensitivityTables: Sendable {
  private let found: Sensitivity
  private let context: SensitivityContext

  /// The tables of an analysis.
  public init(_ found: Sensitivity, _ context: SensitivityContext) {
    self.found = found
    self.context = context
  }

  /// All of them. Those of what was not asked for have no rows.
  public var all: [ReportTable] { [tornado, worlds, measures, claims, breaks, indices, boxes] }

  private var question: SensitivityQuestion { found.question }

  private func id(_ assumption: Int) -> ReportTable.Cell {
    .text(context.assumptions[assumption].id)
  }

  private func title(_ assumption: Int) -> ReportTable.Cell {
    let title = context.assumptions[assumption].title
    return title.isEmpty ? .blank : .text(title)
  }

  /// `tornado.csv`.
  public var tornado: ReportTable {
    var table = ReportTable(.tornado)
    for (measure, definition) in question.measures.enumerated() {
      for assumption in found.order(by: measure) {
        let ends = found.ends[assumption]
        table.add(
          id(assumption), title(assumption), .text(definition.name),
          .number(ifAny: ends.low.values[measure]), .number(ifAny: found.nominal.values[measure]),
          .number(ifAny: ends.high.values[measure]), .number(ifAny: ends.swing(of: measure)),
          .text(ends.low.ending.rawValue), .text(ends.high.ending.rawValue))
      }
    }
    return table
  }

  /// `worlds.csv`.
  public var worlds: ReportTable {
    let names =
      ["world", "ending"] + context.assumptions.map(\.id)
      + question.measures.map(\.name)
    var table = ReportTable(.worlds, columns: names)
    guard let sample = found.sample else { return table }
    for (world, point) in sample.points.enumerated() {
      let values = sample.values[world]
      table.add(
        contentsOf: [.number(Double(world + 1)), .text(values.ending.rawValue)]
          + point.map { .number($0) } + values.values.map { .number(ifAny: $0) })
    }
    return table
  }

  /// `measures.csv`.
  public var measures: ReportTable {
    var table = ReportTable(.measures)
    for (place, measure) in question.measures.enumerated() {
      let spread = found.sample?.spreads[place]
      table.add(
        contentsOf: [
          .text(measure.name), .number(ifAny: found.nominal.values[place]),
          .number(Double(spread?.count ?? 0)), .number(ifAny: found.sample?.shareWithPlan),
        ]
          + Spread.cells(spread))
    }
    return table
  }

  /// `claims.csv`.
  public var claims: ReportTable {
    var table = ReportTable(.claims)
    for (place, claim) in question.claims.enumerated() {
      table.add(
        .text(claim.text), .text(found.holdsNominally(claim) ? "true" : "false"),
        .number(ifAny: found.sample?.shares[place]))
    }
    return table
  }

  /// `breaks.csv`.
  public var breaks: ReportTable {
    var table = ReportTable(.breaks)
    for (claim, places) in zip(question.claims, found.breaks) {
      let change = found.holdsNominally(claim) ? "stops" : "begins"
      for (assumption, z) in places.enumerated() {
        guard let z else { continue }
        table.add(
          .text(claim.text), id(assumption), title(assumption), .text(change), .number(z),
          .text(context.amount(of: assumption, at: z)))
      }
    }
    return table
  }

  /// `indices.csv`.
  public var indices: ReportTable {
    var table = ReportTable(.indices)
    for (place, measure) in question.measures.enumerated() {
      for assumption in context.assumptions.indices {
        if let sample = found.sample {
          table.add(
            .text(measure.name), id(assumption), .text("prcc"),
            .number(ifAny: sample.correlations[place][assumption]), .blank, .blank, .blank)
        }
        guard found.sobol.indices.contains(place) else { continue }
        let rows = found.sobol[place].cells(
          of: assumption, id: context.assumptions[assumption].id, measure: measure.name)
        for cells in rows { table.add(contentsOf: cells) }
      }
    }
    return table
  }

  /// `boxes.csv`.
  public var boxes: ReportTable {
    var table = ReportTable(.boxes)
    for (claim, box) in found.namedBoxes {
      for cells in box.cells(failure: claim, id: { context.assumptions[$0].id }) {
        table.add(contentsOf: cells)
      }
    }
    return table
  }
}
