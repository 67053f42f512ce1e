import ArgumentParser
import EarlyWarning
import Importing
import LinearProgramming
import Sourcing
import SourcingFiles
import Tables

/// The files of trade statistics that are watched, and whose imports.
struct TradeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The downloaded files: of UN Comtrade, or of BACI.", valueName: "data"),
    completion: .file(extensions: ["csv", "txt"]))
  var files: [String]

  @Option(
    help: "Which HS codes are which commodities (default: each code is a good of its own).",
    completion: .file(extensions: ["yaml"]))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "In place of a map, only these goods, separated by commas: HS codes of six digits, or NAME=CODE, or NAME=CODE+CODE.",
      valueName: "codes"))
  var goods: String?

  @Option(
    help: ArgumentHelp(
      "For files of BACI: the file country_codes of the same release (default: one beside the first file).",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var countries: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Whose imports: a region or bloc of the instance, a region of the map, or a country by its alpha-3 code (default: the home of the instance, else of the map, else the only importer of the files).",
      valueName: "region"))
  var importer: String?

  @Option(
    name: .customLong("asof"),
    help: ArgumentHelp(
      "Look at what was known at the end of this year or month, such as 2024 or 2024-06 (default: the last one that the importer has reported).",
      valueName: "period"), transform: period)
  var asOf: TradePeriod?

  @Option(
    help: ArgumentHelp(
      "Leave out alerts about origins that usually send a smaller part of a good, such as 5% (default: 0.1%).",
      valueName: "share"), transform: ShareArgument.parse)
  var leastShare: ShareArgument?

  func validate() throws {
    guard goods != nil else { return }
    if map != nil { throw ValidationError("--goods and --map both say what is watched; give one") }
    _ = try codes()
  }

  /// The map; nil: each code is a good of its own.
  private func codes() throws -> ImportMap? {
    guard let goods else { return try map.map { try ImportMap.read(file: $0) } }
    do {
      return ImportMap(try GoodChoice.list(goods))
    } catch {
      throw ValidationError("--goods: \(error.message)")
    }
  }

  private static func period(_ text: String) throws -> TradePeriod {
    if let period = TradePeriod(text: text) { return period }
    throw ValidationError(
      "found `\(shortened(text))`; write a year or a month, such as 2024 or 2024-06")
  }

  /// The files that are read. No output may overwrite them.
  var paths: [String] { files + [map, countries].compactMap(\.self) }

  /// The list of countries in the folder of the first file, if that is one of BACI by its name.
  private var listOfCountries: String? {
    guard let first = files.first, first.lastPathPart.uppercased().hasPrefix("BACI") else {
      return nil
    }
    return BACIImport.listOfCountries(beside: first)
  }

  /// What has moved, not priced.
  ///
  /// - Parameters:
  ///   - instance: has regions, blocs and a home; nil: none is given.
  ///   - jobs: the number of threads.
  /// - Throws: `InputProblems`.
  func find(_ instance: Instance?, jobs: Int) throws -> Watch {
    let codes = try codes()
    let choice = ImporterChoice(instance: instance, map: codes)
    let named = try choice.importer(named: importer)
    let what = "reading \(files.count) \(files.count == 1 ? "file" : "files")"
    let records = try Console.progress.step(what) {
      do throws(InputProblems) { return try read(codes, touching: named?.members) } catch {
        // Only with the trade of all others can the message say who imports.
        if let named, let all = try? read(codes, touching: nil) { try choice.check(named, in: all) }
        throw error
      }
    }
    let importer = try named ?? choice.onlyImporter(in: records)
    try choice.check(importer, in: records)
    let finder = try WatchFinder(records, importer: importer, asOf: asOf, instance: instance)
    return Console.progress.step("looking at \(records.goods.count) goods") {
      finder.find(leastShare: leastShare?.value ?? 0, jobs: jobs)
    }
  }

  private func read(_ map: ImportMap?, touching places: Set<String>?) throws(InputProblems)
    -> TradeRecords
  {
    do throws(InputProblems) {
      return try TradeRecords.read(
        files: files, countries: countries ?? listOfCountries, map: map, touching: places)
    } catch {
      let mistaken = files.lazy.compactMap { InputKind.mistaken($0, for: .table) }.first
      throw mistaken.map { InputProblems([$0]) } ?? error
    }
  }
}

/// How long a fall is assumed to go on, and in which period of the instance.
struct AlertWindow: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Months that the fall goes on and that are looked at (default: 12).", valueName: "count"))
  var months: Int?

  @Option(
    help: ArgumentHelp(
      "The label of the period of the instance in which alerts are priced (default: the one of the year of --asof, else the nearest).",
      valueName: "label"))
  var period: String?

  /// Months where none are given.
  static let usualMonths = 12

  func validate() throws {
    let horizons = StressOptions.horizons
    if let months, !horizons.contains(months) {
      throw ValidationError(
        "--months takes a whole number from \(horizons.lowerBound) to \(horizons.upperBound)")
    }
  }

  /// The options that are given.
  var given: [String] {
    [months.map { _ in "--months" }, period.map { _ in "--period" }].compactMap(\.self)
  }

  /// The period that is named; nil: none is.
  ///
  /// - Throws: `ValidationError` if the instance has no such period.
  func period(in instance: Instance) throws -> PeriodIndex? {
    guard let period else { return nil }
    if let index = instance.period(named: period) { return index }
    throw ValidationError(
      "--period: unknown period `\(period)`; must be \(instance.horizon.namesInWords)")
  }
}
