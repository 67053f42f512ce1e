import Foundation
import GLPKSolver
import SourcingFiles
import Studies
import Tables
import TestSupport
import Testing

/// Small studies of one buyer, and their comparison.
enum WorldStudy {
  /// A buys 50 t of `g`; the cost of B moves by a factor of 0.5 to 3, that of C by 0.8 to 1.2.
  static let assumptions = """
    assumption,table,where,column,low,high,distribution,source
    b-cost,facilities,facility=fb,unit_cost,0.5,3,uniform,assumption: made up
    c-cost,facilities,facility=fc,unit_cost,0.8,1.2,triangular,assumption: made up

    """

  /// Options that keep the share of B below 100 % and 40 %.
  static let options = """
    options:
      - {model: model.yaml, name: free, set: {cap: 100%}}
      - {model: model.yaml, name: capped, set: {cap: 40%}}

    """

  static let model = """
    parameters: {cap: 100%}
    goals:
      - {kind: reliance, of: A, upon: B, commodity: g, at_most: $cap, in: 2025}

    """

  /// Reads a study of the buyer in a folder of its own.
  static func read<Answer>(
    _ text: String, with files: [String: String] = [:], body: (Study) throws -> Answer
  ) throws -> Answer {
    try withTemporaryFolder { folder in
      var all = OneBuyer.files
      all["assumptions.csv"] = assumptions
      all["model.yaml"] = model
      all["study.yaml"] = text
      all.merge(files) { $1 }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      return try body(
        StudyReader.read(file: folder.path + "/study.yaml", solver: GLPKSolver()))
    }
  }

  /// What is wrong with a study, without the folder of its file.
  static func problems(_ text: String, with files: [String: String] = [:]) throws -> [String] {
    do {
      return try read(text, with: files) { _ in [] }
    } catch let error as InputProblems {
      return error.problems.map { problem in
        let name = URL(filePath: problem.file).lastPathComponent
        return name + problem.description.dropFirst(problem.file.count)
      }
    }
  }

  /// Carries out all runs of a study.
  static func comparison(of study: Study) throws -> Comparison {
    let runner = StudyRunner(study: study, solver: GLPKSolver())
    let records = try study.runs.map { run in
      let key = study.key(of: run, program: "test")
      let record = { (status: RunRecord.Status) in
        RunRecord(run, in: study, key: key, status: status, reason: "", timeLimit: nil)
      }
      switch runner.outcome(of: run).result {
      case .planned(let planned):
        var found = record(.optimal)
        found.figures = RunFigures(planned, planned.view, bills: try planned.bills)
        return found
      case .infeasible, .noPlanInWorld: return record(.infeasible)
      case .timeLimit: return record(.timeLimit)
      case .badInput: return record(.badInput)
      case .failed: return record(.failed)
      }
    }
    return Comparison(records, claims: study.claims, worlds: study.worlds?.drawn)
  }
}

extension Robustness {
  /// The rows of a measure.
  func rows(_ measure: String) -> [Measured] { measured.filter { $0.measure.name == measure } }
}
