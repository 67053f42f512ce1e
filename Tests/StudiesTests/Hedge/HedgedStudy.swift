import Foundation
import GLPKSolver
import LinearProgramming
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@testable import Studies

/// Asks what to order in a study whose files are given.
enum HedgedStudy {
  /// Reads the study in `study.yaml` of some files.
  static func read(_ files: [String: [UInt8]]) throws -> Study {
    try withTemporaryFolder { folder in
      try write(files, to: folder)
      return try StudyReader.read(file: folder.path + "/study.yaml", solver: GLPKSolver())
    }
  }

  static func read(_ files: [String: String]) throws -> Study {
    try read(files.mapValues { Array($0.utf8) })
  }
}

extension Study {
  /// Place of a period; nil of nil.
  func period(_ label: String?) throws -> PeriodIndex? {
    guard let label else { return nil }
    let horizon = variations[0].instance.horizon
    let place = try #require(horizon.indices.first { horizon[$0].label == label })
    return place
  }

  /// What to order by a period for the first option, or another one.
  func hedged(
    until: String?, _ criterion: HedgeQuestion.Criterion = .regret, option: Int = 0,
    method: HedgeFinder.Method = .automatic, jobs: Int = 1, explaining: Bool = false,
    comparing: Bool = false
  ) throws -> HedgeResult {
    let question = HedgeQuestion(
      study: self, option: option, until: try period(until), criterion: criterion)
    return try HedgeFinder(question, solver: GLPKSolver(), jobs: jobs, method: method)
      .find(explaining: explaining, comparing: comparing)
  }

  /// The same without some variations.
  func without(_ names: Set<String>) -> Study {
    var other = self
    other.variations = variations.filter { !names.contains($0.name) }
    return other
  }
}

extension HedgeResult {
  /// The orders that were found; nil if there are none.
  var hedge: Hedge? {
    if case .found(let hedge) = self { hedge } else { nil }
  }
}

extension Hedge {
  /// What counts as equal: a millionth of the costs.
  var near: Double { 1e-6 * max(1, worlds.reduce(0) { max($0, abs($1.ownCost)) }) }

  /// The common capacity that is ordered of a project in a period.
  func common(_ project: String, _ period: String) -> Double {
    orders.first {
      $0.isCommon && instance.projects[$0.project].id == project
        && instance.horizon[$0.period].label == period
    }?.capacity ?? 0
  }

  /// The worlds with their regrets.
  var regrets: [String: Double] {
    Dictionary(uniqueKeysWithValues: worlds.map { ($0.name, $0.regret) })
  }
}
