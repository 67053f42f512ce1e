public import Sourcing

extension PlanMeasure {
  /// The main figures of a plan, as the report of `solve` has them: cost, home's bill, and each of them minus that of the
  /// plan without goals in the same world, if the model has goals; reliance upon the rival, and the largest share of a
  /// source, of the focus in the last period.
  public static func headlines(of model: Model) -> [PlanMeasure] {
    let figures: [RunFigure] = [
      .cost, .extraCost, .homeBill, .extraHomeBill, .reliance, .largestShare,
    ]
    return figures.filter { !model.goals.isEmpty || !$0.comparesWithNoGoals }
      .map { PlanMeasure($0) }
  }
}

extension RunFigure {
  /// Whether it is the difference from the plan without goals.
  package var comparesWithNoGoals: Bool {
    [.extraCost, .extraHomeBill, .extraCapex, .extraSupport].contains(self)
  }
}
