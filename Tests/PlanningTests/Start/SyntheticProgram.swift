import Foundation
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import SourcingFiles

/// The program of a synthetic instance of 5 regions, 3 stages and 6 periods, with a limit on decline.
///
/// - Parameter edit: changes the files, after the limit is written.
func syntheticProgram(
  seed: UInt64, decline: String = "25%", edit: (inout [String: String]) -> Void = { _ in }
) throws -> PlanningProgram {
  try withTemporaryFolder { folder in
    let size = try #require(SyntheticInstance.Size("5x3x6"))
    var files = SyntheticInstance(size: size, seed: seed).files(name: "synthetic")
    files["model.yaml"]? += "max_decline: \(decline)\n"
    edit(&files)
    try write(files.mapValues { Array($0.utf8) }, to: folder)
    let instance = try InstanceReader.read(folder: folder.path)
    let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
    return PlanningProgram(instance: instance, model: model)
  }
}

extension ProgramPart {
  /// All columns and rows.
  static func all(of program: DeclineSubstitution) -> ProgramPart {
    ProgramPart(
      columns: Array(repeating: true, count: program.whole.columnCount),
      rows: Array(repeating: true, count: program.rowCount))
  }
}
