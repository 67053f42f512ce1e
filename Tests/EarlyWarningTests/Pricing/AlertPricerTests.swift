import CaseSupport
import EarlyWarning
import Importing
import Scenarios
import TestSupport
import Testing

@testable import Sourcing

@Suite("What an alert would cost")
struct AlertPricerTests {
  private let supplier: FallingSupplier

  init() throws { supplier = try FallingSupplier() }

  @Test("without X, home lives on Y and its stock for five months, and loses 33 units")
  func allOfX() throws {
    let priced = try supplier.pricer().price(.fallen("g", from: "X", by: 1))
    let price = try #require(priced.price)
    // 6 a month are missing for 3 months, then 5, of which the stock has 30: 18 + 9·5 − 30 = 33.
    #expect(price.plan.monthsToShortage == 5)
    #expect(isClose(price.plan.lostLeast, 3300) && isClose(price.plan.lostMost, 3300))
    #expect(isClose(price.plan.serviceLeast, 1 - 33.0 / 120))
    #expect(isClose(price.plan.serviceMost, 1 - 33.0 / 120))
    // Without the goal there is no stock.
    let other = try #require(price.withoutGoals)
    #expect(other.monthsToShortage == 0 && isClose(other.lostLeast, 6300))
    #expect(price.undisturbed?.monthsToShortage == 12 && price.undisturbed?.lostMost == 0)
    #expect(priced.urgency == .b && priced.unpriced == nil)
    #expect(price.period == "2025" && price.horizonMonths == 12 && price.factor == 0)
    #expect(price.remarks.isEmpty)
  }

