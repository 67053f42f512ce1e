import Analysis
import Formulation
import Foundation
import LinearProgramming
import Planning
import Scenarios
import Sourcing

/// What `plusone explain --format json` prints.
struct ExplanationJSON: DescribedJSON {
  struct Goal: DescribedJSON {
    var goal: String
    var kind: String
    @Nullable var of: String?
    @Nullable var commodity: String?
    @Nullable var period: String?
    /// Of resilience goals only.
    var disruption: String?
    var eachMonth: Bool?
    var direction: String
    var target: Double
    var achieved: Double
    var slack: Double
    var binding: Bool
    @Nullable var shadowPrice: Double?
    @Nullable var objectiveWithout: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case goal, kind, of, commodity, period, disruption, eachMonth, direction, target, achieved
      case slack, binding, shadowPrice, objectiveWithout
    }
    static let objectTitle = "Goal and what it costs"
  }
  struct Change: DescribedJSON, Decodable {
    var goal: String
    var unit: String
    var direction: String
    var eachMonth: Bool
    var target: [Double]
    @Nullable var suggested: [Double]?
    @Nullable var change: Double?
    @Nullable var relativeChange: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case goal, unit, direction, eachMonth, target, suggested, change, relativeChange
    }
    static let objectTitle = "Change of a target"
  }
  struct Joint: DescribedJSON, Decodable {
    var total: Double
    var changes: [Change]

    enum CodingKeys: String, CodingKey, CaseIterable { case total, changes }
    static let objectTitle = "Joint change of targets"
  }

  var status: String
  var assumptions: [String: Double]?
  var complete: Bool
  var failure: String?
  /// There only where it is true.
  var unproven: Bool?
  @Nullable var objective: Double?
  var integersFixed: Bool?
  var goals: [Goal]?
  var warnings: [String]?
  @Nullable var conflict: [String]?
  var irreducible: Bool?
  @Nullable var joint: Joint?
  var alone: [Change]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case status, assumptions, complete, failure, unproven, objective, integersFixed, goals, warnings
    case conflict, irreducible, joint, alone
  }
  static let objectTitle = "Explanation"

  init(_ report: ExplanationReport) {
    assumptions = report.instance.assumptionsAsKey
    complete = report.explanation.isComplete
    failure = report.explanation.failure?.firstLine
    unproven = report.explanation.isUnproven ? true : nil
    switch report.explanation.finding {
    case .feasible(let result, let accounts):
      status = "feasible"
      objective = result.objective
      integersFixed = result.program.program.isMixedInteger
      goals = accounts.flatMap { account in
        account.outcomes.map { report.goal($0, of: account) }
      }
      warnings = report.warnings(result)
    case .infeasible(let conflict, let advice):
      status = "infeasible"
      self.conflict = conflict?.texts(in: report.instance, report.model)
      irreducible = conflict?.isIrreducible
      joint = advice.flatMap { advice in
        advice.total.map { total in
          Joint(total: total, changes: advice.joint.map { Change($0, isEnough: true) })
        }
      }
      alone = advice?.alone.map { Change($0.change, isEnough: $0.isEnough) }
    case .unknown:
      status = "time-limit"
    }
  }

  func data() throws -> Data {
    try snakeCaseJSON(self)
  }
}

extension ExplanationJSON.Change {
  init(_ change: TargetChange, isEnough: Bool) {
    self.init(
      goal: change.name, unit: change.unit.rawValue, direction: change.direction.rawValue,
      eachMonth: change.isEachMonth, target: change.targets,
      suggested: isEnough ? change.suggested : nil, change: isEnough ? change.change : nil,
      relativeChange: isEnough ? change.relativeChange : nil)
  }
}

extension ExplanationReport {
  fileprivate func goal(_ outcome: GoalOutcome, of account: GoalAccount) -> ExplanationJSON.Goal {
    ExplanationJSON.Goal(
      goal: account.name, kind: model.goals[account.goal].kind.name.rawValue,
      of: outcome.commodity.map { _ in outcome.subject.id },
      commodity: outcome.commodity?.id, period: outcome.period.map { instance.horizon[$0].label },
      disruption: outcome.threat.map { $0.name(in: instance) },
      eachMonth: model.goals[account.goal].kind.name == .resilience ? outcome.isEachMonth : nil,
      direction: outcome.direction.rawValue, target: outcome.target, achieved: outcome.achieved,
      slack: outcome.slack, binding: outcome.isBinding,
      shadowPrice: outcome.shadowPrice(in: account.unit),
      objectiveWithout: account.objectiveWithout)
  }
}
