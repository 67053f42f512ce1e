import Analysis
public import Sourcing

/// What figures of runs and worlds are called for people depends on these names and words of the instance.
public struct FigureNames: Codable, Sendable, Equatable {
  /// Title of the instance.
  public var title: String
  /// Unit of money; empty if the instance names none.
  public var currency: String
  /// Home.
  public var home: String
  /// The supplier that the instance names as its rival; nil: it names none.
  public var rival: String?
  /// The commodity or group that the instance names as its focus; nil: it names none.
  public var focus: String?
  /// Label of the last period.
  public var lastPeriod: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case title, currency, home, rival, focus, lastPeriod
  }

  /// The names of an instance.
  public init(_ instance: Instance) {
    let names = Names(instance)
    title = instance.shownTitle
    currency = instance.currency
    home = names.short(instance.home.id)
    rival = instance.parameters["rival"].map(names.short)
    focus = Focus.common(to: instance).map { names.short($0.id) }
    lastPeriod = instance.horizon[instance.horizon.last].label
  }

  /// Words that are true of any instance.
  private init() {
    (title, currency, home, lastPeriod) = ("", "", "home", "the last period")
  }

  /// The words where the names are not known.
  public static let unknown = FigureNames()
}

extension FigureNames: DescribedJSON {
  package static let objectTitle = "Names of an instance"
}

extension FigureNames.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .title: .text("Title of the instance.")
    case .currency: .text("Unit of money; empty if the instance names none.")
    case .home: .text("Name of home.")
    case .rival: .text("Name of the rival.", absent: "the instance names none")
    case .focus: .text("Name of the focus.", absent: "the instance names none")
    case .lastPeriod: .text("Label of the last period.")
    }
  }
}
