public import Sourcing
public import SourcingFiles
public import Tables

/// A batch of plans to be compared: policy options × variations of the data × ways to coordinate, each plan
/// then stressed by disruptions × sharing arrangements. Read from a YAML file by ``StudyReader``.
public struct Study: Sendable {
  /// A model with its parameters set.
  public struct Option: Sendable {
    /// Its name, which no other option of the study has.
    public var name: String
    /// Path of the model's file.
    public var modelFile: String
    /// What the file held when the study was read.
    public var modelBytes: [UInt8]
    /// Values of parameters, by name.
    public var settings: [String: String]
    /// Seconds after which planning this option gives up; nil: the study's limit.
    public var timeLimit: Double?
    /// Line of the study's file.
    public var line: Int
    /// Names of the parameters that its model knows, sorted; a variation can set these.
    public var parameters: [String] = []
  }

  /// The instance with some cells edited, and parameters set.
  public struct Variation: Sendable {
    /// Its name, which no other variation of the study has.
    public var name: String
    /// The instance with the edits.
    public var instance: Instance
    /// The tables of the instance, which the assumptions of models move.
    public var tables: InstanceTables
    /// Every cell that its edits changed, old and new.
    public var editedCells: [EditedCell]
    /// The sharing arrangements under which plans are disturbed.
    public var sharing: [Sharing]
    /// The disruptions that plans meet.
    public var disruptions: [Disruption]
    /// The planners of unilateral plans; nil if the study has no `members`.
    public var members: RegionSet?
    /// Values of parameters, by name. They win over those of an option whose model knows the parameter.
    public var settings: [String: String] = [:]
    /// How likely it is, from 0 to 1; nil if the file does not say it. The sum over all variations is at most 1.
    public var probability: Double?
    /// Line of the study's file; nil if the file does not list it.
    public var line: Int?
  }

  /// Who plans.
  public enum Coordination: String, Sendable, CaseIterable {
    /// One plan for all regions.
    case joint
    /// Each member plans for itself, and the rest of the world plans together.
    case unilateral
  }

  /// Name of the study.
  public var name: String
  /// Path of the study's file.
  public var file: String
  /// SHA-256 of the study's file.
  public var contentHash: String
  /// Path of the instance's folder.
  public var instanceFolder: String
  /// The options, in the order of the file.
  public var options: [Option]
  /// `as-is` first.
  public var variations: [Variation]
  /// The worlds that the study samples; nil if it samples none. As variations of runs they follow the listed ones.
  public var worlds: StudyWorlds?
  /// Comparisons of which the study counts in how many worlds they hold.
  public var claims: [Claim] = []
  /// Joint before unilateral.
  public var coordinations: [Coordination]
  /// What the study's file states without effect: parameters that no model uses.
  public var warnings: [Problem] = []

  /// The files and the folder that it is read from.
  public var paths: [String] { [file, instanceFolder] + options.map(\.modelFile) }

  /// Options × variations × coordination, in that order. Sampled worlds follow the listed variations.
  public var runs: [StudyRun] {
    let names = variations.map(\.name) + (worlds?.allNames ?? [])
    return options.indices.flatMap { option in
      names.indices.flatMap { variation in
        coordinations.map { coordination in
          StudyRun(
            option: option, variation: variation, coordination: coordination,
            name: [options[option].name, names[variation], coordination.rawValue]
              .joined(separator: "/"))
        }
      }
    }
  }

  /// What a run's result depends on, in one hash: instance with its edits and the ranges of its assumptions, model with the
  /// places of assumptions, parameters, the stress runs asked for, and the program that computes it.
  public func key(of run: StudyRun, program: String) -> String {
    let (option, variation) = (options[run.option], listedVariation(of: run))
    var parts = [program, instanceHash(of: run), run.coordination.rawValue]
    parts.append(ContentHash.of(option.modelBytes))
    parts += settings(of: run).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    parts += variation.sharing.map { sharing in
      "\(sharing.mode) \(sharing.fairness.rawValue) \(sharing.members?.members ?? [])"
    }
    parts += variation.disruptions.map(\.id)
    // Its solves start from other bases.
    if isSampled(run) { parts.append("sampled") }
    if run.coordination == .unilateral { parts.append("\(variation.members?.members ?? [])") }
    return ContentHash.of(parts)
  }
}

/// One plan of a study with its stress runs.
public struct StudyRun: Sendable, Hashable {
  /// Place of its option in the study.
  public var option: Int
  /// Place of its variation among the listed ones and then the sampled worlds of the study.
  public var variation: Int
  /// Who plans.
  public var coordination: Study.Coordination
  /// `option/variation/coordination`.
  public var name: String
}
