import Sourcing
import SourcingFiles

/// A source with the number of rows that cite it.
public struct CitedSource: Codable, Sendable, Equatable {
  /// Its id in `sources.csv`.
  public var source: String
  /// Its title.
  public var title: String
  /// Who published it.
  public var publisher: String
  /// The year in which it was published.
  public var year: Int
  /// Where it can be found; nil if that is not given.
  public var address: String?
  /// The licence of its figures; nil if not given.
  public var licence: String?
  /// The day on which the figures were read; nil if not given.
  public var read: String?
  /// How many rows of each table cite it, by table.
  public var tables: [String: Int]

  /// How many rows cite it.
  public var rows: Int { tables.values.reduce(0, +) }

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case source, title, publisher, year, address, licence, read, tables
  }

  /// A source as the instance has it.
  ///
  /// - Parameter tables: the rows that are counted, by table.
  init(_ source: Source, tables: [String: Int]) {
    self.source = source.id
    title = source.title
    publisher = source.publisher
    year = source.year
    address = source.address
    licence = source.licence
    read = source.read
    self.tables = tables
  }

  /// The sources of the tables that a plan of a model uses, those that most rows cite first; nil if there are none.
  static func all(of instance: Instance, for model: Model) -> [CitedSource]? {
    let used = instance.listedSources.map { source in
      CitedSource(
        source,
        tables: source.rows.filter { name, _ in
          InstanceTable(rawValue: name).map(model.uses) ?? false
        })
    }.filter { $0.rows > 0 }
    guard !used.isEmpty else { return nil }
    return used.enumerated()
      .sorted { (-$0.element.rows, $0.offset) < (-$1.element.rows, $1.offset) }
      .map(\.element)
  }

  /// Title, publisher, year and address in a sentence.
  var sentence: String {
    let words = "\(title). \(publisher), \(year)."
    return address.map { "\(words) \($0)" } ?? words
  }
}

extension Model {
  /// Whether a plan depends on a table of the instance.
  fileprivate func uses(_ table: InstanceTable) -> Bool {
    switch table {
    case .regions, .blocs, .commodities, .groups, .processes, .recipes, .facilities, .capacities,
      .prices, .lanes, .quotas, .demands, .contracts:
      true
    case .projects, .programmes: !projects.isEmpty
    case .stockpiles: stockpiles != .none
    case .history: history == .fix || maxDecline != nil
    case .disruptions: risk != nil || goals.contains { !$0.kind.disruptions.isEmpty }
    case .checks, .observed, .assumptions, .sources: false
    }
  }
}
