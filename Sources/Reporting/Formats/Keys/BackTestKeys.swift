extension BackTestSummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .assumptions: .movedAssumptions
    case .hindsight:
      .boolean(
        "Whether only flows were unknown to the plans (`--hindsight`); else also later capacities, prices, lanes, quotas "
          + "and contracts.")
    case .plans:
      .list(of: BackTestSummary.Attempt.self, "One for each period in which a plan was made.")
    case .errors:
      .list(of: BackTestSummary.Errors.self, "The mean errors, as `backtest_errors.csv`.")
    case .comparisons:
      .list(
        of: BackTestSummary.Comparison.self,
        "The observed and the expected shares, as `backtest.csv`.")
    case .withoutPast:
      .number(
        .count,
        "Observed supplies of a destination with a commodity that are not compared, because none was known before."
      )
    }
  }
}

extension BackTestSummary.Attempt.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .asOf: .text("Label of the last period of which the plan knew the flows.")
    case .status:
      .text(
        "`optimal`, or why there is no plan, such as `infeasible`; then nothing is compared.")
    }
  }
}

extension BackTestSummary.Errors.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .commodity: .text(TableDefinition.backTestCommodity)
    case .destination:
      .text(
        "Id of the region that is supplied.",
        null: "all destinations, each comparison weighted by the observed quantity")
    case .ahead: .number(.count, "How many periods later, from 1.")
    case .comparisons: .number(.count, "How many comparisons the means are of.")
    case .plan:
      .number(
        .points, "The mean absolute error of the plans. " + TableDefinition.backTestError)
    case .stay: .number(.points, "The same if shares stay.")
    case .trend: .number(.points, "The same if shares follow their trend.")
    case .worseThanStay: .boolean(TableDefinition.worseThanStay)
    }
  }
}

extension BackTestSummary.Comparison.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .asOf: .text("Label of the last period of which the plan knew the flows.")
    case .period: .text("Label of the later period.")
    case .ahead: .number(.count, "How many periods later it is, from 1.")
    case .commodity: .text(TableDefinition.backTestCommodity)
    case .destination: .text("Id of the region that is supplied.")
    case .quantity: .number(.unitsAYear, "What was observed from all origins together.")
    case .origins:
      .list(
        of: BackTestSummary.Comparison.Origin.self,
        "Each origin that supplied it in some observed period or in the plan.")
    }
  }
}

extension BackTestSummary.Comparison.Origin.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .region: .text("Id of the origin.")
    case .observed: .number(.share, "The share of supply that came from there.")
    case .plan: .number(.share, "The same in the plan; 0 for all if it supplies nothing.")
    case .stay:
      .number(.share, "The same if shares stay as in the last period with observed flows.")
    case .trend: .number(.share, "The same if shares follow their trend.")
    }
  }
}
