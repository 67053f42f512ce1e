import Foundation
import TestSupport
import Testing

/// The exit status depends on the work, not on the streams.
@Suite("Streams that cannot be written")
struct StreamFailureTests {
  private static let instance = TestPaths.case("goal-reliance")
  private static let solve = "solve '\(instance)' --model '\(instance)/model.yaml'"

  @Test(
    "standard error that is closed or full changes no status and no file",
    arguments: ["2>&-", "2>/dev/full"])
  func standardError(redirection: String) throws {
    try withTemporaryFolder { folder in
      let script = """
        $PLUSONE validate nowhere \(redirection); echo $?
        $PLUSONE \(Self.solve) --out plan \(redirection) >/dev/full; echo $?
        $PLUSONE solve \(redirection); echo $?
        $PLUSONE report plan > /dev/null; echo $?
        """
      #expect(try shell(script, in: folder) == "66\n73\n64\n0\n")
      let summary = try Data(contentsOf: folder.appending(path: "plan/summary.json"))
      #expect(try JSONSerialization.jsonObject(with: summary) is [String: Any])
    }
  }

  @Test("a study runs even if nobody reads its messages")
  func study() throws {
    try withTemporaryFolder { folder in
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      let script = "$PLUSONE study study.yaml --out out --only baseline >/dev/null 2>&-; echo $?"
      #expect(try shell(script, in: folder) == "0\n")
    }
  }

  @Test(
    "standard output that is full or closed has status 73 in every command",
    arguments: [
      "validate '\(instance)'", solve, solve + " --format csv", solve + " --format json",
      "validate '\(instance)' --model '\(instance)/model.yaml'", "--help", "help solve",
      "--version", "--generate-completion-script bash",
      "explain '\(instance)' --model '\(instance)/model.yaml'",
      "export '\(instance)' --model '\(instance)/model.yaml' --format mps",
    ])
  func standardOutput(command: String) throws {
    let script = """
      for to in '>/dev/full' '>&-'; do
        message=$(eval "\\$PLUSONE \(command.replacing("\"", with: "")) 3>&1 $to 2>&3"); echo "$? $message"
      done
      """
    let lines = try shell(script).split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.hasPrefix("73 plusone: standard output: cannot be written: "), "\(line)")
    }
  }

  @Test("an output on a full disk has status 73, with path and cause, and no part of it stays")
  func fullFile() throws {
    let stress = TestPaths.case("stress")
    let inputs = { (case: String) in "'\(`case`)' --model '\(`case`)/model.yaml'" }
    let commands = [
      ("\(Self.solve) --out plan", "plan/plusone.json"),
      ("export \(inputs(Self.instance)) --format lp --out x", "x"),
      ("export \(inputs(Self.instance)) --format mps --out x", "x"),
      ("export \(inputs(Self.instance)) --format glpk --out x", "x"),
      ("new mine", "mine"), ("new mine --from '\(Self.instance)'", "mine"),
      ("new mine --synthetic 3x2x2", "mine"),
      ("stress \(inputs(stress)) --months 1 --out runs", "runs/plusone.json"),
      ("chokepoints \(inputs(stress)) --months 1 --out points.csv", "points.csv"),
      ("import usgs ore.csv --home AUS --into ores", "ores"),
    ]
    try withTemporaryFolder { folder in
      let ore =
        "Source,Country,Type,Prod_t_2021\nMCS2023,Australia,\"Ore, mine production\",20000\n"
      try Data(ore.utf8).write(to: folder.appending(path: "ore.csv"))
      for (command, path) in commands {
        let script =
          "(ulimit -f 0; exec $PLUSONE \(command) 2>&1 >/dev/null) | cat; echo ${PIPESTATUS[0]}"
        #expect(
          try shell(script, in: folder)
            == "plusone: \(path): cannot be written: File too large\n73\n", "\(command)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["ore.csv"])
    }
  }

  @Test("a study on a full disk names the file in its folder")
  func fullStudy() throws {
    try withTemporaryFolder { folder in
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      let script =
        "(ulimit -f 0; exec $PLUSONE study study.yaml --out out 2>&1 >/dev/null) | cat; echo ${PIPESTATUS[0]}"
      #expect(
        try shell(script, in: folder)
          == "plusone: out/plusone.json: cannot be written: File too large\n73\n")
    }
  }

  @Test("a place below a file is named as the user wrote it")
  func belowFile() throws {
    try withTemporaryFolder { folder in
      try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
      try Data("mine".utf8).write(to: folder.appending(path: "file"))
      for command in ["\(Self.solve) --out", "study study.yaml --out", "new"] {
        let below = try shell("$PLUSONE \(command) ./file/x/y 2>&1; echo $?", in: folder)
        #expect(
          below == "plusone: ./file/x/y: cannot be written: Not a directory\n73\n", "\(command)")
      }
      for command in ["\(Self.solve) --out", "study study.yaml --out"] {
        let inPlace = try shell("$PLUSONE \(command) file 2>&1; echo $?", in: folder)
        #expect(
          inPlace == "plusone: file: is a file; name a folder that plusone may write\n73\n",
          "\(command)")
      }
      let text = try String(contentsOf: folder.appending(path: "file"), encoding: .utf8)
      #expect(text == "mine")
    }
  }
}
