import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import Tables
import TestSupport

/// The cheapest plan without goals for the tables of an import.
struct PlannedImport {
  let instance: Instance
  let warnings: [String]
  let result: PlanningResult

  init(_ files: [String: String]) throws {
    (instance, warnings) = try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let (tables, instance) = try InstanceReader.readWithTables(folder: folder.path)
      return (instance, InstanceWarnings.find(in: instance, tables: tables).map(\.description))
    }
    result = try Planner(solver: GLPKSolver()).plan(instance, Model(for: instance, goals: []))
  }

  var isOptimal: Bool { result.termination == .optimal }
}
