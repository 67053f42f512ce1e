public import Analysis
import Parallel
import Sourcing
public import Tables

/// A table of a plan. Its raw value is the table's name; its file is `name.csv`.
public enum PlanTable: String, Sendable, CaseIterable {
  /// Flows.
  case allocation
  /// Activity and capacity of producers.
  case production
  /// Orders of projects.
  case investments
  /// Levels of stockpiles.
  case stocks
  /// Demand that is not served.
  case shortages
  /// Shares of the supply of each destination by origin.
  case shares
  /// HHI of the supply of each destination.
  case concentration
  /// Direct and look-through reliance.
  case reliance
  /// What the plan achieves of each goal.
  case goals
  /// Costs by category.
  case costs
  /// What one more unit of use costs in each place.
  case marginalCosts = "marginal_costs"
  /// Who pays what.
  case bills
  /// The links of the chain, with their goods and what these have cost.
  case chain
  /// What is paid under contracts with a price.
  case contractPrices = "contract_prices"

  /// Its columns.
  var definition: TableDefinition {
    switch self {
    case .allocation: .allocation
    case .production: .production
    case .investments: .investments
    case .stocks: .stocks
    case .shortages: .shortages
    case .shares: .shares
    case .concentration: .concentration
    case .reliance: .reliance
    case .goals: .goals
    case .costs: .costs
    case .marginalCosts: .marginalCosts
    case .bills: .bills
    case .chain: .chain
    case .contractPrices: .contractPrices
    }
  }

  /// - Parameters:
  ///   - bills: of the plan and of the plan without goals.
  ///   - zeros: keep flows of 0 in the allocation.
  func table(of view: PlanView, bills: BillComparison, zeros: Bool) -> ReportTable {
    switch self {
    case .allocation: .allocation(view, zeros: zeros)
    case .production: .production(view)
    case .investments: .investments(view)
    case .stocks: .stocks(view)
    case .shortages: .shortages(view)
    case .shares: .shares(view)
    case .concentration: .concentration(view)
    case .reliance: .reliance(view)
    case .goals: .goals(view)
    case .costs: .costs(view)
    case .marginalCosts: .marginalCosts(view)
    case .bills: .bills(view, bills)
    case .chain: .chain(view)
    case .contractPrices: .contractPrices(view, bills)
    }
  }
}

/// All tables of one plan.
public struct PlanTables: Sendable {
  private let tables: [PlanTable: ReportTable]

  /// Works the tables out, each on a thread of its own.
  ///
  /// - Parameters:
  ///   - view: the plan.
  ///   - bills: its bills beside those of the plan without goals.
  ///   - zeros: keep flows of 0 in the allocation.
  public init(_ view: PlanView, bills: BillComparison, zeros: Bool = false) {
    self.init(
      concurrently(PlanTable.allCases) { $0.table(of: view, bills: bills, zeros: zeros) })
  }

  /// Works the tables out, with the bills of the plan alone.
  ///
  /// - Parameters:
  ///   - view: the plan.
  ///   - zeros: keep flows of 0 in the allocation.
  /// - Throws: `BillMismatch` if the bills do not add up to the plan's cost, which is a mistake of the program.
  public init(_ view: PlanView, zeros: Bool = false) throws(BillMismatch) {
    self.init(view, bills: try BillComparison(view), zeros: zeros)
  }

  /// Tables without rows, where there is no plan.
  public init() { self.init(PlanTable.allCases.map { ReportTable($0.definition) }) }

  /// The tables of a stored plan that are there: those that later versions added are not. What is unreadable
  /// goes to `problems`.
  public init(stored folder: String, problems: ProblemLog) {
    tables = PlanTable.allCases.reduce(into: [:]) {
      $0[$1] = ReportTable($1, storedIn: folder, problems: problems)
    }
  }

  /// - Parameter tables: one for each case, in their order.
  private init(_ tables: [ReportTable]) {
    self.tables = Dictionary(uniqueKeysWithValues: zip(PlanTable.allCases, tables))
  }

  /// One of the tables; without rows where a stored plan does not have it.
  public subscript(table: PlanTable) -> ReportTable {
    tables[table] ?? ReportTable(table.definition)
  }

  /// In the order of their cases.
  public var all: [ReportTable] { PlanTable.allCases.compactMap { tables[$0] } }
}

extension ReportTable {
  /// A table of a stored plan; nil if it is not there.
  init?(_ table: PlanTable, storedIn folder: String, problems: ProblemLog) {
    let path = "\(folder)/\(table.rawValue).csv"
    do throws(FileFailure) {
      self.init(
        table.rawValue,
        stored: CSVTable(file: path, bytes: try contents(ofFile: path), problems: problems))
    } catch {
      if error != .missing { problems.add(error, file: path) }
      return nil
    }
  }
}

extension PlanView {
  /// The period's label as a cell.
  func label(_ period: PeriodIndex) -> ReportTable.Cell { .text(instance.horizon[period].label) }
}
