import Analysis

extension Summary: DescribedJSON {
  package static let objectTitle = "Summary of a plan"
}

extension Summary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .instance: .object(Summary.Source.self, "The instance.")
    case .model: .object(Summary.Source.self, "The model.")
    case .parameters: .map(by: "parameter", .text, "Values of the model's parameters.")
    case .parametersTaken:
      .texts("Names of the parameters that the model takes.", absent: Self.earlier)
    case .parametersWithoutEffect:
      .texts(
        "Names of the parameters whose values limit nothing, such as a share of at most 100 %.",
        absent: "there are none, or an earlier version wrote the file")
    case .settings:
      .map(
        by: "parameter", .text, "Values that were set from outside the model (`--set`).",
        absent: Self.earlier)
    case .assumptions: .movedAssumptions
    case .status:
      .text("`optimal`, `infeasible`, `time-limit`, or another reason of the solver to stop.")
    case .unproven:
      .boolean(
        "`true`: branch and cut found no plan, but that there is none is not proven.",
        absent: "the answer is proven")
    case .objective:
      .number(.objective, TableDefinition.objectiveMeaning, null: Self.noPlan)
    case .stages:
      .texts(
        "What was minimised, in this order: `cost`, `capex`, `support`, `shortage`, `flow` or `loss`."
      )
    case .includesRisk: .boolean("Whether the objective includes the risk of disruptions.")
    case .cost:
      .number(.discountedMoney, "Total cost, without penalties and risk.", null: Self.noPlan)
    case .categories:
      .map(
        by: "category", .number(.discountedMoney),
        "The same by category of cost, as in costs.csv. Empty without a plan.")
    case .bill:
      .number(
        .discountedMoney, "Home's bill: what home pays of the total cost, as in bills.csv.",
        null: Self.noPlan)
    case .billWithoutGoals:
      .number(
        .discountedMoney, "The same in the plan without goals.",
        null: Self.noPlanWithoutGoals)
    case .bills:
      .object(
        BillFigures.self, "Who else pays, and where home's money goes.", absent: Self.noPlan)
    case .solver: .text("Name and version of the solver.")
    case .sizes: .object(ProgramSizes.self, "Size of the plan's linear program.")
    case .iterations: .number(.count, "Simplex iterations of all solves.")
    case .times:
      .object(
        Summary.Times.self, "Times of the command.",
        absent: "it is in a run of a study, or of the plan without goals beside a plan")
    case .home: .text("Id of home.")
    case .currency: .text("Currency of the instance.")
    case .units:
      .map(
        by: "commodity or group", .text,
        "Unit of each commodity, and of each group that the goals or the focus name.")
    case .focus: .texts("Ids of commodities and groups that the goals are about.")
    case .names: .object(Names.self, "Names for people.", absent: Self.earlier)
    case .regions:
      .list(
        of: Summary.RegionPlace.self, "What each region is to home, and where it lies.",
        absent: "an earlier version wrote the file")
    case .periods: .texts("Labels of all periods.")
    case .goals: .list(of: GoalStanding.self, "One for each bound of a goal.")
    case .suppliers:
      .list(
        of: Suppliers.self,
        "Who supplies home with the focus; without one, with what it "
          + "demands.")
    case .stocks:
      .list(
        of: HeldStock.self,
        "Stockpiles of home, and of regions of goals on cover or resilience, whose level changes or which such a "
          + "goal is about.",
        absent: "an earlier version wrote the file")
    case .orders:
      .list(
        of: PlacedOrder.self, "What is ordered of projects.",
        absent: "the model can order nothing, or there is no plan")
    case .support:
      .list(
        of: PayerSupport.self, "What each payer pays of the orders.",
        absent: "`orders` is not there, or an earlier version wrote the file")
    case .stockHeld:
      .number(
        .money,
        "Value of all stocks at the end of the last period, each at its price then. Commodities without a price do not "
          + "count.",
        absent: "there is no plan, or an earlier version wrote the file")
    case .unserved: .list(of: UnservedDemand.self, "Where demand is not served.")
    case .withoutGoals:
      .object(
        Summary.WithoutGoals.self,
        "The same model without its goals: the plan without goals, by the same figures.",
        absent:
          "the model has no goals, there is no plan, it is of a unilateral run, or in another command than `solve` "
          + "and `study`"
      )
    case .risk:
      .object(
        Summary.Risk.self, "What knowing more is worth.",
        absent: "the model has no `risk`, the values were not found, or it is in another "
          + "command than `solve`")
    case .homeUseAtMarginalCosts:
      .object(
        FinalUseAtMarginalCosts.self, "Home's final use, valued at marginal costs.",
        absent: "no period has all marginal costs of home's final use")
    case .sources:
      .list(
        of: CitedSource.self,
        "The sources of the tables that the plan uses, those that most rows cite first.",
        absent:
          "the instance has no sources.csv, no row cites one, there is no plan, or an earlier version wrote the file"
      )
    case .checks:
      .object(
        CheckStanding.self,
        "How many checks against published figures hold in the plan without goals.",
        absent:
          "the instance has no checks.csv, an assumption is moved, there is no plan without goals, it is of a unilateral run "
          + "or of a run under another variation than `as-is`, or in another command than `solve` and `study`"
      )
    case .ranges:
      .object(
        Ranges.self,
        "How far the main figures move with the assumptions of the instance: the same model, planned in sampled worlds.",
        absent:
          "there is no plan, the time limit came before all worlds were planned, or it is in another command than "
          + "`solve --worlds`")
    case .warnings: .texts("Warnings for the goals, a sentence each.")
    case .bottlenecks:
      .list(
        of: Bottleneck.self,
        "Limits of the instance that bind, the most important first; "
          + "six at most.")
    }
  }

  private static let earlier = "an earlier version wrote the file, or the model was made in code"
  private static let noPlan = "there is no plan"
  private static let noPlanWithoutGoals =
    "the plan without goals was not made: the model has no goals, or it is in another command than `solve` "
    + "and `study`"
}

