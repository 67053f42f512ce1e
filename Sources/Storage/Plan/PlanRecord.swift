import Analysis
import Foundation
import Reporting
import SourcingFiles
import Tables

/// What the `summary.json` of any version says of the plan beside it.
struct PlanRecord: Decodable, Sendable {
  var instance: Summary.Source
  var model: Summary.Source
  var parameters: [String: String]
  var settings: [String: String]?
  var status: String
  var stages: [String]?
  var objective: Double?
  var cost: Double?
  var categories: [CostCategory: Double]
  var files: [FileFingerprint]?

  /// Reads the summary of a folder and sees that there is a plan and that its files are those written.
  static func read(_ folder: String) throws(InputProblems) -> PlanRecord {
    let problems = ProblemLog()
    let record = read("\(folder)/\(PlanFolder.summaryFile)", problems)
    record?.check(folder, problems)
    try problems.throwIfAny()
    guard let record else { throw InputProblems([], reason: .unreadable) }
    return record
  }

  private static func read(_ file: String, _ problems: ProblemLog) -> PlanRecord? {
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: file) } catch {
      problems.addUnreadable(
        "\(error); a plan folder is what `plusone solve --out` writes", file: file)
      return nil
    }
    guard let record = try? JSONDecoder().decode(PlanRecord.self, from: Data(bytes)) else {
      problems.add("this is not the summary of a stored plan; solve again", file: file)
      return nil
    }
    guard record.status == "optimal" else {
      problems.add(
        "the status is `\(record.status)`, so there is no plan in this folder; solve again",
        file: file, column: "status")
      return nil
    }
    return record
  }

  /// Compares the files with the list of those written. Plans of earlier versions have none.
  private func check(_ folder: String, _ problems: ProblemLog) {
    for file in files ?? [] {
      let path = "\(folder)/\(file.name)"
      // A name in a list that was tampered with leads nowhere else.
      guard PlanFolder.fileNames.contains(file.name) else { continue }
      do throws(FileFailure) {
        guard let damage = file.damage(of: try contents(ofFile: path)) else { continue }
        problems.add("\(damage); solve again", file: path)
      } catch {
        problems.addUnreadable(
          "\(error), though \(PlanFolder.summaryFile) lists it; solve again", file: path)
      }
    }
  }
}
