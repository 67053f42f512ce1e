import ArgumentParser
import Scenarios
import Sourcing
import Tables

/// What an adversary can do, on a command line: `--cuts`, `--targets`, `--by`.
struct AttackOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The most targets that are cut at once: from 1 to \(AttackBudget.cutCounts.upperBound).",
      valueName: "count"))
  var cuts = 2

  @Option(
    help: ArgumentHelp(
      "What one cut takes away: one or more of regions (all production in a region), stages (the production of one "
        + "stage in a region) and exports (all exports of one commodity from a region), separated by commas.",
      valueName: "kinds"),
    completion: .list(AttackTarget.Kind.allCases.map(\.rawValue)))
  var targets = AttackTarget.Kind.regions.rawValue

  @Option(
    help: ArgumentHelp(
      "The region or bloc in which targets lie: the adversary's own (default: any region outside home).",
      valueName: "bloc"))
  var by: String?

  private static let counts = 1...AttackBudget.cutCounts.upperBound

  func validate() throws {
    guard Self.counts.contains(cuts) else {
      throw ValidationError(
        "--cuts takes a whole number from \(Self.counts.lowerBound) to \(Self.counts.upperBound)")
    }
    _ = try kinds()
  }

  private func kinds() throws -> Set<AttackTarget.Kind> {
    let names = AttackTarget.Kind.allCases.map(\.rawValue)
    return Set(
      try commaList(targets, of: "kind", option: "--targets").map { word in
        if let kind = AttackTarget.Kind(rawValue: word) { return kind }
        let hint =
          nearestName(to: word, among: names, within: 2)
          .map { "; the most similar name is `\($0)`" } ?? ""
        throw ValidationError(
          "--targets: unknown kind `\(shortened(word))`\(hint); the kinds are regions, stages and exports"
        )
      })
  }

  /// The budget in an instance.
  ///
  /// - Throws: `ValidationError` for a region or bloc that the instance does not have.
  func budget(in instance: Instance) throws -> AttackBudget {
    AttackBudget(
      cuts: cuts, kinds: try kinds(),
      by: try by.map { try instance.regionSet(named: $0, option: "--by") })
  }
}

/// `--measure`: whose loss counts.
enum MeasureArgument: String, ExpressibleByArgument, CaseIterable {
  case world, home

  var measure: WorstCase.Measure {
    switch self {
    case .world: .world
    case .home: .home
    }
  }
}
