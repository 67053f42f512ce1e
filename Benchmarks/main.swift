import Benchmark
import Foundation

// PLUSONE_SIZES=M,L runs some sizes only; PLUSONE_CPU=1 prints processor time instead of wall time.
// The optima are those of glpsol and HiGHS on the exported LPs.
let sizes: [(name: String, size: String, optimum: Double, solves: Int)] = [
  ("S", "10x4x7", 0, 5), ("M", "20x4x10", 0, 5), ("L", "40x4x10", 0, 3), ("XL", "60x5x20", 0, 1),
]
let environment = ProcessInfo.processInfo.environment
let chosen = environment["PLUSONE_SIZES"]?.split(separator: ",").map(String.init)
var suites: [(name: String, tasks: [Task])] = []
for size in sizes where chosen?.contains(size.name) ?? true {
  let fixture = try Fixture(size.size, optimum: size.optimum)
  suites.append((size.name, phases(of: fixture, solves: size.solves)))
  if size.name == "M" { suites.append(("M stress", loops(of: fixture, jobs: 2))) }
}
if environment["PLUSONE_CPU"] != nil {
  for suite in suites { try printProcessorTime(suite.name, suite.tasks) }
} else {
  Benchmark.main(suites.map { BenchmarkSuite($0.name, $0.tasks) })
}
