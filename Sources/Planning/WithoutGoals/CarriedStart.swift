import Formulation
import LinearProgramming

/// What the solve of a plan without goals leaves for the solve of the plan with goals: the basis of each stage's
/// optimum, and the cuts and bases of stress windows.
///
/// Columns and rows are matched by what they state (``SharedColumns``). Rows and columns that only the other program
/// has start basic and at their lower bounds.
struct CarriedStart {
  private let first: PlanningResult
  private let shared: SharedColumns
  /// Whether both programs are of one instance, so that what was found of its stress windows holds.
  private let isSameInstance: Bool

  /// - Returns: nil if there is no basis, or if the programs differ in their network.
  init?(from first: PlanningResult, to program: PlanningProgram, isSameInstance: Bool) {
    guard first.termination == .optimal, first.stageBases.contains(where: { $0 != nil }),
      let shared = SharedColumns(of: first.program, in: program)
    else { return nil }
    self.first = first
    self.isSameInstance = isSameInstance
    self.shared = shared
  }

  /// Whether the other program is solved from here without its core (``CoreSolve``): the core has only one stage and no
  /// cuts, and both are carried.
  var replacesCore: Bool { first.stageBases.count > 1 || first.recourses != nil }

  /// The basis of a stage, for the other program with the rows that it has now; nil if there is none, or if more
  /// variables would be basic than there are rows. Where fewer would be, slacks become basic.
  ///
  /// A row of the first program that bound there and that the other lacks leaves one basic variable too many. The last
  /// column of the row that is basic then goes to its lower bound: of `max_decline` this is the flow that the row held.
  func basis(ofStage stage: Int = 0, for program: PlanningProgram) -> Basis? {
    guard first.stageBases.indices.contains(stage), let found = first.stageBases[stage] else {
      return nil
    }
    var statuses = found.columns
    for column in columnsHeld(byRowsMissingIn: program, found) { statuses[column] = .atLower }
    var columns = Array(repeating: Basis.Status.atLower, count: program.program.columnCount)
    for (column, status) in statuses.enumerated() {
      if let place = shared.place(of: column) { columns[place] = status }
    }
    var basis = Basis(
      columns: columns, rows: carried(found.rows, to: program.rowKeys, elsewhere: .basic))
    return basis.complete() ? basis : nil
  }

  /// For each row that bound and that the other program lacks, its last basic column that no other such row has taken
  /// and that the other program has.
  private func columnsHeld(byRowsMissingIn program: PlanningProgram, _ found: Basis) -> Set<Int> {
    let keys = Set(program.rowKeys)
    var held: Set<Int> = []
    for (row, status) in found.rows.enumerated() where status != .basic {
      if !keys.contains(shared.key(of: first.program.rowKeys[row])) { held.insert(row) }
    }
    guard !held.isEmpty else { return [] }
    let own = first.program.program
    var taken: Set<Int> = []
    var candidates: [Int: [Int]] = [:]
    for term in 0..<own.termCount where held.contains(Int(own.termRow[term])) {
      let column = Int(own.termColumn[term])
      if found.columns[column] == .basic, shared.place(of: column) != nil {
        candidates[Int(own.termRow[term]), default: []].append(column)
      }
    }
    for row in candidates.keys.sorted() {
      let free = (candidates[row] ?? []).filter { !taken.contains($0) }
      if let column = free.max() { taken.insert(column) }
    }
    return taken
  }

  /// The dual values of the last stage, for the rows of the other program; nil for rows that only it has.
  func rowDuals(for program: PlanningProgram) -> [Double?] {
    carried(first.solution.rowDuals, to: program.rowKeys, elsewhere: nil)
  }

  /// Values of the rows of the first program, for those of the other.
  private func carried<Value>(_ values: [Value], to others: [RowKey], elsewhere other: Value)
    -> [Value]
  {
    let keys = first.program.rowKeys.prefix(values.count)
    // Programs begin with the same rows.
    let same = zip(keys, others).prefix { $0 == $1 }.count
    // Cuts of one window have one key; they are in the same order in both programs.
    var rest: [RowKey: [Value]] = [:]
    for place in (same..<keys.count).reversed() {
      rest[shared.key(of: keys[place]), default: []].append(values[place])
    }
    return values.prefix(same) + others.dropFirst(same).map { rest[$0]?.popLast() ?? other }
  }

  /// The bases of the windows that the other program has too, the attacks that were found, and the cuts, which hold for
  /// the same numbers only.
  func recourses(of program: PlanningProgram) -> KnownRecourses {
    guard let known = first.recourses else { return KnownRecourses() }
    var carried = KnownRecourses(known.attacks)
    carried.bases = known.bases
    guard isSameInstance else { return carried }
    let here = Set(program.recourses.map(\.subject))
    carried.cuts = known.cuts.compactMap { cut in
      guard here.contains(cut.subject),
        let expression = shared.expression(of: cut.expression)
      else { return nil }
      return RecourseCut(subject: cut.subject, expression: expression, sensitivities: [])
    }
    return carried
  }
}

extension Basis {
  /// Makes slacks basic, the last first, until there is one basic variable for each row.
  ///
  /// - Returns: false if there are more basic variables than rows.
  fileprivate mutating func complete() -> Bool {
    var missing = rows.count
    for status in columns where status == .basic { missing -= 1 }
    for status in rows where status == .basic { missing -= 1 }
    for row in rows.indices.reversed() where missing > 0 && rows[row] != .basic {
      rows[row] = .basic
      missing -= 1
    }
    return missing == 0
  }
}
