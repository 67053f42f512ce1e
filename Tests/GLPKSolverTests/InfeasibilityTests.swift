import LinearProgramming
import SolverConformance
import Testing

@testable import GLPKSolver

/// Evidence that a program is infeasible.
@Suite struct InfeasibilityTests {
  @Test("the program galenet lacks 28")
  func galenetLacks28() throws {
    let relaxation = try LeastRelaxation.find(for: .galenet, using: GLPKSolver())
    #expect(abs(relaxation.total - 28) <= 1e-9)
    #expect(relaxation.certificate?.isProof(for: .galenet) == true)
    let withBounds = try LeastRelaxation.find(
      for: .galenet, using: GLPKSolver(), relaxing: .rowsAndColumnBounds)
    #expect(abs(withBounds.total - 28) <= 1e-9)
  }

  @Test("galenet is feasible with its bounds relaxed as found, and infeasible with slightly less")
  func boundsRelaxedTold()
    throws
  {
    let relaxation = try LeastRelaxation.find(for: .galenet, using: GLPKSolver())
    for (share, termination) in [(1.0, Termination.optimal), (0.999, .infeasible)] {
      var program = LinearProgram.galenet
      for (r, shortfall) in relaxation.rowShortfalls.enumerated() {
        program.setBounds(
          Row(r), lower: program.rowLower[r] - share * max(0, shortfall),
          upper: program.rowUpper[r] - share * min(0, shortfall))
      }
      #expect(try GLPKSolver().solve(program).termination == termination)
    }
  }

  @Test("the certificate names only rows in the conflict, and is no proof for another program")
  func certificateNamesOnly() throws {
    var program = LinearProgram.galenet
    let certificate = try #require(try GLPKSolver().solve(program).certificate)
    #expect(certificate.isProof(for: program))
    // Supplies and sink 6 are not part of the conflict.
    #expect(Set(certificate.rows.map(\.index)).isDisjoint(with: [0, 1, 2, 5]))
    program.setBounds(Row(7), lower: 2, upper: .infinity)
    #expect(!certificate.isProof(for: program))
    #expect(try GLPKSolver().solve(program).isOptimal)
    #expect(!InfeasibilityCertificate.multipliers([0, 0, 0, 0, 0, 0, 0, 0]).isProof(for: .galenet))
    #expect(!InfeasibilityCertificate.multipliers([]).isProof(for: .galenet))
    #expect(!InfeasibilityCertificate.crossedRow(Row(0)).isProof(for: .galenet))
    #expect(!InfeasibilityCertificate.crossedColumn(Column(40)).isProof(for: .galenet))
  }

  @Test("a feasible program needs no relaxation")
  func feasibleProgramNeeds() throws {
    let relaxation = try LeastRelaxation.find(for: .sunOil, using: GLPKSolver())
    #expect(relaxation.total == 0)
    #expect(relaxation.certificate == nil)
    #expect(relaxation.rowShortfalls.allSatisfy { $0 == 0 })
  }
}
