extension WatchSummary.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .importer: .text("Id of the region, bloc or country whose imports are watched.")
    case .name: .text("Its name.")
    case .members: .texts("The places that it joins; trade between them does not count.")
    case .asOf: .text("The last period that is looked at: a year, or a month such as `2024-06`.")
    case .source: .text("`UN Comtrade` or `BACI`.")
    case .mostUrgent: .text("The class of the most urgent alert.", null: "there is no alert")
    case .lookAgain:
      .text("How often to look again: `weekly`, `fortnightly`, `monthly` or `quarterly`.")
    case .goods: .list(of: WatchSummary.Good.self, "The goods, with and without imports.")
    case .pricing:
      .object(
        WatchSummary.Pricing.self, "The plan by which alerts are priced.",
        null: "no plan was given, or the imports are not those of its home")
    case .alerts:
      .list(of: WatchSummaryAlert.self, "The alerts as `alerts.csv`, the most urgent first.")
    case .indicators: .list(of: WatchSummary.Figure.self, "The figures as `indicators.csv`.")
    case .remarks: .texts("What a reader must know about the figures.")
    case .files: .texts("The files, in the order in which they were read.")
    case .read: .number(.count, "Figures read from them.")
    case .kept: .number(.count, "Figures that are used.")
    case .rows:
      .list(
        of: WatchSummary.Reading.self,
        "What became of the figures, as the summary of `plusone import` has it.")
    }
  }
}

extension WatchSummary.Good.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .id: .text(WatchTexts.good)
    case .name: .text("Its name; empty if there is none.")
    case .codes: .texts("The codes of the Harmonized System that it joins.")
    }
  }
}

extension WatchSummary.Figure.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .good: .text(WatchTexts.good)
    case .period: .text(WatchTexts.window)
    case .basis: .text("By what trade is counted: `value` (US dollars) or `tons`.")
    case .indicator: .text("What is measured; its formula and its limit are in early-warning.md.")
    case .amount: .number(.indicatorUnit, WatchTexts.amount, null: "the data do not have it")
    case .limit: .number(.indicatorUnit, WatchTexts.limit, null: "there is none")
    case .passes:
      KeyDefinition(
        shape: .boolean, meaning: WatchTexts.passes, null: "there is no limit, or no figure")
    case .origin: .text(WatchTexts.about, null: "it is about all origins")
    }
  }
}

extension WatchSummary.Pricing.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .instance: .text("Name of the instance.")
    case .model: .text("Name of the plan's model.")
    case .home: .text("Id of home, whose losses are told.")
    case .currency: .text("The unit of money; empty if the instance names none.")
    case .period: .text("Label of the period of the instance in which alerts are priced.")
    case .months: .number(.months, "How long a fall is assumed to go on.")
    }
  }
}

extension WatchSummary.Reading.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .fate:
      .text(
        "`kept`, `set aside` (another report of the same is used), `left out` or `note` (about figures that are counted "
          + "in other entries).")
    case .reason: .text("What was found, and why it was treated so.")
    case .count: .number(.count, "Figures, or notes.")
    case .first: .text("The first one: `file:line`.")
    }
  }
}

extension WatchSummaryAlert.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .class: .text(WatchTexts.urgency)
    case .good: .text(WatchTexts.good)
    case .origin: .text(WatchTexts.origin)
    case .since: .text(WatchTexts.since)
    case .what: .texts(WatchTexts.what + ".")
    case .fall: .number(.ratio, WatchTexts.fall, null: WatchTexts.unknown)
    case .z: .number(.ratio, WatchTexts.z, null: WatchTexts.unknown)
    case .cusum: .number(.ratio, WatchTexts.cusum, null: WatchTexts.unknown)
    case .usualShare: .number(.share, WatchTexts.usualShare, null: WatchTexts.unknown)
    case .dependent: .boolean(WatchTexts.dependent)
    case .mirrorGap: .number(.share, WatchTexts.mirrorGap, null: WatchTexts.noMirrorGap)
    case .price:
      .object(
        WatchSummaryAlert.Price.self, "What it would cost if the fall went on.",
        null: WatchTexts.unpriced)
    case .unpriced: .text(WatchTexts.reason, null: WatchTexts.priced)
    case .lines:
      .texts(
        "The rows of the files that it rests on, `file:line`: those from its first period to the last, or if nothing came in these "
          + "the last one before.")
    }
  }
}

extension WatchSummaryAlert.Price.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .period: .text("Label of the period of the instance.")
    case .horizonMonths: .number(.months, "Length of the disruption and of the window.")
    case .factor:
      .number(.ratio, "The factor on exports of the commodity from the origin to home.")
    case .plan: .object(WatchSummaryAlert.Losses.self, "What home loses with the plan.")
    case .withoutGoals:
      .object(
        WatchSummaryAlert.Losses.self, "The same with the plan without goals.",
        null: "the model has no goals, or their plan is not stored")
    case .undisturbed:
      .object(
        WatchSummaryAlert.Losses.self, "The same with the plan where nothing is disturbed.",
        null: "it is not known")
    case .missing:
      .number(
        .units,
        "What home gets less of the commodity from the origin than where nothing is disturbed, over the window."
      )
    case .covered: .number(.share, WatchTexts.covered, null: "nothing is missing")
    case .covers:
      .list(
        of: WatchSummaryAlert.Cover.self, "What meets the fall, the largest first of each kind.")
    }
  }
}

extension WatchSummaryAlert.Losses.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .monthsToShortage:
      .number(.months, WatchTexts.months + " The length of the window if there is none in it.")
    case .lostLeast: .number(.money, WatchTexts.lostLeast)
    case .lostMost: .number(.money, WatchTexts.lostMost)
    case .serviceLeast: .number(.share, WatchTexts.serviceLeast)
    case .serviceMost: .number(.share, WatchTexts.serviceMost)
    }
  }
}

extension WatchSummaryAlert.Cover.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .kind: .text("`stock`, `origin`, `project` or `contract`.")
    case .id: .text("The region, project or contract.")
    case .amount:
      .number(
        .units,
        "Units over the window of stock drawn or of more from another origin; yearly capacity of a project; yearly quantity of a contract."
      )
    case .ready:
      .text(
        "Label of the period in which a project is ready, or in which a contract starts; `after LABEL` if that is after the last period of the plan.",
        null: "it is there now")
    }
  }
}
