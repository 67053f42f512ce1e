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

  @Test("a file on a full disk has status 73, with path and cause, and stays as it was")
  func fullFile() throws {
    try withTemporaryFolder { folder in
      let commands = [
        ("\(Self.solve) --out plan", "plan/"),
        (
          "export '\(Self.instance)' --model '\(Self.instance)/model.yaml' --format lp --out x",
          "x:"
        ),
        ("new mine", "mine/"),
      ]
      for (command, path) in commands {
        let script =
          "(ulimit -f 0; exec $PLUSONE \(command) 2>&1 >/dev/null) | cat; echo ${PIPESTATUS[0]}"
        let output = try shell(script, in: folder)
        #expect(output.hasPrefix("plusone: \(path)"), "\(output)")
        #expect(output.contains("cannot be written: File too large\n") && output.hasSuffix("73\n"))
        #expect(!output.contains("NSCocoa") && !output.contains("read"))
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }
}