extension Summary.Source: DescribedJSON {
  package static let objectTitle = "What was read"
}

extension Summary.Source.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .name: .text("Name.")
    case .title: .text("Title; empty if there is none.")
    case .hash: .text("SHA-256 of what was read.")
    }
  }
}

extension Summary.Times: DescribedJSON {
  package static let objectTitle = "Times of a command"
}

extension Summary.Times.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .read: .number(.seconds, "To read instance and model. All times are wall-clock times.")
    case .build: .number(.seconds, "To write the linear program.")
    case .solve: .number(.seconds, "To find the plan without goals, and to solve it.")
    case .extract: .number(.seconds, "To make the tables.")
    case .write: .number(.seconds, "To write the folder.")
    case .total: .number(.seconds, "All together.")
    }
  }
}

extension Summary.Risk: DescribedJSON {
  package static let objectTitle = "What knowing more is worth"
}

extension Summary.Risk.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .perfectInformation:
      .number(
        .discountedMoney,
        "EVPI, the value of perfect information: what it would be worth to know which disruption comes."
      )
    case .stochasticSolution:
      .number(
        .discountedMoney,
        "VSS, the value of the stochastic solution: what it is worth to plan for all disruptions instead of their "
          + "mean.")
    }
  }
}

extension FinalUseAtMarginalCosts: DescribedJSON {
  package static let objectTitle = "Final use at marginal costs"
}

extension FinalUseAtMarginalCosts.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .amount:
      .number(
        .discountedMoney,
        "About Σ marginal cost × served demand over the commodities that home uses and `periods`, each period "
          + "times its weight.")
    case .periods:
      .texts("Labels of the periods that are counted: those with all marginal costs.")
    case .bill:
      .number(
        .discountedMoney,
        "Home's bill in these periods, at average cost. Holding, shortages and shares of capital are in it too."
      )
    }
  }
}
