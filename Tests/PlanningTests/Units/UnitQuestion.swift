import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import Tables
import TestSupport

/// An instance and a model read from files, to be solved in other units or by another solver.
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

  /// The exact optimum of the program as it is written, without decomposition.
  func exactAnswer() -> UnitAnswer {
    answer(Planner(solver: ExactSolver(), decomposition: .never, strategy: .plain))
  }

  private func answer(_ planner: Planner) -> UnitAnswer {
    var planner = planner
    // Far more time than any of them needs.
    planner.options.timeLimit = .seconds(UnitSeeds.isLong ? 120 : 20)
    do {
      return UnitAnswer(try planner.plan(instance, model), instance)
    } catch {
      return UnitAnswer(status: "error: \(error)")
    }
  }

  /// The same question with the cost of every lane and facility changed a little, each by its own factor.
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

/// The seeds of a test. `PLUSONE_SEEDS=57` or `PLUSONE_SEEDS=40-60` chooses others.
enum UnitSeeds {
  private static let environment = ProcessInfo.processInfo.environment
  static let isLong = environment["PLUSONE_LONG_TESTS"] != nil

  static func range(_ few: UInt64, long many: UInt64) -> ClosedRange<UInt64> {
    let chosen = (environment["PLUSONE_SEEDS"] ?? "").split(separator: "-").compactMap {
      UInt64($0)
    }
    guard let first = chosen.first, let last = chosen.last, first <= last else {
      return 1...(isLong ? many : few)
    }
    return first...last
  }
}

/// The parts of an answer that do not depend on units.
struct UnitAnswer {
  var status: String
  /// Optimum of each stage of the objective.
  var stageValues: [Double] = []
  /// By period, commodity and destination: the share of each origin in the arrivals.
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
        // Arrivals that are negligible next to the largest have no shares.
        let most = arrivals.map { $0.reduce(0, +) }.max() ?? 0
        for amounts in arrivals where amounts.reduce(0, +) > 1e-6 * most {
          shares += PlanShares.shares(of: amounts)
        }
        shares.append(-1)
      }
    }
  }

  var isOptimal: Bool { status == "optimal" }

  /// The largest difference between a share and that of the other answer.
  func distance(to other: UnitAnswer) -> Double {
    guard shares.count == other.shares.count else { return 1 }
    return zip(shares, other.shares).map { abs($0 - $1) }.max() ?? 0
  }

  /// Why this is not the other answer in other units; nil if it is.
  func difference(from other: UnitAnswer, _ stages: [RestatedStage]) -> String? {
    guard ["optimal", "infeasible"].contains(status) else { return status }
    if status != other.status { return "\(status) instead of \(other.status)" }
    for (stage, (found, old)) in zip(stages, zip(stageValues, other.stageValues)) {
      let right = old * stage.factor
      let size = max(abs(right), abs(found), stage.leastSize)
      if abs(found - right) > 1e-6 * size {
        return "\(stage.name): \(found) instead of \(right), \((found - right) / size) of it"
      }
    }
    let distance = distance(to: other)
    return distance > 1e-6 ? "other shares, by up to \(distance)" : nil
  }
}

/// A stage of an objective in other units.
struct RestatedStage {
  let name: String
  /// The factor from the other answer's values to these.
  let factor: Double
  /// The least size for comparisons: for quantities, a thousandth of all demand.
  let leastSize: Double

  /// The stages of a question's objective.
  static func all(_ question: UnitQuestion, _ restatement: Restatement) -> [RestatedStage] {
    let instance = question.instance
    let demand = instance.horizon.indices.reduce(0.0) { sum, period in
      instance.regions.indices.reduce(sum) { sum, region in
        instance.commodities.indices.reduce(sum) {
          $0 + instance.demands[region: region, commodity: $1, period: period].quantity
        }
      }
    }
    return question.model.objective.map { stage in
      var commodity = ""
      if case .flow(_, _, let group, _, _) = stage.quantity {
        commodity = question.instance.commodities[group.members[0]].id
      }
      let factor = restatement.factor(UnitKind(valueOf: stage.quantity), ofAmountOf: commodity)
      let isQuantity =
        switch stage.quantity {
        case .cost, .capex, .support, .loss: false
        case .shortage, .flow: true
        }
      return RestatedStage(
        name: stage.quantity.name.rawValue, factor: factor,
        leastSize: isQuantity ? 1e-3 * demand * factor : 0)
    }
  }
}
