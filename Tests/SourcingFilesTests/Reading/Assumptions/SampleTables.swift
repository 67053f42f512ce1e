import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// The sample instance as tables, and what it is compiled to.
enum SampleTables {
  /// The tables of the sample instance, with other assumptions and other changes.
  ///
  /// - Parameters:
  ///   - rows: rows of `assumptions.csv` without `note`.
  ///   - changes: whole files.
  static func read(
    _ rows: String = rows, changes: [String: String] = [:]
  ) throws -> (tables: InstanceTables, instance: Instance) {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files.merging(changes) { $1 }
      files["assumptions.csv"] = header + rows
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.readWithTables(folder: folder.path)
    }
  }

  /// Assumptions of every mode, one of them with two rows.
  static let rows = """
    mining,facilities,process=mine,unit_cost,0.8,1.5,,,What mining costs,survey:3
    mining,capacities,facility=m2;period=2021|2022,unit_cost,0.8,1.5,multiply,,,survey:3
    delay,projects,,lead_years,0,2,add,uniform,,survey:3
    rust,stockpiles,stockpile=w,loss,0,1,set,,How much oxide is lost,survey:3
    ban,disruptions,disruption=ban;effect=exports,months,0.5,2,,triangular,,survey:3

    """

  private static let header =
    "assumption,table,where,column,low,high,mode,distribution,title,source\n"

  /// An instance as a text, without what says from where it was read and what was moved.
  static func text(_ instance: Instance) -> String {
    var instance = instance
    (instance.contentHash, instance.folder, instance.movedAssumptions) = ("", "", [:])
    var text = ""
    dump(instance, to: &text)
    return text
  }

  /// The assumption with an id.
  static func assumption(_ id: String, of instance: Instance) throws -> Assumption {
    instance.assumptions[try #require(instance.assumptions.index(of: id))]
  }
}
