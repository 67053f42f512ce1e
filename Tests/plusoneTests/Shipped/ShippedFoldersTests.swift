import Foundation
import Tables
import TestSupport
import Testing

@testable import plusone

@Suite("Instances and models that come with the program")
struct ShippedFoldersTests {
  private func makeFolders(_ paths: [String], in root: URL) throws {
    for path in paths {
      try FileManager.default.createDirectory(
        at: root.appending(path: path), withIntermediateDirectories: true)
    }
  }

  @Test("are looked for here, above, beside the program, and in the package it was built in")
  func folders() throws {
    try withTemporaryFolder { scratch in
      try makeFolders(
        ["top/instances", "top/models", "top/a/instances", "top/a/b", "package/instances"],
        in: scratch)
      try Data().write(to: scratch.appending(path: "package/Package.swift"))
      let root = scratch.path
      let built = ShippedFolders.folders(
        from: "\(root)/top/a/b", program: "\(root)/package/.build/x/debug/plusone")
      // `a` has no models, so it is no folder of inputs.
      #expect(
        built == [
          "", "\(root)/top", "\(root)/package/.build/x/share/plusone", "\(root)/package",
        ])
      let installed = ShippedFolders.folders(from: "/", program: "/usr/local/bin/plusone")
      #expect(installed == ["", "/usr/local/share/plusone"])
      #expect(
        ShippedFolders.folders(from: "/", program: "/x/plusone") == ["", "/share/plusone"])
    }
  }

  /// Writes empty files in place of those for pictures.
  private func makeCharting(_ folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["vega-embed.js", "vega-embed.LICENSE.txt", "countries.geojson"] {
      try Data().write(to: folder.appending(path: name))
    }
  }

  @Test("files for pictures are those of the installation, else of the package it was built in")
  func charting() throws {
    try withTemporaryFolder { scratch in
      let root = scratch.path
      try makeFolders(["package/instances", "package/.build/x/debug", "usr/bin"], in: scratch)
      try Data().write(to: scratch.appending(path: "package/Package.swift"))
      let built = "\(root)/package/.build/x/debug/plusone"
      let installed = "\(root)/usr/bin/plusone"
      for (program, place, advice) in [
        (built, "\(root)/package/.build/charting", "`make charting`"),
        (installed, "\(root)/usr/share/plusone/charting", "`make install`"),
      ] {
        let error = try #require(throws: InputProblems.self) {
          try ShippedFolders.charting(program: program)
        }
        #expect(error.reason == .unreadable)
        #expect(error.description.hasPrefix("\(place): ") && error.description.contains(advice))
        try makeCharting(URL(filePath: place))
        let found = try ShippedFolders.charting(program: program)
        #expect(found.folder == place)
        for file in [found.library, found.licences, found.outlines] {
          #expect(FileManager.default.fileExists(atPath: file))
          #expect(file.hasPrefix(place + "/"))
        }
      }
      try FileManager.default.removeItem(atPath: "\(root)/usr/share/plusone/charting/vega-embed.js")
      #expect(throws: InputProblems.self) { try ShippedFolders.charting(program: installed) }
    }
  }

  @Test("are found by name from any folder, by every command that takes them")
  func names() throws {
    try withTemporaryFolder { scratch in
      let named = ["pharmaceuticals", "--model", "reliance-cap"]
      let paths = [
        TestPaths.instance("pharmaceuticals"), "--model", TestPaths.model("reliance-cap"),
      ]
      for words in [
        ["solve"], ["explain", "--format", "json"], ["export", "--format", "lp"], ["validate"],
        ["frontier", "--vary", "cap=90%..80%", "--steps", "2"],
      ] {
        let (name, rest) = (words[0], Array(words.dropFirst()))
        let found = try runPlusOne([name] + named + rest, in: scratch)
        #expect(found.status == 0, "\(name): \(found.errors)")
        #expect(
          found.output == (try runPlusOne([name] + paths + rest, in: scratch)).output, "\(name)")
      }
      for command in ["stress", "chokepoints"] {
        let run = try runPlusOne([command] + named, in: scratch)
        #expect(run.status == 0, "\(command): \(run.errors)")
      }
      #expect(try runPlusOne(["new", "mine", "--from", "batteries"], in: scratch).status == 0)
      #expect(try runPlusOne(["validate", "mine"], in: scratch).status == 0)
    }
  }

  @Test("may be named in a study, after paths beside it")
  func study() throws {
    try withTemporaryFolder { scratch in
      let study = """
        name: s
        instance: pharmaceuticals
        options:
          - model: baseline
          - model: own.yaml
        disruptions: none

        """
      try Data(study.utf8).write(to: scratch.appending(path: "s.yaml"))
      try Data("name: own\n".utf8).write(to: scratch.appending(path: "own.yaml"))
      let run = try runPlusOne(["study", "s.yaml", "--out", "out"], in: scratch)
      #expect(run.status == 0 && run.output.contains("2 of 2 runs; 2 have a plan"), "\(run.errors)")
      let manifest = try String(
        contentsOf: scratch.appending(path: "out/manifest.json"), encoding: .utf8)
      #expect(manifest.contains("instances/pharmaceuticals\""))

      try Data(study.replacing("baseline", with: "baselin").utf8)
        .write(to: scratch.appending(path: "s.yaml"))
      let wrong = try runPlusOne(["study", "s.yaml", "--out", "out"], in: scratch)
      #expect(wrong.status == 66 && wrong.errors.contains("the most similar name is `baseline`"))
    }
  }

  @Test("an unknown name has status 66 and the most similar name")
  func unknown() throws {
    try withTemporaryFolder { scratch in
      let wrong = try runPlusOne(
        ["solve", "japan-rare-earth", "--model", "baseline"], in: scratch)
      #expect(wrong.status == 66 && wrong.output == "")
      #expect(wrong.errors.contains("the most similar name is `japan-rare-earths`"))
      #expect(wrong.errors.contains("`plusone list`"))
      let model = try runPlusOne(
        ["stress", "pharmaceuticals", "--model", "relience-cap"], in: scratch)
      #expect(model.status == 66 && model.errors.contains("`reliance-cap`"))
    }
  }

  @Test("are not overwritten by outputs, and a folder of results may have the name of a model")
  func outputs() throws {
    try withTemporaryFolder { scratch in
      try makeFolders(["instances", "models"], in: scratch)
      try FileManager.default.copyItem(
        at: TestPaths.cases.appending(path: "goal-reliance"),
        to: scratch.appending(path: "instances/mine"))
      try FileManager.default.moveItem(
        at: scratch.appending(path: "instances/mine/model.yaml"),
        to: scratch.appending(path: "models/cap.yaml"))
      let question = ["mine", "--model", "cap"]
      for out in ["instances/mine", "instances"] {
        let run = try runPlusOne(["solve"] + question + ["--out", out], in: scratch)
        #expect(run.status == 73 && run.errors.contains("is an input"), "\(out): \(run.errors)")
      }
      for out in ["models/cap.yaml", "instances/mine/demands.csv"] {
        let export = ["export"] + question + ["--format", "lp", "--out", out]
        #expect(try runPlusOne(export, in: scratch).status == 73, "\(out)")
      }
      for _ in 0..<2 {
        let run = try runPlusOne(["solve"] + question + ["--out", "cap"], in: scratch)
        #expect(run.status == 0, "\(run.errors)")
      }
    }
  }

  @Test("complete in the shell, beside files and folders")
  func completion() throws {
    try withTemporaryFolder { scratch in
      try makeFolders(["batch"], in: scratch)
      let words = [
        "---completion", "solve", "--", "positional@0", "2", "3", "plusone", "solve", "bat",
      ]
      let run = try runPlusOne(words, in: scratch, environment: ["SAP_SHELL": "fish"])
      #expect(run.output.split(separator: "\n") == ["batteries", "batch/"], "\(run)")
    }
  }
}
