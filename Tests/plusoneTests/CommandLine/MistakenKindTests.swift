import Foundation
import SourcingFiles
import TestSupport
import Testing

@testable import plusone

/// Files and folders of one kind where another kind is wanted.
@Suite("Kinds of inputs")
struct MistakenKindTests {
  /// The path of an input of each kind, from the folder of the tests on.
  static let paths: [InputKind: String] = [
    .instance: "ex", .instanceFile: "ex/instance.yaml", .instanceTable: "ex/demands.csv",
    .model: "ex/model.yaml", .study: "study.yaml", .importMap: "map.yaml", .plan: "plan",
    .results: "runs", .record: "plan/summary.json", .game: "game.csv", .weights: "weights.csv",
    .table: "data.csv",
  ]

  /// A command for each kind that commands read, with a place `@` for the input.
  static let commands: [(wanted: InputKind, words: [String])] = [
    (.instance, ["validate", "@"]),
    (.instance, ["solve", "@", "--model", "ex/model.yaml"]),
    (.instance, ["list", "@"]),
    (.instance, ["new", "copy", "--from", "@"]),
    (.model, ["solve", "ex", "--model", "@"]),
    (.model, ["validate", "ex", "--model", "@"]),
    (.model, ["list", "--model", "@"]),
    (.model, ["stress", "ex", "--model", "@"]),
    (.study, ["study", "@"]),
    (.plan, ["report", "@"]),
    (.plan, ["stress", "ex", "--plan", "@"]),
    (.plan, ["solve", "ex", "--model", "ex/model.yaml", "--baseline", "@"]),
    (.results, ["study", "results", "@"]),
    (.importMap, ["import", "usgs", "data.csv", "--into", "new", "--map", "@"]),
    (.table, ["import", "usgs", "@", "--into", "new", "--home", "JPN"]),
    (.game, ["split", "@"]),
    (.weights, ["split", "game.csv", "--weights", "@"]),
  ]

  /// What is taken, or has a message of its own: the file or the folder of an instance stands for the other, an
  /// instance has a study or none.
  static func isTaken(_ found: InputKind, for wanted: InputKind) -> Bool {
    switch (wanted, found) {
    case (.instance, .instanceFile), (.study, .instance), (.study, .instanceFile): true
    default: found == wanted
    }
  }

