import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import Tables
import TestSupport

/// An instance and a model read from files, to be asked again in other units or by another solver.
struct UnitQuestion {
  let instance: Instance
  let model: Model

  /// - Throws: `InputProblems`.
  init(_ files: InstanceFiles) throws {
    (instance, model) = try withTemporaryFolder { folder in
      try write(files.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
      return (instance, model)
    }
  }

  private init(_ instance: Instance, _ model: Model) {
    (self.instance, self.model) = (instance, model)
  }

  func answer() -> UnitAnswer { answer(Planner(solver: GLPKSolver())) }

  /// The optimum in rational arithmetic, of the program as it is written down, nothing decomposed.
  func exactAnswer() -> UnitAnswer {
    answer(Planner(solver: ExactSolver(), decomposition: .never, strategy: .plain))
  }

  private func answer(_ planner: Planner) -> UnitAnswer {
    do {
      return UnitAnswer(try planner.plan(instance, model), instance)
    } catch {
      return UnitAnswer(status: "error: \(error)")
    }
  }

  /// The same with the cost of every lane and facility changed a little, each by a factor of its own.
  func nudged(seed: UInt64) -> UnitQuestion {
    var numbers = SeededNumbers(seed: seed)
    let factor = { (numbers: inout SeededNumbers) in
      1 + 1e-7 * Double.random(in: -1...1, using: &numbers)
    }
    var changed = instance
    for period in instance.horizon.indices {
      for facility in instance.facilities.indices {
        changed.facilities[facility].unitCost[period] *= factor(&numbers)
      }
      for commodity in instance.commodities.indices {
        for origin in instance.regions.indices {
          for destination in instance.regions.indices {
            guard
              var lane = instance.lanes[
                commodity: commodity, origin: origin, destination: destination, period: period]
            else { continue }
            lane.unitCost *= factor(&numbers)
            let terms = changed.lanes.addTerms(lane)
            changed.lanes.assign(
              terms, commodity: commodity, origin: origin, destination: destination,
              period: period)
          }
        }
      }
    }
    return UnitQuestion(changed, model)
  }
}

/// What can be said of an answer in any units.
struct UnitAnswer {
  var status: String
  /// Optimum of each stage of the objective.
  var stageValues: [Double] = []
  /// By period, commodity and destination: each origin's share of what arrives.
  var shares: [Double] = []

  init(status: String) { self.status = status }

  init(_ result: PlanningResult, _ instance: Instance) {
    status = result.termination.rawValue
    guard let plan = result.plan else { return }
    stageValues = result.stageValues
    let flows = PlanShares(instance: instance, plan: plan)
    for period in instance.horizon.indices {
      for commodity in instance.commodities.indices {
        let group = CommodityGroup(id: "", members: [commodity])
        let arrivals = instance.regions.indices.map {
          flows.bySource(group, to: [$0], period: period).array
        }
        // What is nothing beside the largest arrival has no shares.
        let most = arrivals.map { $0.reduce(0, +) }.max() ?? 0
        for amounts in arrivals where amounts.reduce(0, +) > 1e-6 * most {
          shares += PlanShares.shares(of: amounts)
        }
        shares.append(-1)
      }
    }
  }

  var isOptimal: Bool { status == "optimal" }

  func hasShares(_ other: UnitAnswer, within tolerance: Double = 1e-6) -> Bool {
    shares.count == other.shares.count
      && zip(shares, other.shares).allSatisfy { abs($0 - $1) <= tolerance }
  }

  /// Why this is not the other answer with its stage values multiplied by factors; nil where it is.
  func difference(from other: UnitAnswer, factors: [Double]) -> String? {
    if status != other.status { return "\(status) instead of \(other.status)" }
    for (place, (found, old)) in zip(stageValues, other.stageValues).enumerated() {
      let right = old * factors[place]
      let size = max(abs(right), abs(found))
      if abs(found - right) > 1e-6 * size {
        return "stage \(place + 1): \(found) instead of \(right), "
          + "\((found - right) / size) of it"
      }
    }
    return nil
  }
}
