import EarlyWarning
import Foundation
import Importing
import TestSupport
import Testing

@Suite("Dependence, by the European Commission's indicators")
struct DependenceTests {
  private static let union = Importer(id: "EU27", members: BACIExcerpt.union)

  private static func dependence(
    of code: String, in year: Int, for importer: Importer = union
  ) throws -> Dependence {
    let records = try BACIExcerpt.records(of: code, in: [year])
    let trade = GoodTrade(records.goods[0], of: records, importer: importer)
    return Dependence(trade, in: TradeWindow(end: TradePeriod(year: year)))
  }

  /// The three indices to the digits that are known.
  private static func rounded(_ indices: Dependence.Indices) -> [Double] {
    let digits = [(indices.cdi1, 1000.0), (indices.cdi2, 1000), (indices.cdi3, 100)]
    return digits.map { (($0 ?? -1) * $1).rounded() / $1 }
  }

  @Test("the Union depends on others for lithium carbonate in 2024")
  func lithium() throws {
    let found = try Self.dependence(of: "283691", in: 2024)
    #expect(Self.rounded(found.value) == [0.693, 0.803, 2.63])
    #expect(found.value.isDependent == true && found.tons.isDependent == true)
    #expect(found.isDependent && found.isComplete)
  }

  @Test("the Union depends on others for rare-earth metals in 2024 and by value not in 2019")
  func rareEarths() throws {
    let now = try Self.dependence(of: "280530", in: 2024)
    #expect(Self.rounded(now.value) == [0.542, 0.667, 1.21])
    #expect(now.value.isDependent == true)
    let before = try Self.dependence(of: "280530", in: 2019)
    #expect(before.value.isDependent == false)
    #expect(before.value.passes(.cdi1) == true && before.value.passes(.cdi3) == false)
    #expect(Self.rounded(before.tons) == [0.847, 0.612, 1.21])
    #expect(before.tons.isDependent == true, "by weight it is")
  }

  @Test(
    "China's part of Japan's imports of rare-earth compounds is that of the statistics",
    arguments: [(2010, 0.868, 0.752), (2019, 0.664, 0.488), (2024, 0.761, 0.581)])
  func japan(year: Int, tons: Double, value: Double) throws {
    let records = try BACIExcerpt.records(of: "284690", in: [year])
    let trade = GoodTrade(records.goods[0], of: records, importer: Importer(id: "JPN"))
    let set = IndicatorSet(trade, asOf: TradePeriod(year: year))
    for (basis, share) in [(TradeBasis.tons, tons), (.value, value)] {
      let row = try #require(set.row(.largestShare, basis))
      #expect(row.origin == "CHN")
      #expect(abs((row.amount ?? 0) - share) < 0.0005, "\(year) \(basis)")
    }
  }

