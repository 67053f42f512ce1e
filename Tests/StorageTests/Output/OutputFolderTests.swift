import Foundation
import Outputs
import TestSupport
import Testing

@testable import Storage

@Suite("Output folders", .serialized)
struct OutputFolderTests {
  private let kind = OutputFolder.Kind("letters")

  private func write(_ text: String, to path: String) throws {
    try OutputFolder.write(to: path, kind) { folder in
      for file in ["a.csv", "b.csv"] { try folder.write(Data(text.utf8), as: file) }
    }
  }

  private func entries(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("a folder is written completely, with the folders above it, and replaced completely")
  func replaced() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "deep/er/plan").path
      try write("old", to: path)
      try write("new", to: path)
      #expect(try text(path + "/a.csv") == "new")
      #expect(try entries(scratch.appending(path: "deep/er")) == ["plan"])
      #expect(
        try entries(scratch.appending(path: "deep/er/plan")) == [
          "a.csv", "b.csv", "plusone.json",
        ])
    }
  }

  @Test("a folder lists its files with sizes and hashes, which show damage")
  func listing() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      let listing = try #require(FolderListing.read(path))
      #expect(listing.holds == "letters" && listing.files["a.csv"]?.bytes == 3)
      #expect(listing.damage(in: path) == nil)
      try Data("0ld".utf8).write(to: URL(filePath: path + "/b.csv"))
      #expect(listing.damage(in: path) == "b.csv has changed")
      try FileManager.default.removeItem(atPath: path + "/a.csv")
      #expect(listing.damage(in: path) == "a.csv is missing")
      #expect(listing.damage(in: path, among: ["b.csv"]) == "b.csv has changed")
    }
  }

  @Test("a file of another size or kind is reported without being read", .timeLimit(.minutes(1)))
  func sparse() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      let listing = try #require(FolderListing.read(path))
      #expect(truncate(path + "/a.csv", 1 << 40) == 0)
      #expect(listing.damage(in: path) == "a.csv has changed")
      try FileManager.default.removeItem(atPath: path + "/a.csv")
      try FileManager.default.createSymbolicLink(
        atPath: path + "/a.csv", withDestinationPath: "/dev/zero")
      #expect(listing.damage(in: path) == "a.csv has changed")
    }
  }

  @Test("a path that is too long is refused", .timeLimit(.minutes(1)))
  func longPath() throws {
    let failure = #expect(throws: OutputFailure.self) {
      try OutputFolder.check(String(repeating: "a/", count: 1_000_000), kind)
    }
    #expect(failure?.reason == "cannot be written: File name too long")
  }

  @Test("a folder with a file of the user is not replaced")
  func foreign() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      try Data("notes".utf8).write(to: URL(filePath: path + "/notes.txt"))
      #expect(throws: OutputFailure.self) { try write("new", to: path) }
      #expect(try text(path + "/a.csv") == "old")
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("a folder without a list is not replaced, and neither is a file")
  func unlisted() throws {
    try withTemporaryFolder { scratch in
      let folder = scratch.appending(path: "tables")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: folder.appending(path: "a.csv"))
      for path in [folder.path, folder.path + "/a.csv", folder.path + "/a.csv/plan"] {
        #expect(throws: OutputFailure.self) { try write("new", to: path) }
      }
      #expect(try entries(folder) == ["a.csv"])
    }
  }

  @Test("a list that names files elsewhere is not accepted")
  func forgedListing() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      let list = path + "/plusone.json"
      try Data(try text(list).replacing("a.csv", with: "../mine").utf8)
        .write(to: URL(filePath: list))
      #expect(FolderListing.read(path) == nil)
      #expect(throws: OutputFailure.self) { try write("new", to: path) }
    }
  }

  @Test("a folder stays as it was if writing fails half-way")
  func failing() throws {
    struct Stop: Error {}
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      #expect(throws: Stop.self) {
        try OutputFolder.write(to: path, kind) { folder in
          try folder.write(Data("half".utf8), as: "a.csv")
          throw Stop()
        }
      }
      #expect(try text(path + "/a.csv") == "old")
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("a failure has the path that the user named")
  func failureNames() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      let failure = #expect(throws: OutputFailure.self) {
        try OutputFolder.write(to: path, kind) { try $0.write(Data(), as: "no/such.csv") }
      }
      #expect(
        failure?.description
          == "\(path)/no/such.csv: cannot be written: No such file or directory")
    }
  }

  @Test("a symbolic link is followed, unless it leads nowhere")
  func links() throws {
    try withTemporaryFolder { scratch in
      let real = scratch.appending(path: "real").path
      let link = scratch.appending(path: "link").path
      try write("old", to: real)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
      try write("new", to: link)
      #expect(try text(real + "/a.csv") == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
      let dangling = scratch.appending(path: "dangling").path
      try FileManager.default.createSymbolicLink(atPath: dangling, withDestinationPath: "gone")
      #expect(throws: OutputFailure.self) { try write("new", to: dangling) }
    }
  }

  @Test("leftovers of a killed process are removed, and other folders with such names are not")
  func leftovers() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      for (name, list) in [
        (".plan.plusone-abcdef", "unfinished"), (".plan.plusone-backup", nil),
        (".plane.plusone-abcdef", "unfinished"), (".plan.plusone-copied", "letters"),
        (".plan.plusone-older.old", "letters"),
      ] {
        let folder = scratch.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("half".utf8).write(to: folder.appending(path: "a.csv"))
        let text = list.map {
          #"{"program": "plusone", "format": 1, "holds": "\#($0)", "files": {"a.csv": {}}}"#
        }
        if let text { try Data(text.utf8).write(to: folder.appending(path: "plusone.json")) }
      }
      for (name, list) in [(".plan.plusone-foreign", "{}"), (".plan.plusone-empty", nil)] {
        let folder = scratch.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try list.map { try Data($0.utf8).write(to: folder.appending(path: "plusone.json")) }
      }
      let begun = scratch.appending(path: ".plan.plusone-begun")
      try FileManager.default.createDirectory(at: begun, withIntermediateDirectories: true)
      try Data("{".utf8).write(to: begun.appending(path: ".plusone.json"))
      try write("new", to: path)
      #expect(
        try entries(scratch) == [
          ".plan.plusone-backup", ".plan.plusone-copied", ".plan.plusone-foreign",
          ".plan.plusone-older.old", ".plane.plusone-abcdef", "plan",
        ])
      #expect(try entries(scratch.appending(path: ".plan.plusone-foreign")) == ["plusone.json"])
      #expect(try text(scratch.appending(path: ".plan.plusone-copied/a.csv").path) == "half")
    }
  }

  @Test("of leftovers that were taking their place, those with nothing but results are removed")
  func placedLeftovers() throws {
    try withTemporaryFolder { scratch in
      let list = { (holds: String) in
        #"{"program": "plusone", "format": 1, "holds": "\#(holds)", "files": {"a.csv": {}}}"#
      }
      let make = { (name: String, further: String?, hasList: Bool) in
        let folder = scratch.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("old".utf8).write(to: folder.appending(path: "a.csv"))
        if hasList {
          try Data(list("letters").utf8).write(to: folder.appending(path: "plusone.json"))
        }
        if let further { try Data().write(to: folder.appending(path: further)) }
      }
      let mark = { (name: String, text: String) in
        try Data(text.utf8).write(to: scratch.appending(path: name + ".placing"))
      }
      try make(".plan.plusone-placed", nil, true)
      try make(".plan.plusone-instance", nil, false)
      try make(".plan.plusone-copied", nil, true)
      try make(".plan.plusone-strange", "notes.txt", true)
      for name in ["placed", "instance", "strange", "gone"] {
        try mark(".plan.plusone-\(name)", list("placing"))
      }
      try mark(".plan.plusone-mine", "a text of the user")
      try write("new", to: scratch.appending(path: "plan").path)
      #expect(
        try entries(scratch) == [
          ".plan.plusone-copied", ".plan.plusone-mine.placing", ".plan.plusone-strange",
          ".plan.plusone-strange.placing", "plan",
        ])
      let strange = scratch.appending(path: ".plan.plusone-strange")
      #expect(try entries(strange) == ["a.csv", "notes.txt", "plusone.json"])
    }
  }

  @Test("a result that was put aside is removed only beside the new one, and only if it is no copy")
  func asideLeftovers() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      for name in ["killed", "copied", "strange"] {
        try write("old", to: path)
        let aside = scratch.appending(path: ".plan.plusone-\(name)")
        try FileManager.default.moveItem(atPath: path, toPath: aside.path + ".old")
        guard name != "copied" else { continue }
        let list = #"{"program": "plusone", "format": 1, "holds": "placing", "files": {}}"#
        try Data(list.utf8).write(to: URL(filePath: aside.path + ".placing"))
      }
      let strange = scratch.appending(path: ".plan.plusone-strange.old/notes.txt")
      try Data().write(to: strange)
      let left = try entries(scratch)
      try write("new", to: path)
      // Nothing was in the place of the target, so these could be the only results.
      #expect(try entries(scratch) == left + ["plan"])
      try write("newer", to: path)
      #expect(
        try entries(scratch) == [
          ".plan.plusone-copied.old", ".plan.plusone-strange.old",
          ".plan.plusone-strange.placing", "plan",
        ])
      #expect(try text(path + "/a.csv") == "newer")
    }
  }

  @Test("a folder that was put aside moves back if the new one was not moved into place")
  func restored() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      let hidden = scratch.appending(path: ".plan.plusone-killed").path
      for (text, moved) in [("old", hidden + ".old"), ("half", hidden)] {
        try write(text, to: path)
        try FileManager.default.moveItem(atPath: path, toPath: moved)
      }
      let list = #"{"program": "plusone", "format": 1, "holds": "placing", "files": {}}"#
      try Data(list.utf8).write(to: URL(filePath: hidden + ".placing"))
      #expect(throws: (any Error).self) {
        try OutputFolder.write(to: path, kind) { _ in throw CocoaError(.userCancelled) }
      }
      #expect(try text(path + "/a.csv") == "old")
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("the mark of a folder that takes its place appears in one step")
  func mark() throws {
    try withTemporaryFolder { scratch in
      let hidden = scratch.appending(path: ".plan.plusone-abcdef")
      try FileManager.default.createDirectory(at: hidden, withIntermediateDirectories: true)
      try Data().write(to: hidden.appending(path: "a.csv"))
      let (mark, link) = (hidden.path + ".placing", scratch.appending(path: "link").path)
      try Data("earlier".utf8).write(to: URL(filePath: mark))
      try FileManager.default.linkItem(atPath: mark, toPath: link)
      Unfinished.markPlacing(HiddenFolder(path: hidden.path, descriptor: -1))
      // A mark that is written in its place would change the other name of the file too.
      #expect(try text(link) == "earlier")
      #expect(try #require(FolderListing.read(file: mark)).files.keys.sorted() == ["a.csv"])
      #expect(try entries(hidden) == ["a.csv"])
    }
  }

  // MARK: Folders in folders

  private func writeNested(_ text: String, to path: String, meanwhile: () throws -> Void = {})
    throws
  {
    try OutputFolder.write(to: path, kind) { folder in
      try folder.write(Data(text.utf8), as: "a.csv")
      try folder.writeFolder("inner", kind) { try $0.write(Data(text.utf8), as: "b.csv") }
      try meanwhile()
    }
  }

  @Test("a folder in a folder has a list of its own, and is replaced with it")
  func nested() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try writeNested("old", to: path)
      let listing = try #require(FolderListing.read(path))
      #expect(listing.folders == ["inner"] && listing.names == ["a.csv", "inner", "plusone.json"])
      #expect(FolderListing.read(path + "/inner")?.files.keys.sorted() == ["b.csv"])
      try writeNested("new", to: path)
      #expect(try text(path + "/inner/b.csv") == "new")
      #expect(try entries(scratch) == ["plan"])
      try write("flat", to: path)
      #expect(
        try entries(scratch.appending(path: "plan")) == ["a.csv", "b.csv", "plusone.json"])
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("a folder with a file of the user in a folder in it is not replaced, and the file is named")
  func nestedStranger() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try writeNested("old", to: path)
      try Data("mine".utf8).write(to: URL(filePath: path + "/inner/notes.txt"))
      let failure = #expect(throws: OutputFailure.self) { try writeNested("new", to: path) }
      #expect(failure?.reason.contains("inner/notes.txt") == true)
      #expect(try text(path + "/inner/b.csv") == "old")
      // A file in the place of the folder is the user's too.
      try FileManager.default.removeItem(atPath: path + "/inner")
      try Data("mine".utf8).write(to: URL(filePath: path + "/inner"))
      #expect(throws: OutputFailure.self) { try writeNested("new", to: path) }
      #expect(try text(path + "/inner") == "mine")
    }
  }

  @Test(
    "a file that appears in a folder in the folder while it is written is kept",
    arguments: [true, false])
  func nestedLate(hasInner: Bool) throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try writeNested("old", to: path)
      let late = {
        try Data("late".utf8).write(to: URL(filePath: path + "/inner/notes.txt"))
        try FileManager.default.createDirectory(
          atPath: path + "/inner/mine", withIntermediateDirectories: false)
        try Data("deep".utf8).write(to: URL(filePath: path + "/inner/mine/notes.txt"))
      }
      if hasInner {
        try writeNested("new", to: path, meanwhile: late)
        #expect(try text(path + "/inner/b.csv") == "new")
      } else {
        try OutputFolder.write(to: path, kind) { folder in
          try folder.write(Data("new".utf8), as: "a.csv")
          try late()
        }
        #expect(!FileManager.default.fileExists(atPath: path + "/inner/b.csv"))
      }
      #expect(try text(path + "/a.csv") == "new")
      #expect(try text(path + "/inner/notes.txt") == "late")
      #expect(try text(path + "/inner/mine/notes.txt") == "deep")
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("a folder in a folder stays as it was if writing fails half-way")
  func nestedFailing() throws {
    struct Stop: Error {}
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try writeNested("old", to: path)
      #expect(throws: Stop.self) { try writeNested("new", to: path) { throw Stop() } }
      #expect(try text(path + "/inner/b.csv") == "old")
      #expect(FolderListing.read(path + "/inner")?.damage(in: path + "/inner") == nil)
      #expect(try entries(scratch) == ["plan"])
    }
  }

  // MARK: Instances

  @Test("a file that appears while an instance is written is kept")
  func instances() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "mine").path
      try OutputFolder.writeInstance(to: path) { try $0.write(Data("1".utf8), as: "a.csv") }
      #expect(try entries(scratch.appending(path: "mine")) == ["a.csv"])
      #expect(throws: OutputFailure.self) { try OutputFolder.writeInstance(to: path) { _ in } }
      try OutputFolder.writeInstance(to: path, copied: ["a.csv"]) { folder in
        try folder.write(Data("2".utf8), as: "a.csv")
        try Data("late".utf8).write(to: URL(filePath: path + "/notes.txt"))
      }
      #expect(try text(path + "/a.csv") == "2" && text(path + "/notes.txt") == "late")
      #expect(try entries(scratch) == ["mine"])
    }
  }

  @Test("an instance stays as it is if a file to be copied changes meanwhile, at any depth")
  func changedInstance() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "mine").path
      try FileManager.default.createDirectory(
        atPath: path + "/.git/objects", withIntermediateDirectories: true)
      try Data("1".utf8).write(to: URL(filePath: path + "/a.csv"))
      for late in ["a.csv", ".git/objects/0a", ".git/HEAD"] {
        let failure = #expect(throws: OutputFailure.self) {
          try OutputFolder.writeInstance(to: path, copied: ["a.csv", ".git"]) { folder in
            try folder.write(Data("2".utf8), as: "a.csv")
            try Data("late".utf8).write(to: URL(filePath: path + "/" + late))
          }
        }
        #expect(failure?.path == path + "/" + late)
        #expect(try text(path + "/" + late) == "late")
        #expect(try entries(scratch) == ["mine"])
      }
      #expect(try text(path + "/a.csv") == "late")
    }
  }
}
