public import LinearProgramming
import Parallel
import Statistics
import Synchronization

/// Answers a question on sensitivity: tornado, breaks of claims, sampled worlds, Sobol indices and boxes of failures.
///
/// What it finds depends on the question and the function only, not on the number of threads.
public struct SensitivityRunner: Sendable {
  private let question: SensitivityQuestion
  private let memory: WorldMemory
  private let jobs: Int
  private let progress: WorkProgress

  /// A runner.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - memory: the function from points to values.
  ///   - jobs: the number of threads.
  ///   - progress: where steps are reported.
  public init(
    _ question: SensitivityQuestion, of memory: WorldMemory, jobs: Int = 1,
    progress: WorkProgress = .none
  ) {
    self.question = question
    self.memory = memory
    self.jobs = jobs
    self.progress = progress
  }

  /// Answers the question.
  ///
  /// - Throws: what the function throws, and `NoOptimum` if the time limit comes first.
  public func run() throws -> Sensitivity {
    let nominal = try memory.values(at: question.nominal)
    let ends = try tornado()
    let breaks = try breaks(nominal)
    let sample = question.samples > 0 ? try sample() : nil
    let sobol = question.sobol ? try sobol() : []
    return Sensitivity(
      question: question, nominal: nominal, ends: ends, breaks: breaks, sample: sample,
      sobol: sobol, hasPlan: memory.known.values.contains(where: \.hasPlan))
  }

  private func values(of points: [[Double]], _ name: String) throws -> [WorldValues] {
    try progress.step(name, parts: points.count) { step in
      try inParallel(points, jobs: jobs) { point in
        let values = try memory.values(at: point)
        step.endPart(values.hasPlan ? nil : "without a plan")
        return values
      }
    }
  }

  private func tornado() throws -> [Sensitivity.Ends] {
    let points = question.factors.indices.flatMap { factor in
      [-1, 1].map { question.point(moving: factor, to: $0) }
    }
    let found = try values(of: points, "assumptions at their ends")
    return question.factors.indices.map {
      Sensitivity.Ends(low: found[2 * $0], high: found[2 * $0 + 1])
    }
  }

  /// The assumptions are looked at side by side, the claims one after another, since they share most points.
  private func breaks(_ nominal: WorldValues) throws -> [[Double?]] {
    guard !question.claims.isEmpty else { return [] }
    let factors = Array(question.factors.indices)
    let found = try progress.step("where claims break", parts: factors.count) { step in
      try inParallel(factors, jobs: jobs) { factor in
        try step.part {
          let search = BreakSearch(
            nominal: question.nominal[factor], range: question.factors[factor].range)
          return try question.claims.map { claim in
            let isHeld = question.holds(claim, nominal)
            return try search.firstChange { z in
              let values = try memory.values(at: question.point(moving: factor, to: z))
              return question.holds(claim, values) == isHeld
            }
          }
        }
      }
    }
    return question.claims.indices.map { claim in found.map { $0[claim] } }
  }

  private func sample() throws -> Sensitivity.Sample {
    let points = LatinHypercube(
      factors: question.factors, samples: question.samples, seed: question.seed
    ).points
    let worlds = try values(of: points, "sampled worlds")
    let known = question.measures.indices.map { measure in
      zip(points, worlds).compactMap { point, world in
        world.values[measure].map { (point: point, value: $0) }
      }
    }
    let held = question.claims.map { claim in worlds.map { question.holds(claim, $0) } }
    return Sensitivity.Sample(
      points: points, values: worlds,
      spreads: known.map { Spread($0.map(\.value)) },
      correlations: known.map { known in
        guard !known.isEmpty else { return question.factors.map { _ in nil } }
        return PartialRankCorrelation.coefficients(
          points: known.map(\.point), values: known.map(\.value))
      },
      shares: held.map { Double($0.count(where: \.self)) / Double(worlds.count) },
      boxes: ClaimBoxes(
        points: points, factors: question.factors, hasPlan: worlds.map(\.hasPlan), held: held),
      criticalValues: known.map {
        PartialRankCorrelation.criticalValue(
          points: $0.count, factors: question.factors.count)
      })
  }

  private func sobol() throws -> [SobolIndices] {
    let design = SobolDesign(
      factors: question.factors, samples: question.samples, seed: question.seed)
    let worlds = try values(of: design.points, "worlds for Sobol indices")
    return question.measures.indices.map { measure in
      design.indices(of: worlds.map { $0.values[measure] })
    }
  }
}
