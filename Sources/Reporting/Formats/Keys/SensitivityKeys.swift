private let noValue = "there is no plan, or the plan has no such figure"
private let noSample = "no world was sampled, or too few have a value"
private let assumptionID = "Id of the assumption."
private let measureName = "Name of the measure."
private let endings = "`planned`; or `no plan`: nothing meets the goals and the data there."
private let noIndex =
  "it was not asked for, the measure or the assumption does not move, there are too few worlds, or some have no plan"

extension SensitivitySummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .assumptions:
      .map(
        by: "assumption", .number(.assumptionPlace),
        "The place z of each assumption that is held, since `--assume` or the model's `assumptions` gives it one.",
        absent: "none is held")
    case .against:
      .text(
        "The model with which changes compare.", absent: "they compare with the plan without goals")
    case .samples: .number(.count, "How many worlds were sampled.")
    case .seed: .number(.count, "The seed of the random numbers.")
    case .tornado:
      .list(
        of: SensitivitySummary.Swing.self,
        "Each measure with each assumption at its ends, in the order of `tornado.csv`.")
    case .claims: .list(of: SensitivitySummary.ClaimEntry.self, "The claims.")
    case .measures: .list(of: SensitivitySummary.MeasureEntry.self, "The measures.")
    case .indices:
      .list(
        of: SensitivitySummary.IndexEntry.self,
        "One for each measure and assumption; empty if no world was sampled.")
    case .boxes:
      .list(
        of: SensitivitySummary.Box.self,
        "For each claim that fails in some sampled worlds and holds in others, the box of assumptions in which it fails "
          + "often, if there is one; and of the worlds without a plan if there are some (`no plan`)."
      )
    }
  }
}

extension SensitivitySummary.Swing.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .assumption: .text(assumptionID)
    case .title: .text("Its title; empty if it has none.")
    case .measure: .text(measureName)
    case .low:
      .number(
        .figureUnit, "The measure with the assumption at its low end, all others nominal.",
        null: noValue)
    case .nominal: .number(.figureUnit, "The measure in the nominal world.", null: noValue)
    case .high:
      .number(.figureUnit, "The measure with the assumption at its high end.", null: noValue)
    case .swing: .number(.figureUnit, "|high − low|.", null: "an end has no value")
    case .lowEnding: .text("How planning ended at the low end. \(endings)")
    case .highEnding: .text("How planning ended at the high end. \(endings)")
    }
  }
}

extension SensitivitySummary.ClaimEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .claim: .text("The claim.")
    case .nominal: .boolean("Whether it holds in the nominal world.")
    case .share:
      .number(
        .share,
        "Share of the sampled worlds in which it holds. In a world without a plan no claim holds.",
        null: "no world was sampled")
    case .breaks:
      .list(
        of: SensitivitySummary.Break.self,
        "The assumptions that alone change whether it holds, all others nominal.")
    }
  }
}

extension SensitivitySummary.Break.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .assumption: .text(assumptionID)
    case .z:
      .number(
        .assumptionPlace,
        "The place nearest to the nominal one at which the claim no longer holds, or begins to hold if it fails in the "
          + "nominal world, to 1e-3.")
    case .amount:
      .text("What the numbers of the assumption are there: a factor, what is added, or the number.")
    }
  }
}

extension SensitivitySummary.MeasureEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .measure: .text(measureName)
    case .nominal: .number(.figureUnit, "The measure in the nominal world.", null: noValue)
    case .worlds:
      .number(
        .count, "In how many sampled worlds it has a value; all figures below are over these.")
    case .shareWithPlan:
      .number(.share, "Share of the sampled worlds with a plan.", null: "no world was sampled")
    case .mean: .number(.figureUnit, "Mean.", null: noSample)
    case .sd: .number(.figureUnit, "Standard deviation, with the divisor n - 1.", null: noSample)
    case .least: .number(.figureUnit, "The least value.", null: noSample)
    case .q05: .number(.figureUnit, "The 5 % quantile.", null: noSample)
    case .q25: .number(.figureUnit, "The 25 % quantile.", null: noSample)
    case .q50: .number(.figureUnit, "The median.", null: noSample)
    case .q75: .number(.figureUnit, "The 75 % quantile.", null: noSample)
    case .q95: .number(.figureUnit, "The 95 % quantile.", null: noSample)
    case .greatest: .number(.figureUnit, "The greatest value.", null: noSample)
    }
  }
}

extension SensitivitySummary.IndexEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .measure: .text(measureName)
    case .assumption: .text(assumptionID)
    case .prcc: .number(.index, "Partial rank correlation, from -1 to 1.", null: noIndex)
    case .first: .number(.index, "First-order Sobol index.", null: noIndex)
    case .firstLow: .number(.index, "Lower end of its bootstrap interval.", null: noIndex)
    case .firstHigh: .number(.index, "Upper end of its bootstrap interval.", null: noIndex)
    case .total: .number(.index, "Total Sobol index.", null: noIndex)
    case .totalLow: .number(.index, "Lower end of its bootstrap interval.", null: noIndex)
    case .totalHigh: .number(.index, "Upper end of its bootstrap interval.", null: noIndex)
    case .missing:
      .number(
        .count,
        "How many worlds of the Sobol indices have no value; if there are any, these are `null`.")
    }
  }
}

extension SensitivitySummary.Box.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .claim: .text("The claim that fails; `no plan`: a world without a plan is a failure.")
    case .coverage: .number(.share, "Failures in the box / all failures.")
    case .density: .number(.share, "Failures in the box / worlds in the box.")
    case .mass: .number(.share, "Worlds in the box / all worlds.")
    case .limits: .list(of: SensitivitySummary.Box.Limit.self, "Its limited assumptions.")
    }
  }
}

extension SensitivitySummary.Box.Limit.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .assumption: .text(assumptionID)
    case .from: .number(.assumptionPlace, "The least z in the box.")
    case .to: .number(.assumptionPlace, "The greatest z in the box.")
    case .quasiP:
      .number(
        .share,
        "Probability that the box would have as many failures by chance, with the density of the box without this limit."
      )
    }
  }
}
