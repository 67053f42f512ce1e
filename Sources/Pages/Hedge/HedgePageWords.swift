import Analysis
import Reporting
import Sourcing
import Studies

/// The words of a page on orders for many worlds.
struct HedgePageWords: PageWords {
  let question: HedgeQuestion
  let names: Names

  init(_ question: HedgeQuestion) {
    self.question = question
    names = Names(question.study.variations[0].instance)
  }

  var instance: Instance { question.study.variations[0].instance }
  var currency: String { instance.currency }
  var homeID: String { instance.home.id }
  var periods: [String] { instance.horizon.periods.map(\.label) }

  /// Name of the option whose model is planned.
  var option: String { question.study.options[question.option].name }

  /// Name of the data without a variation.
  var asIs: String { question.study.variations[0].name }

  /// Label of the last period whose orders are the same in all worlds; nil: no orders are.
  var until: String? { HedgeWords(question).until }

  /// What is least: `largest regret`, `expected cost`.
  var criterion: String { HedgeWords(question).criterion }

  /// Whether there are orders after the last common period.
  var hasLater: Bool { question.until != instance.horizon.last }

  /// A project with the place where it is built: `heavy-plant (Malaysia)`.
  func project(_ project: ProjectIndex) -> String {
    let project = instance.projects[project]
    return "\(project.id) (\(named(instance.regions[project.region].id)))"
  }

  /// The unit of its capacity: `t of magnets a year`.
  func unit(of project: ProjectIndex) -> String {
    let output = instance.commodities[
      instance.processes[instance.projects[project].process].output]
    return "\(output.unit) of \(named(output.id)) a year"
  }

  /// Worlds in a sentence, the first few of many: `“a”, “b” and 4 others`.
  func list(_ worlds: [String], most: Int = 4) -> String {
    WordList.text(worlds.map { "“\($0)”" }, atMost: most)
  }

  /// `1 world`, `16 worlds`
  func worlds(_ count: Int) -> String { "\(count) world\(count == 1 ? "" : "s")" }

  // MARK: The question

  /// What is asked, as the heading of a page.
  var title: String {
    until.map { "What to order up to \($0), whatever happens?" } ?? "What to order in each world?"
  }

  /// What was set, a sentence each.
  var settings: [String] {
    let sampled = question.study.worlds?.sample.count ?? 0
    let listed = question.study.variations.map(\.name)
    let criterion =
      switch question.criterion {
      case .regret:
        "The orders are those with the least largest regret. The regret of a world is what it costs more with them than its "
          + "own best plan, which knows the world before ordering."
      case .expected: "The orders are those with the least expected cost."
      }
    return [
      "The study is \(question.study.name), the option “\(option)”.", instance.assumptionText,
      "Worlds: \(list(listed, most: 8))"
        + (sampled > 0 ? ", and \(sampled) sampled \(sampled == 1 ? "world" : "worlds")." : "."),
      until.map {
        "Orders up to and including \($0) are the same in all worlds. All else is decided when the world is known."
      } ?? "No orders are the same in all worlds.",
      criterion,
    ].compactMap(\.self)
  }
}
