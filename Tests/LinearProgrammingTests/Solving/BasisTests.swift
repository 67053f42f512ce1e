import Testing

@testable import LinearProgramming

@Suite("A basis for a similar program")
struct BasisTests {
  static let program: LinearProgram = {
    var program = LinearProgram()
    let x = program.addColumn(lower: 0, upper: 4, cost: -1)
    program.addRow(LinearExpression(x), lower: 0, upper: 3)
    return program
  }()

  @Test("leaves out rows whose slack is basic")
  func basicRows() {
    let basis = Basis(columns: [.basic], rows: [.atUpper, .basic, .basic])
    #expect(
      basis.fitted(to: Self.program) == Basis(columns: [.basic], rows: [.atUpper]))
  }

  @Test("does not exist if a row that is left out holds with equality")
  func nonbasicRows() {
    let basis = Basis(columns: [.basic], rows: [.basic, .atUpper])
    #expect(basis.fitted(to: Self.program) == nil)
  }

  @Test("does not exist for another number of columns")
  func otherColumns() {
    #expect(Basis(columns: [], rows: [.basic]).fitted(to: Self.program) == nil)
    let short = Basis(columns: [.atLower], rows: [])
    #expect(short.fitted(to: Self.program) == short)
  }
}
