import Games
import LinearProgramming
import Testing

/// The nucleolus by a plain method that shares no code with the program: every LP has all coalitions, and a coalition
/// is settled if its x(S) cannot be raised while t is least. Correct to about 1e-6 for games whose values are small
/// whole numbers.
func nucleolusBySlack(_ game: CooperativeGame, using solver: some Solver) throws -> [Double] {
  let all = game.values.count - 1
  var settled: [Int: Double] = [all: game.total]
  var split: [Double] = []
  while settled.count < all {
    let level = try solvedStage(game, settled, cost: nil, level: nil, using: solver)
    let least = try #require(level.last)
    split = level.dropLast()
    for mask in 1..<all where settled[mask] == nil {
      let raised = try solvedStage(game, settled, cost: mask, level: least, using: solver)
      let sum = Coalition(mask: mask).members.reduce(0) { $0 + raised[$1] }
      if sum < game.values[mask] - least + 1e-4 { settled[mask] = game.values[mask] - least }
    }
  }
  return split
}

/// x and t of one LP: with the least t or, for a given t, with the largest x(S) of one coalition.
private func solvedStage(
  _ game: CooperativeGame, _ settled: [Int: Double], cost: Int?, level: Double?,
  using solver: some Solver
) throws -> [Double] {
  var program = LinearProgram()
  let members = game.standAlone.enumerated().map { member, alone in
    let isRaised = cost.map { $0 >> member & 1 == 1 } ?? false
    return program.addColumn(lower: alone, cost: isRaised ? -1 : 0)
  }
  let excess = program.addColumn(
    lower: -.infinity, upper: level.map { $0 + 1e-6 } ?? .infinity, cost: cost == nil ? 1 : 0)
  for mask in 1..<game.values.count {
    // Earlier results are fixed only to within the solver's tolerance; otherwise later stages would be infeasible.
    let row =
      settled[mask].map { program.addRow(lower: $0 - 1e-7, upper: $0 + 1e-7) }
      ?? program.addRow(lower: game.values[mask])
    for member in Coalition(mask: mask).members { program.add(1, members[member], to: row) }
    if settled[mask] == nil { program.add(1, excess, to: row) }
  }
  let solution = try solver.solve(program)
  try #require(solution.isOptimal)
  return solution.values
}
