import LinearProgramming
import Testing

/// Programs, expressions and rays as values.
@Suite struct LinearProgramTests {
  @Test("a well-formed program has no problems, even with crossed bounds")
  func wellFormedProgram() {
    var program = LinearProgram()
    let x = program.addColumn(lower: 3, upper: 1, integer: true)
    let row = program.addRow(lower: 2, upper: 1)
    program.add(1, x, to: row)
    #expect(program.validate() == [])
    #expect(program.crossedBounds == .crossedColumn(x))
    program.setBounds(x, lower: 0, upper: 1)
    #expect(program.crossedBounds == .crossedRow(row))
    #expect(InfeasibilityCertificate.crossedRow(row).isProof(for: program))
    program.setBounds(row, lower: 0, upper: 1)
    program.setBounds(x, lower: 0.2, upper: 0.7)
    #expect(program.crossedBounds == .crossedColumn(x))
    program.setBounds(x, lower: 0.2, upper: 1)
    #expect(program.crossedBounds == nil)
  }

  @Test("every problem is listed, up to a readable number")
  func everyProblemTold() {
    var program = LinearProgram()
    for _ in 0..<30 { program.addColumn(cost: .nan) }
    let problems = program.validate()
    #expect(problems.count == 21)
    #expect(problems.first == "the cost of column 0 is nan")
    #expect(problems.last == "… and 10 more")
  }

  @Test("objective, activities and reduced costs follow their definitions")
  func objectiveActivitiesReduced() {
    var program = LinearProgram()
    program.constant = 10
    let x = program.addColumn(cost: 2)
    let y = program.addColumn(cost: -1)
    let row = program.addRow()
    program.add(3, x, to: row)
    program.add(0.5, y, to: row)
    #expect(program.objective(at: [2, 4]) == 10)
    #expect(program.activities(at: [2, 4]) == [8])
    #expect(program.reducedCosts(rowDuals: [2]) == [-4, -2])
  }

  @Test("an expression adds up terms of one column and keeps their order")
  func expressionAddsUp() {
    var program = LinearProgram()
    let columns = (0..<4).map { _ in program.addColumn() }
    var expression = LinearExpression(columns[3], coefficient: 2)
    expression.add(1, columns[0])
    expression.add(-1, columns[0])
    expression.add(LinearExpression(columns[1], coefficient: 4), scaledBy: 0.5)
    expression.constant += 1
    #expect(expression.terms.map(\.column.index) == [1, 3])
    #expect(expression.terms.map(\.coefficient) == [2, 2])
    #expect(expression.value(at: [9, 1, 9, 2]) == 7)
    let row = program.addRow(expression, lower: 3, upper: 5)
    #expect((program.rowLower[row.index], program.rowUpper[row.index]) == (2, 4))
    #expect(program.termColumn == [1, 3])
  }

  @Test("a ray is a proof only if it improves the objective without end")
  func rayProofOnly() {
    var program = LinearProgram()
    let x = program.addColumn(cost: -1)
    let y = program.addColumn(cost: 0.5)
    let row = program.addRow(lower: -1, upper: 1)
    program.add(1, x, to: row)
    program.add(-1, y, to: row)
    #expect(UnboundedRay.isProof([1, 1], for: program))
    #expect(!UnboundedRay.isProof([-1, -1], for: program))
    #expect(!UnboundedRay.isProof([1, 0], for: program))
    #expect(!UnboundedRay.isProof([0, 0], for: program))
    program.setCost(y, 1)
    #expect(!UnboundedRay.isProof([1, 1], for: program))
    program.setCost(y, 0.5)
    program.setBounds(y, lower: 0, upper: 1e9)
    #expect(!UnboundedRay.isProof([1, 1], for: program))
  }
}
