extension ExplanationJSON.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    let feasible = "status is not `feasible`"
    let infeasible = "status is not `infeasible`"
    return switch self {
    case .status: .text("`feasible`, `infeasible` or `time-limit`.")
    case .assumptions: .movedAssumptions
    case .complete: .boolean("Whether everything was worked out.")
    case .failure:
      .text("Why the solver failed, if that left something out.", absent: "it did not fail")
    case .unproven:
      .boolean(
        "`true`: branch and cut found no plan, but that there is none is not proven.",
        absent: "the answer is proven")
    case .objective:
      .number(.objective, TableDefinition.objectiveMeaning, null: feasible)
    case .integersFixed:
      .boolean(
        "Whether shadow prices are those with the whole numbers of the program fixed.",
        absent: feasible)
    case .goals:
      .list(
        of: ExplanationJSON.Goal.self,
        "One for each bound of a goal, by region or bloc, commodity, period and disruption.",
        absent: feasible)
    case .warnings:
      .texts("Warnings for the goals, a sentence each.", absent: feasible)
    case .conflict:
      .texts(
        "Goals and facts of the instance that cannot hold together, in words.",
        null: "\(infeasible), or the conflict was not found")
    case .irreducible:
      .boolean(
        "Whether the others can hold together if any one of them is left out.",
        absent: "\(infeasible), or the conflict was not found")
    case .joint:
      .object(
        ExplanationJSON.Joint.self, "The least joint change of targets that makes a plan possible.",
        null: "\(infeasible), or no change of targets was found")
    case .alone:
      .list(
        of: ExplanationJSON.Change.self,
        "The least change of each target alone that makes a plan possible.",
        absent: "\(infeasible), or the changes were not worked out")
    }
  }
}

extension ExplanationJSON.Goal.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    let resilience = "the goal is not a resilience goal"
    return switch self {
    case .goal: .text("Name of the goal.")
    case .kind: .text("Kind of the goal, as models name it.")
    case .of:
      .text("Id of the region or bloc for which the goal holds.", null: "the goal is about money")
    case .commodity: .text("Id of the commodity or group.", null: "the goal is about money")
    case .period: .text("Label of the period.", null: "the goal is about the whole horizon")
    case .disruption: .text(TableDefinition.threatMeaning, absent: resilience)
    case .eachMonth:
      .boolean(
        "Whether the target is for every month instead of the whole window.", absent: resilience)
    case .direction: .text(TableDefinition.directionMeaning)
    case .target: .number(.goalUnit, "The target.")
    case .achieved: .number(.goalUnit, TableDefinition.achievedMeaning)
    case .slack: .number(.goalUnit, TableDefinition.slackMeaning)
    case .binding: .boolean(TableDefinition.bindingMeaning)
    case .shadowPrice:
      .number(
        .moneyAStep,
        "Change of the objective if the target rises by one percentage point (of a share or index), one day or one "
          + "unit of money.", null: "the last stage of the objective is not cost")
    case .objectiveWithout:
      .number(
        .objective, "The same of the model without the goal.",
        null: "the time limit came first")
    }
  }
}

extension ExplanationJSON.Change.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    let notEnough = "no change of this target alone is enough"
    return switch self {
    case .goal: .text("Name of the goal.")
    case .unit: .text("Unit of the goal: `share`, `index`, `days` or `money`.")
    case .direction: .text(TableDefinition.directionMeaning)
    case .eachMonth:
      .boolean("Whether the target is for every month of a disruption instead of the whole window.")
    case .target: .numbers(.goalUnit, "The target; of a path its first and last value.")
    case .suggested: .numbers(.goalUnit, "The same after the change.", null: notEnough)
    case .change: .number(.goalUnit, "The change to the looser side.", null: notEnough)
    case .relativeChange:
      .number(
        .ratio,
        "change / the largest value of the target (of a target of 0: of 100 %, 1, 365 days or 1 unit of money).",
        null: notEnough)
    }
  }
}

extension ExplanationJSON.Joint.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .total: .number(.ratio, "Sum of the relative changes.")
    case .changes: .list(of: ExplanationJSON.Change.self, "The targets that change.")
    }
  }
}

extension FrontierReport.Answer.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .parameter: .text("Name of the parameter.")
    case .assumptions: .movedAssumptions
    case .from: .number(.parameterUnit, "The first value, as `value`.")
    case .to: .number(.parameterUnit, "The last value.")
    case .integersFixed:
      .boolean("Whether shadow prices are those with the whole numbers of the program fixed.")
    case .tightest:
      .number(
        .parameterUnit, "The tightest feasible value of the range, to 1e-4 of its width.",
        null: "no value is feasible")
    case .unproven:
      .boolean(
        "`true`: at some value, branch and cut found no plan, but that there is none is not proven.",
        absent: "the answer is proven")
    case .worlds:
      .number(.count, "The number of worlds at each value.", absent: FrontierReport.Answer.noBand)
    case .seed: .number(.count, "Seed of the worlds.", absent: FrontierReport.Answer.noBand)
    case .warnings: .texts("Goals without any effect, in words.")
    case .steps:
      .list(of: FrontierReport.Answer.Step.self, "One for each value, in the order of `--vary`.")
    }
  }
}

