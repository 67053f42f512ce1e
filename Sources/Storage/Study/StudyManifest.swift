import Analysis
public import Reporting
import Scenarios
import Sourcing
import SourcingFiles
public import Studies

/// `manifest.json` of a study: what was read, what computed it, and how each run ended. How long they took
/// is in `times.csv`, since it differs from one time to the next.
public struct StudyManifest: Codable, Sendable {
  struct Input: Codable, Sendable {
    var name: String
    var path: String
    /// SHA-256.
    var hash: String

    enum CodingKeys: String, CodingKey, CaseIterable { case name, path, hash }
  }
  struct Option: Codable, Sendable {
    var name: String
    var model: String
    var hash: String
    var set: [String: String]

    enum CodingKeys: String, CodingKey, CaseIterable { case name, model, hash, set }
  }
  struct Variation: Codable, Sendable {
    var name: String
    var editedCells: Int
    var instanceHash: String
    /// nil: it sets no parameters.
    var set: [String: String]?
    var probability: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case name, editedCells, instanceHash, set, probability
    }
  }
  struct Worlds: Codable, Sendable {
    /// How an assumption is drawn.
    struct Drawn: Codable, Sendable {
      var assumption: String
      var title: String
      var distribution: String
      var from: Double
      var to: Double

      enum CodingKeys: String, CodingKey, CaseIterable {
        case assumption, title, distribution, from, to
      }
    }

    var samples: Int
    var seed: Int
    /// nil: there are no Sobol indices.
    var sobol: Int?
    var assumptions: [String]
    /// nil: an earlier version wrote it.
    var drawn: [Drawn]?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case samples, seed, sobol, assumptions, drawn
    }
  }
  struct Run: Codable, Sendable {
    var run: String
    var status: String
    var reason: String
    var key: String
    var folder: String
    var sizes: ProgramSizes?
    var iterations: Int

    enum CodingKeys: String, CodingKey, CaseIterable {
      case run, status, reason, key, folder, sizes, iterations
    }
  }

  var program: String
  var solver: String
  var study: Input
  var instance: Input
  /// nil: an earlier version wrote it.
  var names: FigureNames?
  var options: [Option]
  var variations: [Variation]
  /// nil: the study samples none.
  var worlds: Worlds?
  /// nil: it claims nothing.
  var claims: [String]?
  var coordination: [String]
  var disruptions: [String]
  var sharing: [String]
  var complete: Bool
  var times = "times.csv"
  var runs: [Run]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case program, solver, study, instance, names, options, variations, worlds, claims, coordination
    case disruptions, sharing, complete, times, runs
  }

  /// The record of a study.
  ///
  /// - Parameters:
  ///   - study: the study.
  ///   - program: name and version of the program.
  ///   - solver: name of the solver.
  ///   - records: of the runs that have finished; nil while the study is running.
  public init(_ study: Study, program: String, solver: String, records: [RunRecord]?) {
    self.program = program
    self.solver = solver
    self.study = Input(name: study.name, path: study.file, hash: study.contentHash)
    let asIs = study.variations.first
    instance = Input(
      name: asIs?.instance.name ?? "", path: study.instanceFolder,
      hash: asIs?.instance.contentHash ?? "")
    names = asIs.map { FigureNames($0.instance) }
    options = study.options.map {
      Option(
        name: $0.name, model: $0.modelFile, hash: ContentHash.of($0.modelBytes), set: $0.settings)
    }
    variations = study.variations.map {
      Variation(
        name: $0.name, editedCells: $0.editedCells.count, instanceHash: $0.instance.contentHash,
        set: $0.settings.isEmpty ? nil : $0.settings, probability: $0.probability)
    }
    worlds = study.worlds.map { Worlds($0.drawn) }
    claims = study.claims.isEmpty ? nil : study.claims.map(\.text)
    coordination = study.coordinations.map(\.rawValue)
    disruptions = asIs?.disruptions.map(\.id) ?? []
    sharing = asIs?.sharing.map(\.label) ?? []
    complete = records?.count == study.runs.count
    runs = (records ?? []).map {
      Run(
        run: $0.run, status: $0.status.rawValue, reason: $0.reason, key: $0.key,
        folder: "runs/\($0.run)", sizes: $0.sizes, iterations: $0.iterations)
    }
  }
}

extension StudyManifest {
  /// Name of the study.
  public var studyName: String { study.name }
  /// Names of the instance for reports.
  public var figureNames: FigureNames { names ?? .unknown }
  /// Name and version of the solver.
  public var solverName: String { solver }
  /// Names of the inputs with the hashes of what was read.
  public var inputHashes: [(name: String, hash: String)] {
    [("study \(study.name)", study.hash), ("instance \(instance.name)", instance.hash)]
      + options.map { ("model of \($0.name)", $0.hash) }
  }

  /// The claims, read again. One that this version cannot read is left out.
  var statedClaims: [Claim] {
    let known = PlanMeasure.all(sharing: disruptions.isEmpty ? [] : sharing)
    return (claims ?? []).compactMap { try? Claim($0, among: known) }
  }
}
