import Foundation
import GLPKSolver
import Sourcing
import SourcingFiles
import Studies
import Tables
import TestSupport
import Testing

/// Studies of the sample instance, whose file is given from `variations:` on.
enum StudyText {
  private static let model = "parameters: {cap: 50%, floor: 0}\nmax_decline: $cap\n"
  private static let other = "parameters: {tempo: 100%}\nmax_decline: $tempo\n"

  /// The study of two options, `model` and `other`. Its first variation is on line 5.
  static func read(
    _ variations: String, option: String = "model.yaml, set: {cap: 60%}",
    changes: [String: String] = [:], body: (Study) throws -> Void = { _ in }
  ) throws {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files.merging(changes) { $1 }
      files["model.yaml"] = model
      files["other.yaml"] = other
      files["study.yaml"] =
        "options:\n  - {model: \(option)}\n  - {model: other.yaml}\n\(variations)\n"
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      try body(
        StudyReader.read(file: folder.path + "/study.yaml", solver: GLPKSolver()))
    }
  }

  /// What is wrong with a study, without the folder of its file.
  static func problems(_ variations: String, option: String = "model.yaml") throws -> [String] {
    do {
      try read(variations, option: option)
      return []
    } catch let error as InputProblems {
      return error.problems.map { problem in
        let name = URL(filePath: problem.file).lastPathComponent
        return name + problem.description.dropFirst(problem.file.count)
      }
    }
  }
}