  @Test("what meets the fall is 30 from stock and 9 more from Y, and 33 of 72 are not met")
  func covers() throws {
    let price = try #require(
      try supplier.pricer().price(.fallen("g", from: "X", by: 1)).price)
    #expect(isClose(price.missing, 72))
    #expect(isClose(try #require(price.coveredShare), 39.0 / 72))
    #expect(
      price.covers.map { "\($0.kind) \($0.id) \($0.amount.rounded()) \($0.ready)" } == [
        "stock A 30.0 ", "origin Y 9.0 ", "contract later-y 36.0 2027", "contract now-y 24.0 ",
      ])
  }

  @Test("a project that is ordered and not yet ready is told with the period when it is")
  func projects() throws {
    let pricer = try supplier.pricer { plan in
      // Project 1 is in X itself.
      for project in [ProjectIndex(0), 1, 2] { plan.orders[project][0] = 20 }
      plan.orders[0][1] = 8
    }
    let covers = try #require(try pricer.price(.fallen("g", from: "X", by: 1)).price).covers
    #expect(
      covers.filter { $0.kind == .project }.map { "\($0.id) \($0.amount) \($0.ready)" } == [
        "late-z 20.0 after 2028", "new-z 20.0 2027", "new-z 8.0 2028",
      ])
    // In 2027 the first order is in operation: the run counts it.
    let later = try #require(
      try pricer.price(.fallen("g", from: "X", by: 1, in: 2027)).price)
    #expect(
      later.covers.filter { $0.kind == .project }.map { "\($0.id) \($0.ready)" } == [
        "late-z after 2028", "new-z 2028",
      ])
  }

  @Test("half of X is met for a year, so the alert can wait")
  func halfOfX() throws {
    let priced = try supplier.pricer().price(.fallen("g", from: "X", by: 0.5))
    let price = try #require(priced.price)
    // 3 for 3 months, then 2: 27 from stock, 9 from Y.
    #expect(price.plan.monthsToShortage == 12 && price.plan.lostMost == 0)
    #expect(price.coveredShare.map { isClose($0, 1) } == true && isClose(price.missing, 36))
    #expect(price.covers.prefix(2).map { $0.amount.rounded() } == [27, 9])
    #expect(price.withoutGoals?.monthsToShortage == 0)
    #expect(priced.urgency == .d)
  }

  @Test("a longer window sees what a year does not, and a shorter one says that it is short")
  func windows() throws {
    let alert = Alert.fallen("g", from: "X", by: 0.5)
    // 3 + 3 + 3, then 2 a month: the stock of 30 ends in month 14.
    let long = try supplier.pricer(months: 24).price(alert)
    #expect(long.price?.plan.monthsToShortage == 13 && long.urgency == .c)
    let short = try supplier.pricer(months: 5).price(.fallen("g", from: "X", by: 1))
    #expect(short.price?.plan.monthsToShortage == 5 && short.urgency == .d)
    #expect(short.price?.remarks.contains { $0.contains("5 months") } == true)
  }

  @Test("home is a bloc: the stock of one member serves the other")
  func bloc() throws {
    let supplier = try FallingSupplier(isBloc: true)
    let price = try #require(try supplier.pricer().price(.fallen("g", from: "X", by: 1)).price)
    // The store is B's, which uses nothing; all that is missing is A's.
    #expect(price.plan.monthsToShortage == 5 && isClose(price.plan.lostLeast, 3300))
    #expect(
      price.covers.filter { $0.kind == .stock }.map { "\($0.id) \($0.amount.rounded())" } == [
        "B 30.0"
      ])
    #expect(isClose(try #require(price.coveredShare), 39.0 / 72))
  }

  @Test("imports of others than home are not priced: alerts keep their class and say why")
  func otherImporters() throws {
    let pricer = try supplier.pricer()
    let alert = Alert.fallen("g", from: "X", by: 1)
    let watch = { (importer: Importer) in
      Watch(
        importer: importer, asOf: alert.asOf, source: .comtrade, goods: [], trade: [],
        indicators: [], alerts: [PricedAlert(alert: alert, urgency: .c)], remarks: [],
        summary: ImportSummary())
    }
    for other in [Importer(id: "KOR"), Importer(id: "AZ", members: ["A", "Z"])] {
      let found = try watch(other).priced(by: pricer)
      #expect(found.pricing == nil && found.alerts[0].price == nil && found.urgency == .c)
      #expect(
        found.alerts[0].unpriced
          == "these are imports of \(other.id), and what the plan loses is that of A")
      #expect(found.remarks.count == 1)
    }
    for home in [Importer(id: "A"), Importer(id: "alone", members: ["A"])] {
      let found = try watch(home).priced(by: pricer)
      #expect(found.pricing?.home == "A" && found.urgency == .b)
    }
  }

  @Test("what cannot be priced says why, and keeps its class where that says nothing of it")
  func unpriced() throws {
    let pricer = try supplier.pricer()
    let cases: [(Alert, Alert.Class, String)] = [
      (.fallen("284690", from: "X", by: 1), .b, "284690 is no commodity of the instance"),
      (.fallen("g", from: "VNM", by: 1), .b, "VNM is no region of the instance"),
      (.fallen("g", from: "A", by: 1), .b, "A is home itself"),
      (.fallen("g", from: "X", by: nil), .b, "not known by how much"),
      (.fallen("g", from: "X", by: 0.09), .c, "by less than 10%"),
      (.fallen("g", from: "X", by: -2), .c, "by less than 10%"),
      (.fallen("g", from: "Z", by: 1), .d, "the plan has no imports of g from Z in 2025"),
    ]
    let priced = try pricer.price(cases.map { ($0.0, .b) })
    for (alert, (_, urgency, reason)) in zip(priced, cases) {
      #expect(alert.price == nil && alert.urgency == urgency)
      #expect(alert.unpriced?.contains(reason) == true, "\(alert.unpriced ?? "")")
    }
    #expect(try pricer.price([]).isEmpty)
  }

  @Test("an alert is priced in the nearest period, and says if that does not hold its year")
  func nearestPeriod() throws {
    let pricer = try supplier.pricer()
    // In 2024 stocks are still empty when the window starts, and Z makes more after three months.
    let early = try #require(try pricer.price(.fallen("g", from: "X", by: 1, in: 2019)).price)
    #expect(early.period == "2024" && early.remarks.first?.contains("2019") == true)
    #expect(early.plan.monthsToShortage == 0)
    let late = try #require(try pricer.price(.fallen("g", from: "X", by: 1, in: 2040)).price)
    #expect(late.period == "2028" && late.remarks.first?.contains("2040") == true)
  }

  @Test("where home is short without the alert, only what makes it worse is urgent")
  func shortAlready() throws {
    // The flows of the plan from Y are gone, so home is short in the months before flows can be rerouted.
    let pricer = try supplier.pricer { plan in
      plan.flows.removeAll { $0.key.origin == 2 && $0.key.period == 1 }
      for index in plan.stocks.indices { plan.stocks[index][0].level = 0 }
    }
    let worse = try pricer.price(.fallen("g", from: "X", by: 1))
    #expect(worse.price?.undisturbed?.monthsToShortage == 0 && worse.urgency == .a)
    #expect(
      worse.price?.remarks.contains { $0.contains("short without any alert too, first in month 1") }
        == true)
    var price = try #require(worse.price)
    let undisturbed = try #require(price.undisturbed)
    price.plan = undisturbed
    #expect(Alert.Class(price) == .d)
    price.plan.lostMost *= 1.01
    #expect(Alert.Class(price) == .a)
  }

  @Test("where only the plan without goals has imports from the origin, both are priced")
  func onlyWithoutGoals() throws {
    let pricer = try supplier.pricer { plan in
      plan.flows.removeAll { $0.key.origin == 1 && $0.key.period == 1 }
    }
    let price = try #require(try pricer.price(.fallen("g", from: "X", by: 1)).price)
    #expect(price.remarks.contains { $0.contains("the plan without goals has") })
    #expect(price.withoutGoals?.monthsToShortage == 0)
  }

  @Test("the class is that of the months until the first shortage in the window")
  func classes() {
    let found = [0, 2, 3, 5, 6, 11, 12].map {
      Alert.Class(monthsToShortage: $0, horizonMonths: 12)
    }
    #expect(found == [.a, .a, .b, .b, .c, .c, .d])
    #expect(Alert.Class(monthsToShortage: 13, horizonMonths: 24) == .c)
    #expect(Alert.Class(monthsToShortage: 2, horizonMonths: 2) == .d)
  }

  @Test("the most urgent alerts come first, of one class those that bite first, then the dearest")
  func order() throws {
    let pricer = try supplier.pricer()
    let alerts: [Alert] = [
      .fallen("g", from: "Z", by: 1), .fallen("g", from: "X", by: 0.9),
      .fallen("g", from: "VNM", by: 1), .fallen("g", from: "X", by: 1),
    ]
    let sorted = try pricer.price(alerts.map { ($0, .b) }).mostUrgentFirst
    // Without nine tenths of X home is short in month 7 only.
    #expect(
      sorted.map { "\($0.alert.origin) \($0.alert.fall ?? 0)" } == [
        "X 1.0", "VNM 1.0", "X 0.9", "Z 1.0",
      ])
  }
}
