import Reporting
import Sourcing

/// The words of a page on a question about a model of an instance, for commands that have no summary.
struct QuestionWords: PageWords {
  let instance: Instance
  let model: Model
  let names: Names

  init(_ instance: Instance, _ model: Model) {
    self.instance = instance
    self.model = model
    names = Names(instance)
  }

  var currency: String { instance.currency }
  var homeID: String { instance.home.id }
  var periods: [String] { instance.horizon.periods.map(\.label) }

  /// Title of the model, with names for ids.
  var title: String { inWords(model.shownTitle) }

  /// Unit of the last stage of the objective. A flow is no money.
  var objectiveUnit: String {
    model.objective.last?.quantity.name == .flow ? "units of the objective" : unit
  }

  /// What is set, a sentence each.
  ///
  /// - Parameter left: parameters to leave out.
  func settings(without left: Set<String> = []) -> [String] {
    [instance.assumptionText, model.parameterSettings(without: left)].compactMap(\.self)
  }
}
