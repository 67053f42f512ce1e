import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// The readers and `validate` have the same rules.
@Suite("What the readers accept")
struct ReadInstancesTests {
  @Test("of the cases is valid", arguments: TestPaths.caseNames)
  func cases(name: String) throws {
    let folder = TestPaths.case(name)
    let instance = try InstanceReader.read(folder: folder)
    try instance.validate()
    try ModelReader.read(file: "\(folder)/model.yaml", instance: instance).validate(for: instance)
  }

  @Test(
    "of the instances and models that come with the program is valid",
    arguments: [
      "batteries", "critical-minerals", "japan-rare-earths", "japan-rare-earths-2020",
      "pharmaceuticals", "semiconductors",
    ])
  func instances(name: String) throws {
    let instance = try InstanceReader.read(folder: TestPaths.instance(name))
    try instance.validate()
    #expect(TestPaths.modelNames.count >= 10)
    for model in TestPaths.modelNames {
      // Some models need parameters that not every instance has.
      let read = try? ModelReader.read(file: TestPaths.model(model), instance: instance)
      try read?.validate(for: instance)
      if name.hasPrefix("japan-rare-earths") { #expect(read != nil, "\(model)") }
    }
  }

  @Test("of random instances and models is valid", arguments: 1...39)
  func random(seed: UInt64) throws {
    try withTemporaryFolder { folder in
      try write(RandomCase(seed: seed).files.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      try instance.validate()
      let file = folder.appending(path: "model.yaml").path
      try ModelReader.read(file: file, instance: instance).validate(for: instance)
    }
  }

  @Test("may hold a goal that asks for nothing, which code may not")
  func idleGoals() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: reliance, upon: B, commodity: g, at_most: 10%",
        with: ["history.csv": OneBuyer.history])
      let instance = try InstanceReader.read(folder: folder.path)
      let file = folder.appending(path: "model.yaml").path
      var model = try ModelReader.read(file: file, instance: instance)
      #expect(model.goals[0].idleness == .noPeriod)
      try model.validate(for: instance)
      model.goals[0].line = nil
      #expect(throws: ValueProblems.self) { try model.validate(for: instance) }
    }
  }
}
