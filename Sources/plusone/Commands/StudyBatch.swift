import ArgumentParser
import Foundation
import LinearProgramming
import Outputs
import Reporting
import Storage
import Studies
import Synchronization
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Carries out those runs of a study that are wanted and not stored yet, stores each when it finishes, and compares all
/// runs.
struct StudyBatch {
  let study: Study
  let folder: StudyFolder
  let runner: StudyRunner
  private let isWhole: Bool
  private let missing: [StudyRun]
  private let stored: [RunRecord]
  /// Names of missing runs that are stored already and that `--resume` would use.
  private let older: Set<String>

  /// The number of stored runs that are used again.
  var reusedCount: Int { stored.count }

  /// What becomes of wanted runs that are stored already and have the same inputs.
  enum StoredRuns {
    /// They are used again; `noting`: a note says so, because the user has not asked for it.
    case used(noting: Bool)
    /// They are computed anew.
    case replaced
  }

  /// - Parameters:
  ///   - wanted: the runs to be carried out.
  ///   - isWhole: whether stored runs that the study no longer has are removed.
  ///   - storedRuns: what becomes of wanted runs that are stored already.
  init(
    study: Study, folder: StudyFolder, runner: StudyRunner, wanted: [StudyRun], isWhole: Bool,
    _ storedRuns: StoredRuns
  ) {
    self.study = study
    self.folder = folder
    self.runner = runner
    self.isWhole = isWhole
    let uses = if case .used = storedRuns { true } else { false }
    var (missing, stored): ([StudyRun], [RunRecord]) = ([], [])
    var (unaskedCount, older) = (0, Set<String>())
    let wantedNames = Set(wanted.map(\.name))
    for run in study.runs {
      let isWanted = wantedNames.contains(run.name)
      let fate = isWanted ? "is computed again" : "is left out"
      if uses || !isWanted, let record = Self.standing(run, study, folder, runner, else: fate) {
        stored.append(record)
        if isWanted { unaskedCount += 1 }
      } else if isWanted {
        missing.append(run)
        if !uses, Self.usable(folder.stored(run.name), for: run, study, runner) != nil {
          older.insert(run.name)
        }
      }
    }
    (self.missing, self.stored, self.older) = (missing, stored, older)
    if case .used(noting: true) = storedRuns { Self.note(used: unaskedCount) }
  }

  private static func note(used count: Int) {
    guard count > 0 else { return }
    let what = count == 1 ? "1 run is" : "\(count) runs are"
    printError(
      "note: \(what) stored already with the same inputs and used again, as with --resume; to compute all runs anew, "
        + "use --replace")
  }

  /// The record of a stored run that is undamaged and has the same inputs; nil without one.
  ///
  /// - Parameter fate: what the note on a damaged run says will happen to it.
  private static func standing(
    _ run: StudyRun, _ study: Study, _ folder: StudyFolder, _ runner: StudyRunner,
    else fate: String
  ) -> RunRecord? {
    let found = folder.stored(run.name)
    switch found {
    case .nothing, .whole: break
    case .damaged(let damage):
      printError("note: the stored run \(run.name) is damaged (\(damage)) and \(fate)")
    case .outdated:
      printError(
        "note: an earlier version of the program stored the run \(run.name), with fewer figures; it \(fate)"
      )
    }
    return usable(found, for: run, study, runner)
  }

  /// The record of what is stored, if it is whole and has the inputs of the run.
  private static func usable(
    _ found: StudyFolder.Stored, for run: StudyRun, _ study: Study, _ runner: StudyRunner
  ) -> RunRecord? {
    guard case .whole(let record) = found else { return nil }
    let limit = runner.timeLimit(of: run)
    return record.stands(for: key(of: run, study, runner), timeLimit: limit) ? record : nil
  }

  private static func key(of run: StudyRun, _ study: Study, _ runner: StudyRunner) -> String {
    study.key(of: run, program: "plusone \(Version.text), \(runner.solver.name)")
  }

  /// The runs that match a pattern; all without one.
  static func wanted(of study: Study, only pattern: String?) throws -> [StudyRun] {
    let wanted = study.runs.filter { run in pattern.map { matches(run, $0) } ?? true }
    guard wanted.isEmpty else { return wanted }
    let names = study.options.map(\.name).joined(separator: ", ")
    throw ValidationError(
      "--only matches no run; runs are named OPTION/VARIATION/COORDINATION, and the options are \(names)"
    )
  }

  private static func matches(_ run: StudyRun, _ pattern: String) -> Bool {
    let parts = run.name.split(separator: "/").map(String.init)
    let names = [run.name, parts[0], parts[1], parts[0] + "/" + parts[1]]
    return names.contains(where: Wildcard(pattern).matches)
  }

  /// Carries out the missing runs and writes the tables of the study.
  ///
  /// - Throws: `OutputFailure` where a run cannot be stored.
  func run(jobs: Int) throws -> Comparison {
    let program = "plusone \(Version.text)"
    try folder.begin(
      StudyManifest(study, program: program, solver: runner.solver.name, records: nil))
    let results = Mutex((records: stored, failure: (any Error)?.none))
    let (storedCount, olderCount) = (SharedCount(stored.count), SharedCount(older.count))
    // On a full disk no further run could be stored.
    let goesOn = { @Sendable in !results.withLock { isDiskFull($0.failure) } }
    tellOfInterruption(storedCount, olderCount)
    Console.progress.step("runs", parts: missing.count) { step in
      runner.run(missing, jobs: jobs, while: goesOn) { outcome in
        do {
          let record = try folder.store(
            outcome, of: study, key: Self.key(of: outcome.run, study, runner),
            timeLimit: runner.timeLimit(of: outcome.run), solver: runner.solver.name)
          results.withLock { $0.records.append(record) }
          storedCount.increase()
          if older.contains(outcome.run.name) { olderCount.decrease() }
          step.endPart(record.status == .optimal ? nil : "without a plan")
        } catch {
          results.withLock { if $0.failure == nil || isDiskFull(error) { $0.failure = error } }
        }
      }
    }
    let (records, failure) = results.withLock { $0 }
    if let failure { throw failure }
    let place = Dictionary(
      study.runs.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let comparison = Comparison(
      records.sorted { (place[$0.run] ?? 0) < (place[$1.run] ?? 0) }, claims: study.claims,
      worlds: study.worlds?.drawn)
    if isWhole { note(folder.removeRuns(otherThan: Set(study.runs.map(\.name)))) }
    try folder.finish(
      comparison,
      StudyManifest(
        study, program: program, solver: runner.solver.name, records: comparison.records),
      of: study)
    return comparison
  }

  /// Sets what is said if a signal ends the study.
  private func tellOfInterruption(_ storedCount: SharedCount, _ olderCount: SharedCount) {
    let (path, all) = (folder.path, stored.count + missing.count)
    Interruption.advice.withLock {
      $0 = {
        StudyInterruption.advice(
          stored: storedCount.value, older: olderCount.value, of: all, in: path,
          arguments: CommandLine.arguments)
      }
    }
  }

  private func note(_ strangers: [String]) {
    guard let first = strangers.first else { return }
    let more = strangers.count > 1 ? " and \(strangers.count - 1) more" : ""
    printError(
      "note: \(folder.path)/\(first)\(more): kept, because this study did not write it")
  }
}

/// Whether a failure means that nothing more can be written.
private func isDiskFull(_ failure: (any Error)?) -> Bool {
  guard let code = (failure as? OutputFailure)?.code else { return false }
  return [ENOSPC, EDQUOT, EROFS].contains(code)
}
