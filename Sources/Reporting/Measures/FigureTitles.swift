import Analysis
package import Studies

extension FigureNames {
  /// Whose figure a measure is, and of what; a change says against what.
  ///
  /// - Parameters:
  ///   - measure: the measure.
  ///   - other: with what changes compare, such as `without goals`.
  package func title(of measure: PlanMeasure, against other: String) -> String {
    let title = title(of: measure.figure)
    return measure.isChange ? "\(title), more than \(other)" : title
  }

  /// Whose figure it is, and of what: `bill of Japan`.
  package func title(of figure: RunFigure) -> String {
    let more = "more than without goals"
    return switch figure {
    case .cost: "total cost of all regions"
    case .category(let category): "cost of \(category.words), all regions"
    case .extraCost: "total cost of all regions, \(more)"
    case .homeBill: "bill of \(home)"
    case .extraHomeBill: "bill of \(home), \(more)"
    case .capex: "investment of all regions"
    case .extraCapex: "investment of all regions, \(more)"
    case .support: "investment that programmes pay"
    case .extraSupport: "investment that programmes pay, \(more)"
    case .idleCapacity: "idle capacity of projects, \(lastPeriod)"
    case .idleCapex: "capex of idle capacity, \(lastPeriod)"
    case .goals: "number of goals"
    case .goalsMet: "number of goals that are met"
    case .goalsMetByServingLess: "number of goals that are met only with shortages"
    case .goalsMetWithoutGoals: "number of goals that are met without goals too"
    case .reliance:
      "reliance of \(home) upon \(rival ?? "the rival") for \(focus ?? "the focus"), \(lastPeriod)"
    case .largestShare:
      "share of the largest source of \(focus ?? "the focus") outside \(home), \(lastPeriod)"
    case .concentration:
      "concentration of \(home)'s supply of \(focus ?? "the focus") (HHI), \(lastPeriod)"
    case .stockHeld: "value of all stocks in the end"
    case .stress(let measure, _): title(of: measure)
    case .coordination(let measure): title(of: measure)
    }
  }

  private func title(of measure: RunFigure.StressMeasure) -> String {
    let worst = "in the worst disruption"
    let most = "if \(home) loses most"
    let least = "if \(home) loses least"
    return switch measure {
    case .homeLostLeastExpected: "expected lost value of \(home) a year, \(least)"
    case .homeLostMostExpected: "expected lost value of \(home) a year, \(most)"
    case .homeLostLeastWorst: "lost value of \(home) \(worst), \(least)"
    case .homeLostMostWorst: "lost value of \(home) \(worst), \(most)"
    case .homeServiceLeastExpected: "expected service of \(home), \(most)"
    case .homeServiceMostExpected: "expected service of \(home), \(least)"
    case .homeServiceLeastWorst: "service of \(home) \(worst), \(most)"
    case .homeServiceMostWorst: "service of \(home) \(worst), \(least)"
    case .serviceUndisturbed: "service of all regions without a disruption"
    case .serviceExpected: "expected service of all regions"
    case .homeServiceExpected: "expected service of \(home)"
    case .lostExpected: "expected lost value of all regions a year"
    case .lostCVaR: "conditional value at risk of the lost value of all regions"
    case .serviceWorst: "service of all regions \(worst)"
    case .homeServiceWorst: "service of \(home) \(worst)"
    case .lostWorst: "lost value of all regions \(worst)"
    case .timeToSurvive: "months that \(home) goes without a shortage, if it is served first"
    case .timeToSurviveProRata:
      "months that \(home) goes without a shortage, if suppliers allocate pro rata"
    case .stockShared: "value of stocks that left for other regions \(worst)"
    }
  }

  private func title(of measure: RunFigure.CoordinationMeasure) -> String {
    switch measure {
    case .jointCost: "total cost of the joint plan"
    case .price: "price of not coordinating"
    case .duplicatedCapex: "investment beyond the joint plan"
    case .idleCapacity: "idle capacity beyond the joint plan, \(lastPeriod)"
    case .idleCapex: "capex of idle capacity beyond the joint plan, \(lastPeriod)"
    }
  }

  /// What a figure is counted in: `USD million (2019), discounted`; empty for a plain number.
  package func unit(of figure: RunFigure) -> String {
    let money = currency.isEmpty ? "money" : currency
    return switch figure.unit {
    case .discountedMoney: "\(money), discounted"
    case .money: "\(money), not discounted"
    case .share:
      if case .stress = figure { "share of demand that is served" } else { "share of supply" }
    case .unitsAYear, .months: figure.unit.rawValue
    default: ""
    }
  }

  /// A value with its unit: `9.213 USD million (2019)`, `48.2%`, `12 months`. Changes have a sign.
  package func value(_ value: Double, of measure: PlanMeasure) -> String {
    if measure.isShare {
      return measure.isChange
        ? "\(NumberText.signed(100 * value)) percentage points" : NumberText.percent(value)
    }
    let isDifference = measure.isChange || measure.figure.comparesWithNoGoals
    let text = isDifference ? NumberText.signed(value) : NumberText.amount(value)
    let unit =
      switch measure.figure.unit {
      case .discountedMoney, .money: currency
      case .unitsAYear, .months: measure.figure.unit.rawValue
      default: ""
      }
    return unit.isEmpty ? text : "\(text) \(unit)"
  }
}
