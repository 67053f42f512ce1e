public import LinearProgramming
import Tables

/// The check that recipes conserve matter: no combination of processes with inputs yields of every
/// commodity at least what it uses and of one more.
///
/// With x the activities and net(k) = Σ (out(p,k) − in(p,k))·x(p), each commodity and process scaled by
/// its largest coefficient, the LP: maximise Σ net(k) where every net(k) ≥ 0 and Σ x ≤ 1. Its optimum is
/// 0 unless matter comes from nothing.
public enum FreeMatter {
  /// Least gain per unit of activity that counts; solvers are exact to 1e-7.
  private static let tolerance = 1e-6

  /// - Throws: ``InputProblems`` that names the processes of the loop and what it gains, or what the
  ///   solver throws.
  public static func check(_ instance: Instance, solver: any Solver) throws {
    let processes = instance.processes.indices.filter { !instance.processes[$0].inputs.isEmpty }
    guard !processes.isEmpty else { return }
    let nets = scaled(processes.map { net(instance.processes[$0]) })

    var program = LinearProgram(sense: .maximise)
    let columns = nets.map { program.addColumn(cost: $0.values.reduce(0, +)) }
    let rows = Dictionary(
      uniqueKeysWithValues: Set(nets.flatMap(\.keys)).sorted().map {
        ($0, program.addRow(lower: 0))
      })
    let total = program.addRow(upper: 1)
    for (column, net) in zip(columns, nets) {
      for (commodity, value) in net.sorted(by: { $0.key < $1.key }) {
        if let row = rows[commodity] { program.add(value, column, to: row) }
      }
      program.add(1, column, to: total)
    }
    let solution = try solver.solve(program)
    guard solution.isOptimal, solution.objective > tolerance else { return }

    let loop = zip(processes, columns).filter { solution[$0.1] > tolerance }.map(\.0)
    let gained = rows.filter { solution.activities[$0.value.index] > tolerance }.keys.sorted()
    throw InputProblems([problem(instance, loop, gained)])
  }

  /// Units of each commodity that one unit of activity adds (or uses up).
  private static func net(_ process: Process) -> [Int: Double] {
    var net: [Int: Double] = [:]
    for term in process.outputs { net[term.commodity, default: 0] += term.quantity }
    for term in process.inputs { net[term.commodity, default: 0] -= term.quantity }
    return net.filter { $0.value != 0 }
  }

  private static func scaled(_ nets: [[Int: Double]]) -> [[Int: Double]] {
    var largest: [Int: Double] = [:]
    for (commodity, value) in nets.joined() {
      largest[commodity] = max(largest[commodity] ?? 0, abs(value))
    }
    return nets.map { net in
      let byUnit = net.map { ($0.key, $0.value / (largest[$0.key] ?? 1)) }
      let scale = byUnit.map { abs($0.1) }.max() ?? 1
      return Dictionary(uniqueKeysWithValues: byUnit.map { ($0.0, $0.1 / scale) })
    }
  }

  private static func problem(_ instance: Instance, _ loop: [Int], _ gained: [Int]) -> Problem {
    let processes = loop.map { "`\(instance.processes[$0].id)`" }.joined(separator: ", ")
    let goods = gained.map { "`\(instance.commodities[$0].id)`" }.joined(separator: ", ")
    return Problem(
      "matter from nothing: \(processes) together make more of \(goods) than they use and less of nothing; raise the inputs or lower the byproducts in recipes.csv",
      file: instance.folder + "/" + InstanceTable.processes.fileName,
      line: loop.first.flatMap { instance.processes[$0].line }, column: "process")
  }
}
