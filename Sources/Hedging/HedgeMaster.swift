import LinearProgramming

/// The program over all worlds of the decomposition: the linked columns, and for each world r_w ≥ 0, a lower bound on its
/// regret cost_w − own_w, which tangents raise. Rows that have only linked columns are in it too.
struct HedgeMaster {
  /// What is minimised.
  enum Objective: Hashable {
    /// Nothing: any decisions that are possible in all worlds.
    case nothing
    /// R with r_w ≤ R.
    case regret
    /// Σ p_w·(own_w + r_w).
    case expected
    /// The same with r_w ≤ a limit.
    case expectedWithin(Double)
  }

  let problem: HedgeProblem
  let objective: Objective
  private(set) var program = LinearProgram()
  /// The column of each linked column of each world.
  private(set) var links: [[Column]] = []
  /// r of each world.
  private(set) var regrets: [Column] = []

  init(_ problem: HedgeProblem, _ worlds: [LinkedWorld], _ objective: Objective) {
    self.problem = problem
    self.objective = objective
    let common = (0..<problem.commonCount).map { decision in
      let (lower, upper) = problem.bounds(of: decision)
      return program.addColumn(
        lower: lower, upper: upper, integer: problem.isInteger(decision),
        size: problem.size(of: decision))
    }
    for (world, linked) in zip(problem.worlds, worlds) {
      links.append(
        common
          + linked.links.dropFirst(common.count).map { column in
            program.addColumn(
              lower: world.program.columnLower[column.index],
              upper: world.program.columnUpper[column.index], integer: true)
          })
    }
    for (index, world) in problem.worlds.enumerated() {
      addRows(of: world, linked: zip(worlds[index].links, links[index]))
    }
    addObjective()
  }

  /// Adds the rows of a world's program that have only linked columns.
  private mutating func addRows(
    of world: HedgeWorld, linked: Zip2Sequence<[Column], [Column]>
  ) {
    let own = world.program
    let places = Dictionary(uniqueKeysWithValues: linked.map { ($0, $1) })
    var rows = [LinearExpression?](repeating: LinearExpression(), count: own.rowCount)
    for term in 0..<own.termCount {
      let row = Int(own.termRow[term])
      guard let place = places[Column(Int(own.termColumn[term]))] else {
        rows[row] = nil
        continue
      }
      rows[row]?.add(own.termValue[term], place)
    }
    for (index, row) in rows.enumerated() {
      guard let row, !row.isConstant else { continue }
      program.addRow(row, lower: own.rowLower[index], upper: own.rowUpper[index])
    }
  }

  private mutating func addObjective() {
    for _ in problem.worlds { regrets.append(program.addColumn(size: problem.costSize)) }
    switch objective {
    case .nothing: break
    case .regret:
      let largest = program.addColumn(cost: 1, size: problem.costSize)
      for regret in regrets {
        var row = LinearExpression(regret)
        row.add(-1, largest)
        program.addRow(row, upper: 0)
      }
    case .expected, .expectedWithin:
      for (world, regret) in zip(problem.worlds, regrets) {
        program.setCost(regret, world.probability)
        program.constant += world.probability * world.ownCost
        if case .expectedWithin(let limit) = objective {
          program.setBounds(regret, lower: 0, upper: limit)
        }
      }
    }
  }

  /// The row of a tangent of a world, with its upper bound; nil if the objective does not need it.
  func row(of tangent: WorldTangent, world: Int) -> (row: LinearExpression, upper: Double)? {
    if objective == .nothing && tangent.kind == .cost { return nil }
    var row = LinearExpression()
    var constant = tangent.value
    for (index, column) in links[world].enumerated() where tangent.gradient[index] != 0 {
      row.add(tangent.gradient[index], column)
      constant -= tangent.gradient[index] * tangent.place[index]
    }
    if tangent.kind == .cost {
      row.add(-1, regrets[world])
      constant -= problem.worlds[world].ownCost
    }
    return (row, -constant)
  }

  /// The values of the linked columns of a world.
  func place(of world: Int, at point: [Double]) -> [Double] { links[world].map { point[$0.index] } }
}
