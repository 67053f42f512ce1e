import Parallel
import Tables

/// All tables of one plan.
public struct PlanTables: Sendable {
  public var allocation: ReportTable
  public var production: ReportTable
  public var investments: ReportTable
  public var stocks: ReportTable
  public var shortages: ReportTable
  public var shares: ReportTable
  public var concentration: ReportTable
  public var reliance: ReportTable
  public var goals: ReportTable
  public var costs: ReportTable

  /// Works the tables out, each on a thread of its own.
  ///
  /// - Parameter zeros: keep flows of 0 in the allocation.
  public init(_ view: PlanView, zeros: Bool = false) {
    let tables: [@Sendable () -> ReportTable] = [
      { .allocation(view, zeros: zeros) }, { .production(view) }, { .investments(view) },
      { .stocks(view) }, { .shortages(view) }, { .shares(view) }, { .concentration(view) },
      { .reliance(view) }, { .goals(view) }, { .costs(view, PlanCosts(view)) },
    ]
    self.init(inOrder: concurrently(tables) { $0() })
  }

  /// - Parameter tables: one for each of ``names``.
  private init(inOrder tables: [ReportTable]) {
    allocation = tables[0]
    production = tables[1]
    investments = tables[2]
    stocks = tables[3]
    shortages = tables[4]
    shares = tables[5]
    concentration = tables[6]
    reliance = tables[7]
    goals = tables[8]
    costs = tables[9]
  }

  public var all: [ReportTable] {
    [
      allocation, production, investments, stocks, shortages, shares, concentration, reliance,
      goals,
      costs,
    ]
  }

  private static let names = [
    "allocation", "production", "investments", "stocks", "shortages", "shares", "concentration",
    "reliance", "goals", "costs",
  ]

  /// Names of the files that a plan folder may hold, those that stress runs add included.
  public static let fileNames: Set<String> = Set(
    (names + ["stress", "stress_months", "shared_draws"]).map { "\($0).csv" } + ["summary.json"])
}

extension PlanTables {
  /// No tables at all, where there is no plan.
  init() { self.init(inOrder: Self.names.map { ReportTable($0, columns: []) }) }

  /// The tables of a stored plan; what is missing or unreadable goes to `problems`.
  init(stored folder: String, problems: ProblemLog) {
    self.init(
      inOrder: Self.names.map { ReportTable($0, storedIn: folder, problems: problems) })
  }
}

extension ReportTable {
  init(_ name: String, storedIn folder: String, problems: ProblemLog) {
    let path = "\(folder)/\(name).csv"
    do {
      self.init(
        name,
        stored: CSVTable(file: path, bytes: try contents(ofFile: path), problems: problems))
    } catch {
      problems.addUnreadable(error.description, file: path)
      self.init(name, columns: [])
    }
  }
}
