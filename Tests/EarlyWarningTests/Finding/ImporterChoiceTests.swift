import EarlyWarning
import Foundation
import Importing
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Whose imports are watched")
struct ImporterChoiceTests {
  private static let good = TradeGood(id: "280530", codes: ["280530"], isCommodity: false)

  private static func records(into places: [String]) -> TradeRecords {
    TradeRecords(
      source: .baci, frequency: .year, goods: [good],
      records: places.map { place in
        TradeRecord(
          good: good.id, origin: "CHN", destination: place, period: TradePeriod(year: 2024),
          imports: TradeFigures(value: 10, tons: 1), exports: nil,
          place: FilePlace(file: "baci.csv", line: 2))
      }, placeNames: ["JPN": "Japan", "KOR": "Korea"])
  }

  /// The instance and the map of ``WatchedTrade``, changed.
  private static func choice(
    hasInstance: Bool = true, map text: String? = WatchedTrade.map
  ) throws -> ImporterChoice {
    try withTemporaryFolder { folder in
      try WatchedTrade.write(to: folder)
      if let text { try write(["map.yaml": Array(text.utf8)], to: folder) }
      return ImporterChoice(
        instance: hasInstance
          ? try InstanceReader.read(folder: folder.appending(path: "watched").path) : nil,
        map: text == nil
          ? nil : try ImportMap.read(file: folder.appending(path: "map.yaml").path))
    }
  }

  private static func problem(_ work: () throws -> Void) -> InputProblems? {
    do { try work() } catch { return error as? InputProblems }
    return nil
  }

  @Test("home is that of the instance, else of the map, else nobody")
  func home() throws {
    let german = WatchedTrade.map.replacing("home: JPN", with: "home: DEU")
    #expect(try Self.choice(map: german).importer(named: nil)?.id == "JPN")
    let ofMap = try Self.choice(hasInstance: false, map: german).importer(named: nil)
    #expect(ofMap?.id == "DEU" && ofMap?.name == "Germany")
    #expect(try Self.choice(hasInstance: false, map: nil).importer(named: nil) == nil)
  }

  @Test("a bloc of the instance joins its regions, and a country needs neither instance nor map")
  func named() throws {
    let bloc = try Self.choice().importer(named: "others")
    #expect(bloc == Importer(id: "others", members: ["AUS", "CHN"]))
    let country = try Self.choice(hasInstance: false, map: nil).importer(named: "KOR")
    #expect(country?.members == ["KOR"])
    let joined = WatchedTrade.map + "regions: {EUR: [DEU, FRA]}\n"
    let region = try Self.choice(hasInstance: false, map: joined).importer(named: "EUR")
    #expect(region == Importer(id: "EUR"))
  }

  @Test("a wrong name is wrong usage, with the nearest one")
  func wrongName() throws {
    let choice = try Self.choice()
    let misspelt = try #require(Self.problem { _ = try choice.importer(named: "otherz") })
    #expect(misspelt.reason == .wrongArgument)
    #expect(misspelt.description.contains("`others`"), "\(misspelt)")
    let all = try #require(Self.problem { _ = try choice.importer(named: "world") })
    #expect(all.reason == .wrongArgument && "\(all)".contains("all regions"))
  }

  @Test("the only importer of the files is watched; of several the message lists all")
  func only() throws {
    let choice = try Self.choice(hasInstance: false, map: nil)
    #expect(try choice.onlyImporter(in: Self.records(into: ["JPN"])).name == "Japan")
    let several = try #require(
      Self.problem { _ = try choice.onlyImporter(in: Self.records(into: ["KOR", "JPN"])) })
    #expect(several.reason == .wrongArgument)
    #expect(several.description.contains("JPN (Japan), KOR (Korea)"), "\(several)")
    let nobody = Self.problem { _ = try choice.onlyImporter(in: Self.records(into: [])) }
    #expect(nobody != nil)
  }

  @Test("an importer without a row is bad data, with those that have some")
  func absent() throws {
    let choice = try Self.choice()
    let records = Self.records(into: ["KOR"])
    let found = try #require(
      Self.problem { try choice.check(Importer(id: "JPN"), in: records) })
    #expect(found.reason == .badData && found.description.contains("KOR (Korea)"), "\(found)")
    #expect(Self.problem { try choice.check(Importer(id: "KOR"), in: records) } == nil)
  }
}
