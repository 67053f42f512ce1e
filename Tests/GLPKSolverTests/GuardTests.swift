import Foundation
import LinearProgramming
import Synchronization
import Testing

@testable import GLPKSolver

/// Misuse, and failures of the library: a thrown error each, after which the thread solves on.
@Suite struct GuardTests {
  @Test func `An abort of GLPK becomes an error that says why, and the thread goes on`() throws {
    for _ in 0..<20 {
      let problem = try GLPKProblem()
      let failure = #expect(throws: GLPKFailure.self) { try problem.provokeAbort() }
      guard case .lost(let message)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(message.contains("glp_set_row_bnds: i = 1; row number out of range"))
      // The lost problem stays lost; a new one works.
      #expect(throws: GLPKFailure.self) { _ = try problem.point(columns: 1) }
      #expect(try GLPKSolver().solve(.sunOil).objective == 23_751)
    }
  }

  @Test func `A session outlives an abort elsewhere on its thread`() throws {
    try GLPKSolver().withSession(.sunOil) { session in
      let before = try session.solve(.standard)
      let other = try GLPKProblem()
      #expect(throws: GLPKFailure.self) { try other.provokeAbort() }
      try session.setCost(Column(0), 80)
      try session.setCost(Column(0), 81)
      #expect(try session.solve(.standard).objective == before.objective)
    }
  }

  @Test func `A failing solver prints nothing`() throws {
    // GLPK prints by C's stdout: what the process writes there is caught in a pipe.
    let caught = try standardOutput {
      let problem = try GLPKProblem()
      #expect(throws: GLPKFailure.self) { try problem.provokeAbort() }
      for testCase in ConformanceCase.linear + ConformanceCase.mixedInteger {
        var options = SolveOptions()
        options.timeLimit = .seconds(10)
        options.progress = { _ in }
        _ = try GLPKSolver().solve(testCase.program, options: options, from: nil)
      }
    }
    #expect(!caught.contains("glp_"))
    #expect(!caught.contains("obj ="))
    #expect(!caught.contains("Scaling"))
  }

  private func standardOutput(of body: () throws -> Void) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "out-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    fflush(nil)
    let saved = dup(1)
    let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o600)
    dup2(descriptor, 1)
    defer {
      fflush(nil)
      dup2(saved, 1)
      close(saved)
      close(descriptor)
    }
    try body()
    fflush(nil)
    return try String(contentsOf: file, encoding: .utf8)
  }

  struct Misuse: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: String
    var program: LinearProgram

    init(_ name: String, _ expected: String, _ build: (inout LinearProgram) -> Void) {
      testDescription = name
      self.expected = expected
      var program = LinearProgram()
      let x = program.addColumn(cost: 1)
      program.row([(1, x)], lower: 1)
      build(&program)
      self.program = program
    }
  }

  static let misuses: [Misuse] = [
    Misuse("NaN cost", "the cost of column 0 is nan") { $0.setCost(Column(0), .nan) },
    Misuse("infinite cost", "the cost of column 0 is inf") { $0.setCost(Column(0), .infinity) },
    Misuse("NaN constant", "the objective's constant is nan") { $0.constant = .nan },
    Misuse("NaN bound", "column 0 has the bounds nan … inf") {
      $0.setBounds(Column(0), lower: .nan, upper: .infinity)
    },
    Misuse("bound at the wrong infinity", "row 0 has the bounds inf … inf") {
      $0.setBounds(Row(0), lower: .infinity, upper: .infinity)
    },
    Misuse("NaN coefficient", "the coefficient of column 0 in row 1 is nan") {
      $0.row([(.nan, Column(0))], lower: 1)
    },
    Misuse("infinite coefficient", "the coefficient of column 0 in row 1 is -inf") {
      $0.row([(-.infinity, Column(0))], lower: 1)
    },
    Misuse("repeated term", "row 0 has column 0 twice") { $0.add(2, Column(0), to: Row(0)) },
    Misuse("unknown column", "a term stands at row 0, column 9 of 1 rows, 1 columns") {
      $0.add(2, Column(9), to: Row(0))
    },
    Misuse("unknown row", "a term stands at row -1, column 0 of 1 rows, 1 columns") {
      $0.add(2, Column(0), to: Row(-1))
    },
  ]

  @Test(arguments: misuses)
  func `A program that is none is refused with its reason`(misuse: Misuse) throws {
    let error = #expect(throws: SolverError.self) { try GLPKSolver().solve(misuse.program) }
    guard case .invalidProgram(let reasons)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reasons == [misuse.expected])
  }

  @Test func `A wrong basis does no harm, one that is too large is refused`() throws {
    let program = LinearProgram.galenet
    let allBasic = Basis(
      columns: .init(repeating: .basic, count: 8), rows: .init(repeating: .basic, count: 8))
    let noneBasic = Basis(
      columns: .init(repeating: .free, count: 8), rows: .init(repeating: .fixed, count: 8))
    for basis in [allBasic, noneBasic, Basis(columns: [], rows: [])] {
      let solution = try GLPKSolver().solve(program, options: .standard, from: basis)
      #expect(solution.termination == .infeasible)
      #expect(solution.certificate?.isProof(for: program) == true)
    }
    let tooLarge = Basis(columns: .init(repeating: .atLower, count: 9), rows: [])
    #expect(throws: SolverError.self) {
      try GLPKSolver().solve(program, options: .standard, from: tooLarge)
    }
  }

  @Test func `A solver called from its own progress call-back throws, and the outer solve goes on`()
    throws
  {
    let caught = Mutex<[String]>([])
    var options = SolveOptions()
    options.progress = { _ in
      do { _ = try GLPKSolver().solve(.sunOil) } catch { caught.withLock { $0.append("\(error)") } }
    }
    let solution = try GLPKSolver().solve(.sunOil, options: options, from: nil)
    #expect(solution.objective == 23_751)
    #expect(caught.withLock { $0.first?.contains("call-back") } == true)
  }

  @Test func `A session kept beyond its end, or changed wrongly, throws`() throws {
    var kept: (any SolverSession)?
    try GLPKSolver().withSession(.sunOil) { session in
      kept = session
      #expect(throws: SolverError.self) { try session.setCost(Column(0), .nan) }
      #expect(throws: SolverError.self) { try session.setCost(Column(99), 1) }
      #expect(throws: SolverError.self) { try session.setBounds(Column(0), lower: .nan, upper: 1) }
      #expect(throws: SolverError.self) { try session.setBounds(Row(-1), lower: 0, upper: 1) }
      #expect(throws: SolverError.self) {
        try session.addRow(LinearExpression(Column(99)), lower: 0, upper: 1)
      }
      let solution = try session.solve(.standard)
      #expect(solution.objective == 23_751)
    }
    #expect(throws: SolverError.self) { try kept?.solve(.standard) }
    #expect(throws: SolverError.self) { try kept?.setCost(Column(0), 1) }
  }
}