extension FrontierReport.Answer.Step.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    let noPlan = "there is no plan"
    return switch self {
    case .value: .number(.parameterUnit, TableDefinition.frontierValueMeaning)
    case .text: .text("The value as the model gets it.")
    case .status:
      .text("`optimal`, `infeasible`, `time-limit`, or another reason of the solver to stop.")
    case .cost: .number(.objective, TableDefinition.objectiveMeaning, null: noPlan)
    case .change:
      .number(.objective, TableDefinition.frontierChangeMeaning, null: noPlan)
    case .homeBill: .number(.discountedMoney, TableDefinition.homeBillMeaning, null: noPlan)
    case .changeHomeBill:
      .number(.discountedMoney, TableDefinition.changeOfHomeBillMeaning, null: noPlan)
    case .achieved:
      .number(
        .goalUnit,
        "What the plan reaches of the goals whose targets the parameter moves, where the target is tightest.",
        null: "\(noPlan) or no such goal")
    case .shadowPrice:
      .number(
        .moneyAParameterStep,
        "Change of the objective if the parameter rises by one percentage point (of a percentage), else by 1.",
        null: "\(noPlan), no such goal, or the last stage of the objective is not cost")
    case .underserved:
      .boolean(
        "Whether such a goal binds, or holds as a share of nothing, while demand for its commodity is not served."
      )
    case .unproven:
      .boolean(
        "`true`: branch and cut found no plan, but that there is none is not proven.",
        absent: "the answer is proven")
    case .band:
      .object(
        FrontierReport.Answer.Band.self,
        "The worlds at this value; the same worlds at every value.",
        absent: FrontierReport.Answer.noBand)
    }
  }
}

extension AlternativesReport.Answer.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .assumptions: .movedAssumptions
    case .optimum: .number(.objective, TableDefinition.objectiveMeaning)
    case .allowance:
      .number(
        .discountedMoney, "How much more than the best plan a plan may cost: `--within` as money.")
    case .costOfGoals:
      .number(
        .discountedMoney,
        "The extra cost of the goals: the cost of the best plan, counted as for `limit`, minus that of the plan "
          + "without goals.", null: "the model has no goals")
    case .costOfGoalsBeyondPlan:
      .number(
        .discountedMoney,
        "The part of `cost_of_goals` that is no cost of the plan: penalties for missed goals, and the cost of risk.",
        null: "the model has no goals")
    case .limit:
      .number(
        .discountedMoney,
        "The most that a plan may cost: with penalties and risk if the last stage of the objective is cost, else "
          + "without.")
    case .commodity:
      .text(
        "Id of the focus.", null: "neither model nor instance names a commodity")
    case .period: .text("Label of the last period, the one of the shares.")
    case .projects:
      .list(of: AlternativesReport.Answer.Project.self, "One for each project of the model.")
    case .origins:
      .list(
        of: AlternativesReport.Answer.Origin.self,
        "One for each region; empty if there is no focus.")
    case .warnings: .texts("Warnings for the goals of the best plan, a sentence each.")
    }
  }
}

extension AlternativesReport.Answer.Project.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .project: .text("Id of the project.")
    case .least: .number(.unitsAYear, "Least capacity ordered, all orders together.")
    case .optimum: .number(.unitsAYear, "The same in the best plan.")
    case .greatest: .number(.unitsAYear, "Greatest capacity ordered.")
    case .verdict: .text("`must` (every plan builds it), `option` (some do) or `never`.")
    case .withoutGoals:
      .object(
        AlternativesReport.Answer.Built.self,
        "The same of plans without goals. What is a `must` here and no `must` there is built because of the goals; "
          + "what is a `must` in both is built anyway.", null: "the model has no goals")
    }
  }
}

extension AlternativesReport.Answer.Built.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .least:
      .number(
        .unitsAYear,
        "Least capacity ordered, all orders together, over all plans without goals that cost at most the allowance "
          + "more than the best of them.")
    case .optimum: .number(.unitsAYear, "The same in the best plan without goals.")
    case .greatest: .number(.unitsAYear, "Greatest capacity ordered in these plans.")
    case .verdict: .text("`must` (every one of these plans builds it), `option` or `never`.")
    }
  }
}

extension AlternativesReport.Answer.Origin.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .origin: .text("Id of the region.")
    case .least: .number(.share, "Least share of home's supply of the focus.")
    case .optimum: .number(.share, "The same in the best plan.")
    case .greatest: .number(.share, "Greatest share.")
    }
  }
}
