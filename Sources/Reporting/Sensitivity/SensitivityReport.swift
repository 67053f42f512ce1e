import Sourcing
import Statistics
public import Studies

/// The report on what decides the figures of a policy.
public struct SensitivityReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let width: Int
  let found: Sensitivity
  let context: SensitivityContext
  var question: SensitivityQuestion { found.question }

  /// The most rows of a table.
  static let mostRows = 24

  /// The report on an analysis.
  ///
  /// - Parameters:
  ///   - found: the analysis.
  ///   - context: what it is of.
  ///   - width: columns of the page; the bars of a tornado take at most a quarter of them.
  public init(_ found: Sensitivity, _ context: SensitivityContext, width: Int = 100) {
    self.found = found
    self.context = context
    self.width = width
    add("\(context.instance.shownTitle); model \(context.model.name)", .heading)
    if let parameters = context.model.parameterText { add(parameters) }
    if let held = context.heldText { add(held) }
    addQuestion()
    addNominal()
    for measure in question.measures.indices { addTornado(measure) }
    addClaims()
    addSample()
    addMeanings()
    addNames(Names(context.instance))
  }

  func id(_ assumption: Int) -> String { context.assumptions[assumption].id }

  private mutating func addQuestion() {
    let count = context.assumptions.count
    add(
      "How the figures of this policy move with \(count == 1 ? "1 assumption" : "\(count) assumptions"). In each world "
        + "the plan is made anew. z is the place of an assumption: -1 is its low end, 0 the number of the table, 1 its "
        + "high end.")
    let first = context.instance.horizon.periods.first?.label ?? ""
    add(
      Legend.money(
        context.instance.currency,
        "for all regions together, discounted to the start of \(first), unless a line says otherwise"
      ))
  }

  private mutating func addNominal() {
    addBlank()
    guard found.nominal.hasPlan else {
      add("In the nominal world there is no plan: nothing meets the goals and the data.", .bad)
      if !found.hasPlan { add("There is none in any other world that was planned.", .bad) }
      return
    }
    let texts = question.measures.enumerated().map { place, measure in
      "\(measure.name) \(found.nominal.values[place].map(measure.text) ?? "unknown")"
    }
    add("In the nominal world: \(texts.joined(separator: ", ")).")
    if let text = context.lackOfOther { add(text, .bad) }
  }

  // MARK: Tornado

  private mutating func addTornado(_ measure: Int) {
    let definition = question.measures[measure]
    let order = found.order(by: measure)
    let moving = order.filter { found.moves($0, measure) }
    addHeading("\(definition.name), one assumption at a time")
    if moving.isEmpty {
      add("No assumption alone moves it.")
      return
    }
    add(grid(of: Array(moving.prefix(Self.mostRows)), measure))
    addRest(moving.count - Self.mostRows, in: "tornado.csv")
    let idle = order.filter { !moving.contains($0) }.map(id)
    if !idle.isEmpty {
      let shown = idle.prefix(8).joined(separator: ", ")
      let more = idle.count > 8 ? " and \(idle.count - 8) more" : ""
      add("Not moved by \(shown)\(more).")
    }
  }

  private func grid(of assumptions: [Int], _ measure: Int) -> TextGrid {
    let definition = question.measures[measure]
    let nominal = found.nominal.values[measure]
    let ends = assumptions.map { found.ends[$0] }
    let values = ends.flatMap { [$0.low.values[measure], $0.high.values[measure]] }
    let bar = nominal.flatMap {
      TornadoBar(
        over: values.compactMap(\.self), nominal: $0, width: min(25, max(11, width / 4)))
    }
    var grid = TextGrid(
      ["assumption", "at low", "at high", definition.isShare ? "swing, points" : "swing"]
        + (bar == nil ? [] : ["low - | + high"]))
    if bar != nil { grid.drawnColumns = [4] }
    for (assumption, ends) in zip(assumptions, ends) {
      let cell = { (world: WorldValues) in
        world.values[measure].map(definition.text) ?? (world.hasPlan ? "unknown" : "no plan")
      }
      let (low, high) = (ends.low.values[measure], ends.high.values[measure])
      grid.add(
        [
          id(assumption), cell(ends.low), cell(ends.high),
          ends.swing(of: measure).map(definition.distanceText) ?? "-",
        ] + (bar.map { [$0.text(low: low, high: high)] } ?? []))
    }
    return grid
  }

  // MARK: Words

  private mutating func addMeanings() {
    addLegend(
      question.measures.map { ($0.name, context.meaning(of: $0)) }
        + context.assumptions.compactMap { $0.title.isEmpty ? nil : ($0.id, $0.title) })
  }
}
