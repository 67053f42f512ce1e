import ArgumentParser
import Foundation
import Importing
import LinearProgramming
import Tables

/// The options of `plusone new NAME --for COUNTRY`: an instance of a country and its goods from open data.
struct CountryOptions: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "The country to make an instance for: its code of three letters (ISO 3166-1 alpha-3), or its name.",
      valueName: "country"))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "Its goods, separated by commas: HS codes of six digits, or NAME=CODE, or NAME=CODE+CODE.",
      valueName: "codes"))
  var goods: String?

  @Option(
    parsing: .upToNextOption,
    help: "Files of BACI, one a year, as CEPII distributes them.",
    completion: .file(extensions: ["csv"]))
  var baci: [String] = []

  @Option(
    help:
      "BACI's list of countries (default: the country_codes file beside the first file).",
    completion: .file(extensions: ["csv"]))
  var countries: String?

  @Option(
    parsing: .upToNextOption,
    help: "Files of World Mining Data, for goods that mines make.",
    completion: .file(extensions: ["xlsx", "csv"]))
  var wmd: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "The mineral that is a good's production, or none; may be repeated (default: by the good's code).",
      valueName: "good=mineral"))
  var mine: [String] = []

  @Option(
    help: ArgumentHelp(
      "The country to depend on less (default: the largest origin).", valueName: "country"))
  var rival: String?

  @Option(
    help: ArgumentHelp(
      "The base year; later years of the files are withheld, for backtest (default: the last year).",
      valueName: "year"))
  var year: Int?

  var isAny: Bool {
    country != nil || goods != nil || !baci.isEmpty || countries != nil || !wmd.isEmpty
      || !mine.isEmpty || rival != nil || year != nil
  }

  /// Whether the options belong together; they are read again by ``question(name:)``.
  func check() throws {
    guard isAny else { return }
    guard country != nil else {
      throw ValidationError("--goods, --baci and the options beside them go with --for COUNTRY")
    }
    guard goods != nil else {
      throw ValidationError("--for needs --goods: HS codes such as 810411,284690")
    }
    guard !baci.isEmpty else {
      throw ValidationError(
        "--for needs --baci: files of BACI such as BACI_HS92_Y2024_V202401b.csv, one a year")
    }
    _ = try question(name: "any")
  }

  /// What the instance is made for.
  func question(name: String) throws -> CountryQuestion {
    do {
      let goods = try GoodChoice.list(goods ?? "")
      var question = CountryQuestion(
        name: name, home: try CountryQuestion.country(country ?? "", option: "--for"), goods: goods,
        rival: try rival.map { try CountryQuestion.country($0, option: "--rival") }, year: year)
      for text in mine {
        let (good, mineral) = try Self.mineral(text, goods)
        question.minerals[good] = .some(mineral)
      }
      return question
    } catch let mistake as GoodChoice.Mistake {
      throw ValidationError(mistake.message)
    }
  }

  private static func mineral(
    _ text: String, _ goods: [GoodChoice]
  ) throws -> (good: String, mineral: String?) {
    let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard sides.count == 2 else {
      throw ValidationError(
        "--mine takes GOOD=MINERAL, such as 260400=Nickel, or GOOD=none, not '\(text)'")
    }
    guard goods.contains(where: { $0.id == sides[0] }) else {
      throw ValidationError(
        "--mine \(text): `\(sides[0])` is none of the goods"
          + nearestHint(to: sides[0], among: goods.map(\.id)))
    }
    return (sides[0], sides[1] == "none" ? nil : sides[1])
  }
}

extension CountryOptions {
  /// Reads the files and makes the instance.
  func instance(name: String) throws -> CountryInstance {
    let question = try question(name: name)
    let count = baci.count + wmd.count
    return try Console.progress.step("reading \(count) \(count == 1 ? "file" : "files")") {
      try CountryInstance.make(
        question, baci: baci, countries: countries, worldMiningData: wmd)
    }
  }
}

extension New {
  /// What was decided, and what to do next.
  func nextSteps(_ country: CountryInstance) -> String {
    var lines = ["Made \(name), with the base year \(country.year)."]
    lines += country.remarks.map { "  \($0)" }
    lines += [
      "Next:", "  plusone validate \(name) --checks", "  plusone solve \(name) --model baseline",
    ]
    if country.files["model.yaml"] != nil {
      lines.append("  plusone solve \(name) --model \(name)/model.yaml")
    }
    lines += [
      "  plusone study \(name)/study.yaml",
      "  plusone watch FILE... --map \(name)/map.yaml --instance \(name) --model baseline", "",
    ]
    return lines.joined(separator: "\n")
  }
}
