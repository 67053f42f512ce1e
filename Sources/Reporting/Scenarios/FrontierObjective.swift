package import Sourcing

/// What the reports on a frontier call the optimum of the last stage of a model's objective.
package struct FrontierObjective {
  /// The heading of its column.
  package let name: String
  /// What it is, for the legend.
  package let meaning: String
  /// What is minimised, whichever stage it is.
  let quantity: String

  /// The words of a model's objective.
  package init(_ model: Model) {
    let stage = model.objective.last ?? .cost
    let (name, quantity) = Self.words(stage.quantity.name)
    (self.name, self.quantity) = (name, quantity)
    let isCost = stage.quantity.name == .cost
    meaning = isCost ? quantity : "the last stage of the objective: \(quantity)"
  }

  private static func words(_ quantity: ObjectiveStage.QuantityName) -> (String, String) {
    switch quantity {
    case .cost:
      ("cost", "the objective: total cost, with penalties and risk where the model has them")
    case .capex: ("capex", "capex and fixed cost of all orders, not discounted")
    case .support: ("support", "what programmes pay of capex and fixed cost, not discounted")
    case .shortage: ("shortage cost", "shortage × shortage cost in all years, not discounted")
    case .loss: ("loss", "the expected lost value of the model's `risk`, not discounted")
    case .flow: ("flow", "the flow that the model minimises, in all years, in quantity or value")
    }
  }
}
