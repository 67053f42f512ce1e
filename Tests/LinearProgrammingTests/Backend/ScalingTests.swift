import TestSupport
import Testing

@testable import LinearProgramming

@Suite("Scaling")
struct ScalingTests {
  @Test("a size is a power of two, and 1 for a column that must be whole")
  func sizesArePowersOfTwo() {
    var program = LinearProgram()
    program.addColumn(size: 1000)
    program.addColumn(integer: true, size: 1000)
    program.addColumn(size: 0)
    #expect(program.columnSize[0] == 512)
    #expect(program.columnSize[1] == 1)
    #expect(program.columnSize[2].isNaN)
  }

  @Test(
    "a column without a size gets one at which it is no larger than the other terms of its rows")
  func sizesAreInferred() {
    var program = LinearProgram()
    let flow = program.addColumn(size: 1024)
    let violation = program.addColumn()
    let alone = program.addColumn()
    let row = program.addRow(lower: 0)
    program.add(0.5, flow, to: row)
    program.add(2, violation, to: row)
    program.inferSizes()
    #expect(program.columnSize[violation.index] == 256)
    #expect(program.columnSize[alone.index] == 1)
  }

  @Test("the backend gets numbers near 1, and its answers come back in the program's units")
  func scalesThereAndBack() throws {
    var program = LinearProgram()
    let x = program.addColumn(upper: 4e9, cost: 3e-9, size: 2e9)
    let row = program.addRow(lower: 2e9)
    program.add(1, x, to: row)
    let size = 1_073_741_824.0  // 2³⁰
    let recorder = RecordingBackend()
    let problem = try ScaledBackend(recorder).load(program)
    let seen = try #require(recorder.loaded)
    #expect(seen.columnUpper[0] == 4e9 / size)
    #expect(seen.cost[0] == 3e-9 * size)
    #expect(seen.rowLower[0] == 2e9 / size)
    #expect(seen.termValue == [1])
    #expect(try problem.point() == [size])
    let duals = try problem.duals()
    #expect(duals.rows == [1 / size])
    #expect(duals.columns == [1 / size])
    #expect(try problem.farkasMultipliers(0) == [1 / size])
    #expect(try problem.ray() == [size])
  }

  @Test("rows that are added later are scaled as well")
  func scalesNewRows() throws {
    var program = LinearProgram()
    let x = program.addColumn(size: 1024)
    var changes = ProgramChanges(after: program)
    let recorder = RecordingBackend()
    let problem = try ScaledBackend(recorder).load(program)
    let row = program.addRow(upper: 2048)
    program.add(1, x, to: row)
    program.setBounds(x, lower: 512, upper: 4096)
    changes.columns.append(0)
    try problem.update(to: program, changes)
    let seen = try #require(recorder.loaded)
    #expect(seen.rowUpper == [2])
    #expect(seen.columnLower == [0.5])
    #expect(seen.columnUpper == [4])
  }
}

/// Records the program that it gets, and answers 1 to everything.
private final class RecordingBackend: SolverBackend, @unchecked Sendable {
  var loaded: LinearProgram?
  let name = "recorder"
  let capabilities = SolverCapabilities.all
  func attempts(for method: SolveOptions.Method) -> [String] { ["only"] }
  func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem {
    loaded = program
    return Problem(owner: self)
  }

  private final class Problem: BackendProblem {
    let owner: RecordingBackend
    init(owner: RecordingBackend) { self.owner = owner }
    func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure) {
      owner.loaded = program
    }
    func setBasis(_ basis: Basis?) throws(BackendFailure) {}
    func runSimplex(_ method: SolveOptions.Method, attempt: Int, _ watch: SolveWatch)
      throws(BackendFailure) -> SimplexClaim
    { .optimal }
    func basis() throws(BackendFailure) -> Basis? { nil }
    func point() throws(BackendFailure) -> [Double] { [1] }
    func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double]) { ([1], [1]) }
    func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]? { [1] }
    func ray() throws(BackendFailure) -> [Double]? { [1] }
    func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
      throws(BackendFailure) -> BranchOutcome
    { BranchOutcome(ending: .infeasible) }
  }
}
