import Foundation
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Instances and models by name")
struct NamedInputsTests {
  /// Two folders, `near` and `far`, with some instances and models.
  private func withFolders(_ body: (URL, NamedInputs) throws -> Void) throws {
    try withTemporaryFolder { scratch in
      let files = [
        "near/instances/copper/instance.yaml", "near/models/cap.yaml",
        "near/instances/no-instance/regions.csv", "near/models/notes.txt",
        "far/instances/copper/instance.yaml", "far/instances/tin/instance.yaml",
        "far/models/cap.yaml", "far/models/onshoring.yaml",
      ]
      for file in files {
        let url = scratch.appending(path: file)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data().write(to: url)
      }
      let folders = ["near", "far", "nowhere"].map { scratch.appending(path: $0).path }
      try body(scratch, NamedInputs(folders: folders))
    }
  }

  @Test("the first folder that has a name counts")
  func order() throws {
    try withFolders { scratch, inputs in
      let path = { (end: String) in scratch.appending(path: end).path }
      let copper = try inputs.instance("copper")
      let tin = try inputs.instance("tin")
      #expect(copper == path("near/instances/copper") && tin == path("far/instances/tin"))
      let (cap, same) = (try inputs.model("cap"), try inputs.model("cap.yaml"))
      #expect(cap == path("near/models/cap.yaml") && same == cap)
      #expect(inputs.instances.map(\.name) == ["copper", "tin"])
      #expect(inputs.models.map(\.name) == ["cap", "onshoring"])
      #expect(inputs.models.map(\.path) == [cap, path("far/models/onshoring.yaml")])
    }
  }

  @Test("a path wins over a name, but a folder is no model")
  func paths() throws {
    try withFolders { scratch, inputs in
      let tin = scratch.appending(path: "far/instances/tin").path
      let cap = scratch.appending(path: "far/models/cap.yaml").path
      // A file that is no instance is left to the reader, which says what is wrong with it.
      let found = [try inputs.instance(tin), try inputs.model(cap), try inputs.instance(cap)]
      #expect(found == [tin, cap, cap])
      let folder = try inputs.model(tin)
      #expect(folder == tin)
    }
  }

  @Test("an unknown name has the most similar one, and a wrong path the name that it ends with")
  func unknown() throws {
    try withFolders { scratch, inputs in
      let message = { (name: String, isModel: Bool) in
        let error = #expect(throws: InputProblems.self) {
          _ = isModel ? try inputs.model(name) : try inputs.instance(name)
        }
        #expect(error?.reason == .unreadable)
        return error?.problems.first?.description ?? ""
      }
      #expect(
        message("coper", false)
          == "coper: the instance folder does not exist, and no instance has this "
          + "name; the most similar name is `copper` (known: copper, tin); `plusone list` shows all"
      )
      #expect(
        message("onshor.yaml", true).contains(
          "and no model has this name; the most similar name is `onshoring`"))
      let gone = scratch.appending(path: "gone/tin").path
      #expect(message(gone, false).hasSuffix("give its name alone: tin"))
      #expect(message(gone + "/x", false).contains("an instance is a folder with instance.yaml"))
      #expect(message("", false).contains("the instance folder does not exist"))
      #expect(message("no-instance", false).contains("no instance has this name"))
    }
    let none = #expect(throws: InputProblems.self) { _ = try NamedInputs.none.model("cap") }
    #expect(none?.problems.first?.message.contains("a model is a YAML file") == true)
  }

  @Test("a name never leads out of the folders")
  func outside() throws {
    try withFolders { scratch, inputs in
      for name in ["../instances/copper", "..", ".", "copper/../tin", "/copper"] {
        #expect(inputs.instancePath(named: name) == nil, "\(name)")
      }
    }
  }
}
