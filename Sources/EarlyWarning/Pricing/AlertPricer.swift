import Analysis
public import Importing
public import Scenarios
public import Sourcing

/// Prices alerts by the plan of an instance: what home loses, and when it is first short, if the fall of an alert goes
/// on.
///
/// An alert on a good k from an origin i becomes a disruption: flows of k from i to home are at most
/// (1 − fall)·f*[k,i,j,τ] in all months of the window, f* being the flows of the plan. `StressRunner` of `Scenarios`
/// finds what that means for home.
public struct AlertPricer: Sendable {
  /// The plan, with the options of its stress runs. Its period does not count.
  public let plan: StressRunner
  /// The plan without goals; nil: it is the same, or not known.
  public let withoutGoals: StressRunner?
  /// Months of the disruption and of the window.
  public let months: Int
  /// The period of the instance in which all alerts are priced; nil: of each ``period(for:in:)``, or, where that has the
  /// observed flows of the good, the last period before the fall.
  public let period: PeriodIndex?

  /// A pricer of alerts.
  ///
  /// - Parameters:
  ///   - plan: the plan, with the options of its stress runs.
  ///   - withoutGoals: the plan without goals of the same instance; nil: not compared.
  ///   - months: months that the fall goes on and that are looked at, one of `StressOptions.horizons`.
  ///   - period: the period of the instance in which all alerts are priced; nil: that of the year of each.
  public init(
    plan: StressRunner, withoutGoals: StressRunner? = nil, months: Int = 12,
    period: PeriodIndex? = nil
  ) {
    self.period = period
    self.plan = Self.looking(months, plan)
    self.withoutGoals = withoutGoals.map { Self.looking(months, $0) }
    self.months = months
  }

  private static func looking(_ months: Int, _ runner: StressRunner) -> StressRunner {
    var runner = runner
    runner.options.horizonMonths = months
    runner.findsMarketLimits = true
    return runner
  }

  /// The period of an instance in which alerts of a period of trade statistics are priced: the one that holds the year,
  /// else the nearest one, which its remark says.
  ///
  /// - Parameters:
  ///   - traded: a year or a month of trade statistics.
  ///   - instance: an instance with at least one period.
  public static func period(for traded: TradePeriod, in instance: Instance) -> PricedPeriod {
    PricedPeriod(for: traded, in: instance.horizon)
  }

  /// The alerts with their prices and classes, in their order. Equal disruptions share a run.
  ///
  /// - Parameters:
  ///   - alerts: the alerts, each with its class by indicators alone, which it keeps if it is not priced for a reason that
  ///     says nothing of its urgency.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: as `StressRunner.run(_:sharing:jobs:)`.
  public func price(_ alerts: [(alert: Alert, urgency: Alert.Class)], jobs: Int = 1) throws
    -> [PricedAlert]
  {
    let plans = [plan.plan] + [withoutGoals?.plan].compactMap(\.self)
    let questions = alerts.map { element in
      let period = priced(element.alert)
      return AlertQuestion(
        element.alert, in: period.index, of: plan.instance, plans: plans)
    }
    let prices = try prices(of: questions.compactMap(\.disruption).uniqued(), jobs: jobs)
    return zip(alerts, questions).map { element, question in
      switch question {
      case .leave(let reason, let urgency):
        return PricedAlert(
          alert: element.alert, urgency: urgency ?? element.urgency, unpriced: reason)
      case .price(let disruption):
        var price = prices[disruption]
        let period = priced(element.alert)
        if let remark = period.remark { price?.remarks.insert(remark, at: 0) }
        return PricedAlert(
          alert: element.alert, urgency: price.map { .init($0) } ?? element.urgency, price: price)
      }
    }
  }

  /// The period in which an alert is priced.
  private func priced(_ alert: Alert) -> PricedPeriod {
    period.map { PricedPeriod(index: $0) }
      ?? PricedPeriod(for: alert, in: plan.instance, history: plan.model.history)
  }

  // MARK: Runs

  private func prices(of disruptions: [AlertDisruption], jobs: Int) throws -> [AlertDisruption:
    AlertPrice]
  {
    var prices: [AlertDisruption: AlertPrice] = [:]
    for period in disruptions.map(\.period).uniqued().sorted() {
      let here = disruptions.filter { $0.period == period }
      let run = try run(plan, here, in: period, jobs: jobs)
      let other = try withoutGoals.map { try self.run($0, here, in: period, jobs: jobs) }
      for (place, disruption) in here.enumerated() {
        prices[disruption] = price(
          of: disruption, (run.undisturbed, run.disrupted[place]), other?.disrupted[place])
      }
    }
    return prices
  }

  private func run(
    _ runner: StressRunner, _ disruptions: [AlertDisruption], in period: PeriodIndex, jobs: Int
  ) throws -> (undisturbed: StressOutcome, disrupted: [StressOutcome]) {
    var runner = runner
    runner.period = period
    return try runner.run(
      disruptions.map { $0.disruption(in: runner.instance, months: months) }, jobs: jobs)
  }

  private func price(
    of disruption: AlertDisruption, _ run: (undisturbed: StressOutcome, disrupted: StressOutcome),
    _ withoutGoals: StressOutcome?
  ) -> AlertPrice {
    let home = plan.instance.home
    let covers = AlertCovers(disruption, run: run, of: plan)
    let (undisturbed, disrupted) = (
      AlertPrice.Figures(run.undisturbed, of: home), AlertPrice.Figures(run.disrupted, of: home)
    )
    return AlertPrice(
      period: plan.instance.horizon[disruption.period].label, horizonMonths: months,
      factor: disruption.factor, plan: disrupted,
      undisturbed: undisturbed,
      withoutGoals: withoutGoals.map { AlertPrice.Figures($0, of: home) },
      missing: covers.missing, coveredShare: covers.coveredShare, covers: covers.all,
      remarks: remarks(on: disruption, undisturbed, disrupted))
  }

  private func remarks(
    on disruption: AlertDisruption, _ undisturbed: AlertPrice.Figures,
    _ disrupted: AlertPrice.Figures
  ) -> [String] {
    var remarks: [String] = []
    let instance = plan.instance
    if !disruption.hits(plan.plan, instance) {
      remarks.append(
        "the plan has no imports of \(instance.commodities[disruption.commodity].id) from "
          + "\(instance.regions[disruption.origin].id) in \(instance.horizon[disruption.period].label); the plan "
          + "without goals has")
    }
    let first = undisturbed.monthsToShortage
    if first < months {
      remarks.append(
        "home is short without any alert too, first in month \(first + 1): an alert that makes it no worse is of class D"
      )
    }
    if months < 12, disrupted.monthsToShortage == months {
      remarks.append(
        "there is no shortage in the \(months) months that are looked at; a later one is not seen")
    }
    return remarks
  }
}

extension AlertPrice.Figures {
  /// The figures of home in a stress run.
  init(_ outcome: StressOutcome, of home: RegionSet) {
    let months = outcome.timeToSurvive(of: home)
    self.init(
      monthsToShortage: min(months, outcome.home.timeToSurviveProRata ?? months),
      lostLeast: outcome.home.lostLeast, lostMost: outcome.home.lostMost,
      serviceLeast: outcome.home.serviceLeast, serviceMost: outcome.home.serviceMost)
  }
}