  @Test("a region of a map that joins the countries of a bloc depends as the bloc does")
  func region() throws {
    let records = try BACIExcerpt.records(of: "280530", in: [2024])
    let bloc = Dependence(
      GoodTrade(records.goods[0], of: records, importer: Self.union), in: Self.window)
    let joined = try Self.joined()
    let region = GoodTrade(joined.goods[0], of: joined, importer: Importer(id: "EUR"))
    let found = Dependence(region, in: Self.window)
    for basis in TradeBasis.allCases {
      for kind in Dependence.kinds {
        let (a, b) = (try #require(bloc[basis].amount(kind)), found[basis].amount(kind))
        #expect(abs(try #require(b) - a) < 1e-9, "\(kind) \(basis)")
      }
    }
  }

  /// Rare-earth metals of 2024, by the importer's reader, with a map in which the Union is one region.
  private static func joined() throws -> TradeRecords {
    let text = """
      home: EUR
      regions: {EUR: [\(BACIExcerpt.union.sorted().joined(separator: ", "))]}
      commodities:
        - {commodity: metals, hs: 280530, unit: t}
      """
    return try withTemporaryFolder { folder in
      let map = folder.appending(path: "map.yaml")
      try Data(text.utf8).write(to: map)
      return try TradeRecords.readBACI(
        files: [BACIExcerpt.folder.appending(path: "BACI_HS92_Y2024_V202401b.csv").path],
        countries: BACIExcerpt.folder.appending(path: "country_codes_V202401b.csv").path,
        map: ImportMap.read(file: map.path))
    }
  }

  private static let year = TradePeriod(year: 2024)
  private static let window = TradeWindow(end: year)

  @Test("a bloc of one is that country, all of whose imports come from outside")
  func blocOfOne() {
    let flows = [
      MadeTrade.flow("A", year24, tons: 6), MadeTrade.flow("B", year24, tons: 4),
      MadeTrade.flow("HOM", "A", year24, tons: 5), MadeTrade.flow("HOM", "HOM", year24, tons: 9),
    ]
    let one = Dependence(MadeTrade.trade(flows), in: Self.window)
    let bloc = Dependence(
      MadeTrade.trade(flows, importer: Importer(id: "BLC", members: ["HOM"])), in: Self.window)
    #expect(one == bloc)
    #expect(one.tons.cdi1 == 0.52 && one.tons.cdi2 == 1 && one.tons.cdi3 == 2)
    #expect(one.isDependent)
  }

  private var year24: TradePeriod { Self.year }

  @Test("one origin has an index of 1, and without exports the third indicator passes")
  func oneOrigin() {
    let found = Dependence(
      MadeTrade.trade([MadeTrade.flow("A", year24, tons: 6)]), in: Self.window)
    for basis in TradeBasis.allCases {
      #expect(found[basis].cdi1 == 1 && found[basis].cdi2 == 1)
      #expect(found[basis].cdi3 == nil && found[basis].hasNoExports)
      #expect(found[basis].passes(.cdi3) == true && found[basis].isDependent == true)
    }
  }

  @Test("exports of 0 are no exports")
  func zeroExports() {
    let found = Dependence(
      MadeTrade.trade([
        MadeTrade.flow("A", year24, tons: 6),
        MadeTrade.flow("HOM", "A", year24, tons: 0, value: 0.4),
      ]), in: Self.window)
    #expect(found.tons.hasNoExports && found.tons.passes(.cdi3) == true)
    #expect(!found.value.hasNoExports && found.value.cdi3 == 150)
  }

  @Test("without weights the indicators in tons are not known, and those by value are")
  func noTons() {
    let found = Dependence(
      MadeTrade.trade([
        MadeTrade.flow("A", year24, tons: nil, value: 30),
        MadeTrade.flow("B", year24, tons: nil, value: 70),
        MadeTrade.flow("HOM", "A", year24, tons: nil, value: 10),
      ]), in: Self.window)
    #expect(abs((found.value.cdi1 ?? 0) - 0.58) < 1e-12 && found.value.cdi3 == 10)
    #expect(Dependence.kinds.allSatisfy { found.tons.amount($0) == nil })
    #expect(Dependence.kinds.allSatisfy { found.tons.passes($0) == nil })
    #expect(found.tons.isDependent == nil && found.isDependent)
  }

  @Test("weights of exports that are not known leave the third indicator blank, and not passed")
  func exportsWithoutTons() {
    let found = Dependence(
      MadeTrade.trade([
        MadeTrade.flow("A", year24, tons: 6),
        MadeTrade.flow("HOM", "A", year24, tons: nil, value: 1),
      ]), in: Self.window)
    #expect(found.tons.cdi3 == nil && found.tons.passes(.cdi3) == nil)
    #expect(found.tons.isDependent == nil && found.value.isDependent == true)
  }

  @Test("a limit that is just reached is not passed")
  func atTheLimit() {
    let members: Set = ["HOM", "TWO"]
    let found = Dependence(
      MadeTrade.trade(
        [
          MadeTrade.flow("A", year24, tons: 6), MadeTrade.flow("B", year24, tons: 2),
          MadeTrade.flow("C", year24, tons: 2), MadeTrade.flow("TWO", year24, tons: 10),
        ], importer: Importer(id: "BLC", members: members)), in: Self.window)
    // 0.6² + 2 · 0.2² = 0.44; one half from outside; as much from outside as is sold.
    #expect(found.tons.passes(.cdi1) == true)
    #expect(found.tons.cdi2 == 0.5 && found.tons.passes(.cdi2) == false)
    #expect(found.tons.cdi3 == 1 && found.tons.passes(.cdi3) == false)
    #expect(found.tons.isDependent == false)
  }

  @Test("no imports: nothing is known")
  func noImports() {
    let found = Dependence(
      MadeTrade.trade([MadeTrade.flow("HOM", "A", year24, tons: 6)]), in: Self.window)
    #expect(!found.isDependent && found.value.isDependent == nil)
    #expect(Dependence.kinds.allSatisfy { found.value.passes($0) == nil })
  }
}
