import Sourcing
package import Studies

/// Words that the report, the tables and the pages on common orders have in common.
package struct HedgeWords: Sendable {
  private let question: HedgeQuestion

  /// Of a question.
  package init(_ question: HedgeQuestion) { self.question = question }

  /// The label of the last common period; nil: no orders are common.
  package var until: String? {
    question.until.map { question.study.variations[0].instance.horizon[$0].label }
  }

  /// `the orders up to 2027`.
  package var orders: String { until.map { "orders up to \($0)" } ?? "orders" }

  /// What is least: `largest regret`, `expected cost`.
  package var criterion: String { Self.name(question.criterion) }

  /// What a criterion makes least.
  static func name(_ criterion: HedgeQuestion.Criterion) -> String {
    switch criterion {
    case .regret: "largest regret"
    case .expected: "expected cost"
    }
  }

  /// What no orders can be below, of the criterion: what is proven, and at least the value if no orders are common.
  static func bound(of hedge: Hedge) -> Double {
    max(hedge.bound, hedge.valueWithoutCommonOrders)
  }

  /// Of orders that are not proven to be the best: how much smaller the criterion can be.
  ///
  /// - Parameters:
  ///   - hedge: the orders.
  ///   - name: what is made least, as the sentence names it: `it`.
  ///   - amount: how a figure is written.
  package static func doubt(
    about hedge: Hedge, name: String, amount: (Double) -> String
  ) -> String {
    let bound = bound(of: hedge)
    // That no regret is below 0 says nothing.
    guard hedge.question.criterion == .expected || NumberText.amount(bound) != "0" else {
      return "how much smaller \(name) can be is not known"
    }
    return "\(name) can be no smaller than \(amount(bound))"
  }

  /// Whose money costs are.
  ///
  /// - Parameters:
  ///   - model: the model of the option.
  ///   - first: the label of the first period.
  static func cost(of model: Model, since first: String) -> String {
    let stage = model.objective.last ?? .cost
    guard stage.quantity.name == .cost else {
      return "costs are what the model minimises: \(FrontierObjective(model).quantity)"
    }
    return
      "costs of all regions together, discounted to the start of \(first), with the penalties of goals: the objective of "
      + "the model"
  }
}
