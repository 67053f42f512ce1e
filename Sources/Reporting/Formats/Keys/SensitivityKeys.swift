import Statistics

private typealias Meaning = SensitivityMeaning
private let noIndex = "it was not asked for, \(Meaning.noIndex)"

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
    case .assumption: .text(Meaning.assumption)
    case .title: .text("Its title; empty if it has none.")
    case .measure: .text(Meaning.measure)
    case .low:
      .number(
        .figureUnit, "The measure with the assumption at its low end, all others nominal.",
        null: Meaning.noValue)
    case .nominal: .number(.figureUnit, Meaning.nominal, null: Meaning.noValue)
    case .high:
      .number(.figureUnit, Meaning.high, null: Meaning.noValue)
    case .swing: .number(.figureUnit, Meaning.swing, null: Meaning.noEnd)
    case .lowEnding: .text(Meaning.lowEnding)
    case .highEnding: .text(Meaning.highEnding)
    }
  }
}

extension SensitivitySummary.ClaimEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .claim: .text(Meaning.claim)
    case .nominal: .boolean(Meaning.claimHolds)
    case .share:
      .number(.share, Meaning.claimShare, null: Meaning.noWorld)
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
    case .assumption: .text(Meaning.assumption)
    case .z:
      .number(
        .assumptionPlace,
        "The place nearest to the nominal one at which the claim no longer holds, or begins to hold if it fails in the "
          + "nominal world, to 1e-3.")
    case .amount:
      .text(Meaning.breakAmount)
    }
  }
}

extension SensitivitySummary.MeasureEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .measure: .text(Meaning.measure)
    case .nominal: .number(.figureUnit, Meaning.nominal, null: Meaning.noValue)
    case .worlds:
      .number(
        .count, "In how many sampled worlds it has a value; all figures below are over these.")
    case .shareWithPlan:
      .number(.share, Meaning.shareWithPlan, null: Meaning.noWorld)
    case .mean: .number(.figureUnit, Spread.Meaning.mean, null: Meaning.noSample)
    case .sd: .number(.figureUnit, Spread.Meaning.sd, null: Meaning.noSample)
    case .least: .number(.figureUnit, Spread.Meaning.least, null: Meaning.noSample)
    case .q05: .number(.figureUnit, Spread.Meaning.q05, null: Meaning.noSample)
    case .q25: .number(.figureUnit, Spread.Meaning.q25, null: Meaning.noSample)
    case .q50: .number(.figureUnit, Spread.Meaning.median, null: Meaning.noSample)
    case .q75: .number(.figureUnit, Spread.Meaning.q75, null: Meaning.noSample)
    case .q95: .number(.figureUnit, Spread.Meaning.q95, null: Meaning.noSample)
    case .greatest: .number(.figureUnit, Spread.Meaning.greatest, null: Meaning.noSample)
    }
  }
}

extension SensitivitySummary.IndexEntry.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .measure: .text(Meaning.measure)
    case .assumption: .text(Meaning.assumption)
    case .prcc: .number(.index, "Partial rank correlation, from -1 to 1.", null: noIndex)
    case .first: .number(.index, "First-order Sobol index.", null: noIndex)
    case .firstLow: .number(.index, Meaning.indexLow, null: noIndex)
    case .firstHigh: .number(.index, Meaning.indexHigh, null: noIndex)
    case .total: .number(.index, "Total Sobol index.", null: noIndex)
    case .totalLow: .number(.index, Meaning.indexLow, null: noIndex)
    case .totalHigh: .number(.index, Meaning.indexHigh, null: noIndex)
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
    case .claim: .text(Meaning.boxClaim)
    case .coverage: .number(.share, Meaning.boxCoverage)
    case .density: .number(.share, Meaning.boxDensity)
    case .mass: .number(.share, Meaning.boxMass)
    case .limits: .list(of: SensitivitySummary.Box.Limit.self, "Its limited assumptions.")
    }
  }
}

extension SensitivitySummary.Box.Limit.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .assumption: .text(Meaning.assumption)
    case .from: .number(.assumptionPlace, Meaning.boxFrom)
    case .to: .number(.assumptionPlace, Meaning.boxTo)
    case .quasiP:
      .number(.share, Meaning.boxQuasiP)
    }
  }
}
