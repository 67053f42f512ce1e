public import LinearProgramming
public import Sourcing

/// Processes that make matter from nothing: run together they yield of every commodity at least what
/// they use, and of some commodities more.
///
/// With x the activities of the processes that have inputs, and net(k) = Σ_p (out(p,k) − in(p,k))·x(p):
///
///     maximise Σ_k net(k)  subject to  net(k) ≥ 0 for each k,  Σ_p x(p) ≤ 1
///
/// Each commodity and process is scaled by its largest coefficient. The optimum is 0 exactly if no matter comes
/// from nothing.
public struct FreeMatter: Sendable {
  /// Ascending.
  public var processes: [ProcessIndex]
  /// The commodities of which they make more than they use, ascending.
  public var gained: [CommodityIndex]

  /// Least gain for a unit of activity that counts; solvers are exact to 1e-7.
  private static let tolerance = 1e-6

  /// Looks for free matter among an instance's processes with inputs; nil if there is none.
  ///
  /// - Throws: `SolverError` where the solver fails, `NoOptimum` where it ends early.
  public static func find(in instance: Instance, solver: any Solver) throws -> FreeMatter? {
    let processes = instance.processes.indices.filter { !instance.processes[$0].inputs.isEmpty }
    guard !processes.isEmpty else { return nil }
    let nets = scaled(processes.map { net(instance.processes[$0]) })

    var program = LinearProgram(sense: .maximise)
    let columns = nets.map { program.addColumn(cost: $0.values.reduce(0, +), size: 1) }
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
    let solution = try solver.solve(program).optimum(
      of: "whether the processes make matter from nothing")
    guard solution.objective > tolerance else { return nil }
    return FreeMatter(
      processes: zip(processes, columns).filter { solution[$0.1] > tolerance }.map(\.0),
      gained: rows.filter { solution.activities[$0.value.index] > tolerance }.keys.sorted())
  }

  /// net: units of each commodity that one unit of activity makes, less those that it uses.
  private static func net(_ process: Process) -> [CommodityIndex: Double] {
    var net: [CommodityIndex: Double] = [:]
    for term in process.outputs { net[term.commodity, default: 0] += term.quantity }
    for term in process.inputs { net[term.commodity, default: 0] -= term.quantity }
    return net.filter { $0.value != 0 }
  }

  private static func scaled(_ nets: [[CommodityIndex: Double]]) -> [[CommodityIndex: Double]] {
    var largest: [CommodityIndex: Double] = [:]
    for (commodity, value) in nets.joined() {
      largest[commodity] = max(largest[commodity] ?? 0, abs(value))
    }
    return nets.map { net in
      let byUnit = net.map { ($0.key, $0.value / (largest[$0.key] ?? 1)) }
      let scale = byUnit.map { abs($0.1) }.max() ?? 1
      return Dictionary(uniqueKeysWithValues: byUnit.map { ($0.0, $0.1 / scale) })
    }
  }
}
