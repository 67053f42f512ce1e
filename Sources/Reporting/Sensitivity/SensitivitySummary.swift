public import Foundation
import Sourcing
import SourcingFiles
import Statistics
public import Studies

/// What `sensitivity --format json` prints.
public struct SensitivitySummary: DescribedJSON {
  /// A measure with one assumption at its ends.
  struct Swing: DescribedJSON {
    var assumption: String
    var title: String
    var measure: String
    @Nullable var low: Double?
    @Nullable var nominal: Double?
    @Nullable var high: Double?
    @Nullable var swing: Double?
    var lowEnding: String
    var highEnding: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case assumption, title, measure, low, nominal, high, swing, lowEnding, highEnding
    }
    static let objectTitle = "Assumption in a tornado"
  }

  /// A claim.
  struct ClaimEntry: DescribedJSON {
    var claim: String
    var nominal: Bool
    @Nullable var share: Double?
    var breaks: [Break]

    enum CodingKeys: String, CodingKey, CaseIterable { case claim, nominal, share, breaks }
    static let objectTitle = "Claim"
  }

  /// Where a claim changes.
  struct Break: DescribedJSON {
    var assumption: String
    var z: Double
    var amount: String

    enum CodingKeys: String, CodingKey, CaseIterable { case assumption, z, amount }
    static let objectTitle = "Break of a claim"
  }

  /// A measure over the sampled worlds.
  struct MeasureEntry: DescribedJSON {
    var measure: String
    @Nullable var nominal: Double?
    var worlds: Int
    @Nullable var shareWithPlan: Double?
    @Nullable var mean: Double?
    @Nullable var sd: Double?
    @Nullable var least: Double?
    @Nullable var q05: Double?
    @Nullable var q25: Double?
    @Nullable var q50: Double?
    @Nullable var q75: Double?
    @Nullable var q95: Double?
    @Nullable var greatest: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case measure, nominal, worlds, shareWithPlan, mean, sd, least, q05, q25, q50, q75, q95
      case greatest
    }
    static let objectTitle = "Measure over sampled worlds"
  }

  /// How much an assumption matters for a measure.
  struct IndexEntry: DescribedJSON {
    var measure: String
    var assumption: String
    @Nullable var prcc: Double?
    @Nullable var first: Double?
    @Nullable var firstLow: Double?
    @Nullable var firstHigh: Double?
    @Nullable var total: Double?
    @Nullable var totalLow: Double?
    @Nullable var totalHigh: Double?
    var missing: Int

    enum CodingKeys: String, CodingKey, CaseIterable {
      case measure, assumption, prcc, first, firstLow, firstHigh, total, totalLow, totalHigh,
        missing
    }
    static let objectTitle = "Indices of an assumption"
  }

  /// The box in which a claim fails often.
  struct Box: DescribedJSON {
    /// A limited assumption.
    struct Limit: DescribedJSON {
      var assumption: String
      var from: Double
      var to: Double
      var quasiP: Double

      enum CodingKeys: String, CodingKey, CaseIterable { case assumption, from, to, quasiP }
      static let objectTitle = "Limit of a box"
    }

    var claim: String
    var coverage: Double
    var density: Double
    var mass: Double
    var limits: [Limit]

    enum CodingKeys: String, CodingKey, CaseIterable { case claim, coverage, density, mass, limits }
    static let objectTitle = "Box of failures"
  }

  private var assumptions: [String: Double]?
  private var against: String?
  private var samples: Int
  private var seed: UInt64
  private var tornado: [Swing]
  private var claims: [ClaimEntry]
  private var measures: [MeasureEntry]
  private var indices: [IndexEntry]
  private var boxes: [Box]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case assumptions, against, samples, seed, tornado, claims, measures, indices, boxes
  }
  package static let objectTitle = "Sensitivity"

  /// The figures of an analysis.
  public init(_ found: Sensitivity, _ context: SensitivityContext) {
    let question = found.question
    let id = { (assumption: Int) in context.assumptions[assumption].id }
    assumptions =
      context.held.isEmpty
      ? nil
      : Dictionary(
        context.held.map { ($0.assumption.id, $0.z) }, uniquingKeysWith: { first, _ in first })
    against = context.against?.name
    samples = question.samples
    seed = question.seed
    tornado = question.measures.enumerated().flatMap { place, measure in
      found.order(by: place).map { assumption in
        let ends = found.ends[assumption]
        return Swing(
          assumption: id(assumption), title: context.assumptions[assumption].title,
          measure: measure.name, low: ends.low.values[place],
          nominal: found.nominal.values[place], high: ends.high.values[place],
          swing: ends.swing(of: place), lowEnding: ends.low.ending.rawValue,
          highEnding: ends.high.ending.rawValue)
      }
    }
    claims = question.claims.enumerated().map { place, claim in
      ClaimEntry(
        claim: claim.text, nominal: found.holdsNominally(claim),
        share: found.sample?.shares[place],
        breaks: found.breaks[place].enumerated().compactMap { assumption, z in
          z.map {
            Break(
              assumption: id(assumption), z: $0,
              amount: context.amount(of: assumption, at: $0))
          }
        })
    }
    measures = question.measures.enumerated().map { place, measure in
      let spread = found.sample?.spreads[place]
      return MeasureEntry(
        measure: measure.name, nominal: found.nominal.values[place], worlds: spread?.count ?? 0,
        shareWithPlan: found.sample?.shareWithPlan, mean: spread?.mean,
        sd: spread?.standardDeviation, least: spread?.least, q05: spread?.q05, q25: spread?.q25,
        q50: spread?.median, q75: spread?.q75, q95: spread?.q95, greatest: spread?.greatest)
    }
    indices = Self.indices(found, context)
    boxes = found.namedBoxes.map { claim, box in
      Box(
        claim: claim, coverage: box.coverage, density: box.density, mass: box.mass,
        limits: box.limits.map {
          Box.Limit(assumption: id($0.factor), from: $0.from, to: $0.to, quasiP: $0.quasiP)
        })
    }
  }

  private static func indices(_ found: Sensitivity, _ context: SensitivityContext) -> [IndexEntry] {
    guard let sample = found.sample else { return [] }
    return found.question.measures.enumerated().flatMap { place, measure in
      context.assumptions.enumerated().map { number, assumption in
        let sobol = found.sobol.indices.contains(place) ? found.sobol[place] : nil
        let (first, total) = (sobol?.first[number], sobol?.total[number])
        return IndexEntry(
          measure: measure.name, assumption: assumption.id,
          prcc: sample.correlations[place][number], first: first?.value, firstLow: first?.low,
          firstHigh: first?.high, total: total?.value, totalLow: total?.low,
          totalHigh: total?.high, missing: sobol?.missing ?? 0)
      }
    }
  }

  /// The JSON text.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try snakeCaseJSON(self) }
}