  private func prepare(_ folder: URL) throws {
    let instance = folder.appending(path: "ex")
    try FileManager.default.createDirectory(at: instance, withIntermediateDirectories: true)
    for (name, text) in Starter.files(name: "ex") {
      try Data(text.utf8).write(to: instance.appending(path: name))
    }
    let files = [
      "study.yaml": "instance: ex\noptions: [{model: ex/model.yaml}]\n",
      "map.yaml": "home: JPN\ncommodities: [{commodity: ore, usgs: raree}]\n",
      "game.csv": "coalition,value\nA,1\nB,1\nA;B,3\n", "data.csv": "year,figure\n2020,1\n",
      "weights.csv": "member,weight\nA,1\nB,2\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    for words in [
      ["solve", "ex", "--model", "ex/model.yaml", "--out", "plan"],
      ["study", "study.yaml", "--out", "runs"],
    ] {
      let run = try runPlusOne(words, in: folder)
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test("each kind of input is recognised where another one is wanted, with what to do with it")
  func pairs() throws {
    try withTemporaryFolder { folder in
      try prepare(folder)
      var count = 0
      for (wanted, words) in Self.commands {
        for (found, path) in Self.paths where !Self.isTaken(found, for: wanted) {
          let run = try runPlusOne(words.map { $0 == "@" ? path : $0 }, in: folder)
          #expect(run.status == 65, "\(words) \(path)")
          let says = "\(path): this is \(found.name), not \(wanted.wantedName)"
          #expect(run.errors.hasPrefix(says), "\(words): \(run.errors)")
          #expect(run.errors.filter { $0 == "\n" }.count == 1, "\(run.errors)")
          count += 1
        }
      }
      #expect(count == Self.commands.count * (Self.paths.count - 1) - 6)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "new").path))
    }
  }

  @Test("the message says how the input is used")
  func use() throws {
    try withTemporaryFolder { folder in
      try prepare(folder)
      let errors = { (words: [String]) in try runPlusOne(words, in: folder).errors }
      #expect(
        try errors(["solve", "ex", "--model", "study.yaml"])
          == "study.yaml: this is a study, not a model; run it with `plusone study study.yaml`\n")
      #expect(
        try errors(["study", "ex/model.yaml"])
          == "ex/model.yaml: this is a model, not a study; use it with `--model ex/model.yaml`\n")
      #expect(
        try errors(["validate", "plan"])
          == "plan: this is the folder of a stored plan, not the folder of an instance; "
          + "show it with `plusone report plan`\n")
      #expect(
        try errors(["validate", "ex/demands.csv"])
          == "ex/demands.csv: this is a table of an instance, not the folder of an instance; "
          + "to use it, name its folder, ex\n")
    }
  }

  @Test("an instance's file with another name is no instance, and its folder is not read")
  func otherName() throws {
    try withTemporaryFolder { folder in
      #expect(try runPlusOne(["new", "ex"], in: folder).status == 0)
      let inside = folder.appending(path: "ex")
      try FileManager.default.copyItem(
        at: inside.appending(path: "instance.yaml"), to: inside.appending(path: "my-data.yaml"))
      for words in [["validate", "my-data.yaml"], ["validate", "../ex/my-data.yaml"]] {
        let run = try runPlusOne(words, in: inside)
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains("its name must be instance.yaml"), "\(run.errors)")
      }
    }
  }

  @Test("the file instance.yaml stands for its folder")
  func manifest() throws {
    try withTemporaryFolder { folder in
      try prepare(folder)
      let whole = try runPlusOne(["validate", "ex"], in: folder)
      #expect(whole.status == 0)
      #expect(try runPlusOne(["validate", "ex/instance.yaml"], in: folder).output == whole.output)
      let inside = try runPlusOne(["validate", "instance.yaml"], in: folder.appending(path: "ex"))
      #expect(inside.status == 0, "\(inside.errors)")
      let study = try runPlusOne(["study", "ex/instance.yaml"], in: folder)
      #expect(study.status == 66 && study.errors.hasPrefix("ex/study.yaml: "), "\(study.errors)")
      #expect(study.errors.contains("ex is an instance without a study"), "\(study.errors)")
    }
  }

  @Test("a folder without any file of an instance is said to be none, in one line")
  func strangeFolder() throws {
    try withTemporaryFolder { folder in
      try Data("a,b\n1,2\n".utf8).write(to: folder.appending(path: "mine.csv"))
      let run = try runPlusOne(["validate", "."], in: folder)
      #expect(
        run.errors == ".: there is no instance here; an instance is a folder with instance.yaml\n")
      #expect(run.status == 66)
    }
  }

  @Test("a mistake inside a model is no other kind of file")
  func mistakes() throws {
    try withTemporaryFolder { folder in
      try prepare(folder)
      for text in ["goals: []\noptions: []\n", "names: x\n", "goals: [\n"] {
        try Data(text.utf8).write(to: folder.appending(path: "m.yaml"))
        let run = try runPlusOne(["solve", "ex", "--model", "m.yaml"], in: folder)
        #expect(run.status == 65 && run.errors.hasPrefix("m.yaml:"), "\(run.errors)")
        #expect(!run.errors.contains("this is"))
      }
    }
  }

  @Test("tables of results and of instances where others are wanted, and a game with semicolons")
  func otherTables() throws {
    try withTemporaryFolder { folder in
      try prepare(folder)
      let record = InputKind.record.name
      for words in [
        ["study", "results", "runs/comparison.csv"],
        ["import", "usgs", "plan/allocation.csv", "--into", "new", "--home", "JPN"],
      ] {
        let run = try runPlusOne(words, in: folder)
        #expect(run.status == 65 && run.errors.contains("this is \(record)"), "\(run.errors)")
      }
      let words = ["import", "comtrade", "ex/demands.csv", "--into", "new", "--map", "map.yaml"]
      let table = try runPlusOne(words, in: folder)
      #expect(table.errors.contains("a table of an instance, not a table of statistics"))
      try Data("coalition;value\nA;1\n".utf8).write(to: folder.appending(path: "g.csv"))
      let game = try runPlusOne(["split", "g.csv"], in: folder)
      #expect(game.status == 65 && game.errors.contains("semicolons"), "\(game.errors)")
    }
  }

  @Test("a misplaced key leaves the mistakes of a model as they are")
  func misplacedKeys() throws {
    try withTemporaryFolder { folder in
      try prepare(folder)
      for text in ["name: m\ncommodities: all\n", "name: m\noptions: {}\n"] {
        try Data(text.utf8).write(to: folder.appending(path: "m.yaml"))
        let run = try runPlusOne(["solve", "ex", "--model", "m.yaml"], in: folder)
        #expect(run.status == 65 && run.errors.hasPrefix("m.yaml:2: "), "\(run.errors)")
      }
    }
  }
}
