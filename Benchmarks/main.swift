import Benchmark
import Foundation

// PLUSONE_SIZES=M,L runs some sizes only.
let sizes: [(name: String, size: String, optimum: Double, solves: Int)] = [
  ("S", "10x4x7", 0, 5), ("M", "20x4x10", 0, 5), ("L", "40x4x10", 0, 3), ("XL", "60x5x20", 0, 1),
]
let chosen = ProcessInfo.processInfo.environment["PLUSONE_SIZES"]?.split(separator: ",")
  .map(String.init)
var suites: [BenchmarkSuite] = []
for size in sizes where chosen?.contains(size.name) ?? true {
  let fixture = try Fixture(size.size, expected: size.optimum)
  suites.append(phases(of: fixture, named: size.name, solves: size.solves))
  if size.name == "M" { suites.append(loops(of: fixture, jobs: 2)) }
}
Benchmark.main(suites)
