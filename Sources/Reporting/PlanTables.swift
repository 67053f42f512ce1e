import Sourcing
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

  /// - Parameter zeros: keep flows of 0 in the allocation.
  public init(_ view: PlanView, zeros: Bool = false) {
    allocation = .allocation(view, zeros: zeros)
    production = .production(view)
    investments = .investments(view)
    stocks = .stocks(view)
    shortages = .shortages(view)
    shares = .shares(view)
    concentration = .concentration(view)
    reliance = .reliance(view)
    goals = .goals(view)
    costs = .costs(view, PlanCosts(view))
  }

  public var all: [ReportTable] {
    [
      allocation, production, investments, stocks, shortages, shares, concentration, reliance,
      goals,
      costs,
    ]
  }

  /// Names of the files that a plan folder may hold, those that stress runs add included.
  public static let fileNames: Set<String> = Set(
    [
      "allocation", "production", "investments", "stocks", "shortages", "shares", "concentration",
      "reliance", "goals", "costs", "stress", "stress_months", "shared_draws",
    ].map { "\($0).csv" } + ["summary.json"])
}

extension PlanTables {
  /// No tables at all, where there is no plan.
  init() {
    let empty = { ReportTable($0, columns: []) }
    allocation = empty("allocation")
    production = empty("production")
    investments = empty("investments")
    stocks = empty("stocks")
    shortages = empty("shortages")
    shares = empty("shares")
    concentration = empty("concentration")
    reliance = empty("reliance")
    goals = empty("goals")
    costs = empty("costs")
  }

  /// The tables of a stored plan; what is missing or unreadable goes to `problems`.
  init(stored folder: String, problems: ProblemLog) {
    let table = { (name: String) in
      ReportTable(name, storedIn: folder, problems: problems)
    }
    allocation = table("allocation")
    production = table("production")
    investments = table("investments")
    stocks = table("stocks")
    shortages = table("shortages")
    shares = table("shares")
    concentration = table("concentration")
    reliance = table("reliance")
    goals = table("goals")
    costs = table("costs")
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
      problems.addUnreadable(error.text, file: path)
      self.init(name, columns: [])
    }
  }
}
