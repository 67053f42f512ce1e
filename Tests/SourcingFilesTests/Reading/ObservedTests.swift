import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("observed.csv")
struct ObservedTests {
  /// The sample instance with another observed.csv; nil: without it.
  private func read(_ observed: String? = SampleInstance.files["observed.csv"]) throws -> Instance {
    try withTemporaryFolder { folder in
      var files = SampleInstance.files
      files["observed.csv"] = observed
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
  }

  @Test("is read as history, and is apart from it")
  func reads() throws {
    let instance = try read()
    #expect(instance.history.map(\.quantity) == [20])
    #expect(instance.observed.map(\.quantity) == [18, 6])
    #expect(instance.observed.map { instance.regions[$0.origin].id } == ["CHN", "AUS"])
    #expect(instance.observed.allSatisfy { instance.horizon[$0.period].label == "2021" })
  }

  @Test("may be missing")
  func missing() throws {
    let instance = try read(nil)
    #expect(instance.observed.isEmpty && instance.history.count == 1)
  }

  @Test("the last row of a flow counts")
  func repeated() throws {
    let rows = "oxide,CHN,JPN,2021,18\noxide,AUS,JPN,2021,6\noxide,CHN,JPN,2021,17\n"
    let instance = try read("commodity,origin,destination,period,quantity\n" + rows)
    #expect(instance.observed.map(\.quantity) == [17, 6])
  }

  @Test("is part of what the hash of an instance is of")
  func hash() throws {
    let other = "commodity,origin,destination,period,quantity\noxide,CHN,JPN,2021,19\n"
    #expect(try read().contentHash != read(other).contentHash)
  }
}
