/// Something that the user can name: an instance, a model, or a part of one.
public struct ListedEntry: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A data set, a question, and a value that a question takes.
    case instance, model, parameter
    /// Where.
    case region, bloc
    /// What.
    case commodity, group
    /// When.
    case period
    /// What is stored, what could be built, who pays for it, and what may go wrong.
    case stockpile, programme, project, disruption
    /// What is not known.
    case assumption
  }

  /// What it is.
  public var kind: Kind
  /// As commands, models and tables name it.
  public var name: String
  /// Its name or title for people; empty if it has none.
  public var title = ""
  /// The model whose parameter it is; nil for everything else.
  public var model: String?
  /// The value of a parameter; nil for everything else.
  public var value: String?
  /// More about it; may be empty.
  public var detail = ""
  /// The folder of an instance or the file of a model; nil for everything else.
  public var path: String?
}

extension ListedEntry.Kind {
  /// The heading of its section in a report.
  var heading: String {
    switch self {
    case .instance: "Instances"
    case .model: "Models"
    case .parameter: "Parameters of the instance"
    case .region: "Regions"
    case .bloc: "Blocs"
    case .commodity: "Commodities"
    case .group: "Groups of commodities"
    case .period: "Periods"
    case .stockpile: "Stockpiles"
    case .programme: "Programmes"
    case .project: "Projects"
    case .disruption: "Disruptions"
    case .assumption: "Assumptions"
    }
  }
}
