import Analysis
import Foundation
import Reporting
import Tables

/// The keys of `summary.json` that every version of the program has written.
struct PlanRecord: Decodable, Sendable {
  var instance: Summary.Source
  var model: Summary.Source
  var parameters: [String: String]
  var settings: [String: String]?
  /// The places of the assumptions that are moved; nil if none is.
  var assumptions: [String: Double]?
  var status: String
  var stages: [String]?
  var objective: Double?
  var cost: Double?
  var categories: [CostCategory: Double]

  /// Reads the summary of a folder and checks that there is a plan and that its files are unchanged.
  static func read(_ folder: String) throws(InputProblems) -> PlanRecord {
    let problems = ProblemLog()
    guard let record = read("\(folder)/\(PlanFolder.summaryFile)", problems) else {
      throw InputProblems(problems.problems, reason: problems.reason)
    }
    checkFiles(of: folder, problems)
    try problems.throwIfAny()
    return record
  }

  private static func read(_ file: String, _ problems: ProblemLog) -> PlanRecord? {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try contents(ofFile: file, limit: FileLimit.record)
    } catch {
      problems.add(error, hint: "a plan folder is what `plusone solve --out` writes", file: file)
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

  /// Compares the files with the list of those written. Plans of earlier versions have none, and no model either.
  private static func checkFiles(of folder: String, _ problems: ProblemLog) {
    let list = "\(folder)/\(FolderListing.fileName)"
    guard FileKind.of(list) != nil else {
      guard FileKind.of("\(folder)/\(PlanFolder.modelFile)") != nil else { return }
      return problems.addUnreadable(
        "the list of the plan's files is missing, so that damage cannot be found; solve again",
        file: list)
    }
    guard let listing = FolderListing.read(folder) else {
      return problems.add("this is not the list of a plan's files; solve again", file: list)
    }
    for name in listing.files.keys.sorted() {
      let path = "\(folder)/\(name)"
      guard let damage = listing.damage(in: folder, among: [name]) else { continue }
      let text = "\(damage) since the plan was stored; solve again"
      if FileKind.of(path) == nil {
        problems.addUnreadable(text, file: path)
      } else {
        problems.add(text, file: path)
      }
    }
  }
}

extension PlanRecord {
  /// Reports the first category whose cost differs from that of the summary.
  func compare(_ costs: CostBreakdown, in file: String, _ log: ProblemLog) {
    let whole = categories.values.sorted().reduce(0) { $0 + abs($1) }
    for category in CostCategory.allCases {
      let (found, wanted) = (costs[category], categories[category] ?? 0)
      let tolerance = 1e-6 * max(abs(found), abs(wanted)) + 1e-9 * whole
      guard !(abs(found - wanted) <= tolerance) || !found.isFinite else { continue }
      log.add(
        "the \(category.rawValue) costs of the tables add up to \(DecimalNumber.text(found)), "
          + "\(PlanFolder.summaryFile) has \(DecimalNumber.text(wanted)): rows are missing or were "
          + "changed; solve again", file: file)
      return
    }
  }
}
