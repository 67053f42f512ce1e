import Benchmark
import Foundation

/// One piece of work to time. It throws if its answer is wrong.
struct Task {
  let name: String
  /// How often to run it; nil lets the benchmark library decide.
  var iterations: Int?
  let body: () throws -> Void

  init(_ name: String, iterations: Int? = nil, body: @escaping () throws -> Void) {
    self.name = name
    self.iterations = iterations
    self.body = body
  }
}

extension BenchmarkSuite {
  /// Wall time, by the benchmark library.
  convenience init(_ name: String, _ tasks: [Task]) {
    self.init(name: name, settings: TimeUnit(.ms))
    for task in tasks {
      if let iterations = task.iterations {
        // The warm-up run computes the values with which answers are compared.
        benchmark(
          task.name, settings: Iterations(iterations), WarmupIterations(1), function: task.body)
      } else {
        benchmark(task.name, function: task.body)
      }
    }
  }
}

/// Processor time in milliseconds, the median of five runs, for a machine that does other work too.
func printProcessorTime(_ name: String, _ tasks: [Task]) throws {
  for task in tasks {
    try task.body()
    var times: [Double] = []
    for _ in 0..<min(5, task.iterations ?? 5) {
      let began = processorSeconds()
      try task.body()
      times.append(processorSeconds() - began)
    }
    let median = times.sorted()[times.count / 2] * 1000
    print("\(name) \(task.name): \((median * 10).rounded() / 10) ms")
  }
}

private func processorSeconds() -> Double {
  Double(clock()) / Double(CLOCKS_PER_SEC)
}
