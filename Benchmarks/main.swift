import Benchmark
import Foundation

// PLUSONE_SIZES=M,L runs some sizes only, PLUSONE_SIZES=worst the worst attacks; PLUSONE_CPU=1 prints processor time
// instead of wall time.
// The optima are those of glpsol and HiGHS on the exported LPs.
let sizes: [(name: String, size: String, optimum: Double, solves: Int)] = [
  ("S", "10x4x7", 379239.00992106, 5), ("M", "20x4x10", 1150860.493882212, 5),
  ("L", "40x4x10", 1987440.2948216107, 3), ("XL", "60x5x20", 16710476.174125891, 1),
]
let environment = ProcessInfo.processInfo.environment
let chosen = environment["PLUSONE_SIZES"]?.split(separator: ",").map(String.init)

do {
  var suites: [(name: String, tasks: [Task])] = []
  for size in sizes where chosen?.contains(size.name) ?? true {
    let fixture = try Fixture(size.size, optimum: size.optimum)
    suites.append((size.name, phases(of: fixture, solves: size.solves)))
    if size.name == "M" { suites.append(("M stress", loops(of: fixture, jobs: 2))) }
  }
  if chosen?.contains("worst") ?? true {
    // Its plan is solved as a part of no size, so its optimum is not compared.
    let synthetic = try Fixture("20x4x3", optimum: .nan)
    suites.append(("worst", worstCases(synthetic: synthetic, jobs: 2)))
  }
  if environment["PLUSONE_CPU"] != nil {
    for suite in suites { try printProcessorTime(suite.name, suite.tasks) }
  } else {
    Benchmark.main(suites.map { BenchmarkSuite($0.name, $0.tasks) })
  }
} catch {
  FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
  exit(1)
}
