import TestSupport
import Testing

@Suite("Names on the command line")
struct CommandNameTests {
  @Test(
    "an unknown command is named, with the known ones",
    arguments: [["optimize", "instance"], ["help", "optimize"], ["optimize"]])
  func unknownCommand(arguments: [String]) throws {
    let run = try runPlusOne(arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.hasPrefix("Error: unknown command `optimize`; "))
    #expect(run.errors.contains("known: list, new, import, validate, solve, "))
    #expect(run.errors.hasSuffix("\nUsage: plusone <subcommand>; see `plusone --help`.\n"))
  }

  @Test(
    "an unknown command of a command is named, also after help",
    arguments: [
      (["slove"], "unknown command `slove`; the most similar name is `solve`"),
      (
        ["import", "comtrad", "x.csv"],
        "unknown command `import comtrad`; the most similar name is `comtrade` (known: comtrade, baci, usgs, wmd)"
      ),
      (["import", "help"], "unknown command `import help`"),
      (["help", "import", "nonsense"], "unknown command `import nonsense`"),
      (["help", "study", "rum"], "unknown command `study rum`; the most similar name is `run`"),
      (["study", "rum", "x"], "unknown command `study rum`; the most similar name is `run`"),
      (["study", "result"], "unknown command `study result`; the most similar name is `results`"),
      (["help", "solve", "x"], "unknown command `solve x`; `solve` has no commands of its own"),
    ])
  func unknownSubcommand(arguments: [String], says: String) throws {
    let run = try runPlusOne(arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.hasPrefix("Error: \(says)"), "\(run.errors)")
  }

  @Test(
    "help of a known command is printed",
    arguments: [
      ["help", "import", "usgs"], ["help", "import", "wmd"], ["help", "study"],
      ["study", "run", "--help"], ["import"],
    ])
  func knownHelp(arguments: [String]) throws {
    let run = try runPlusOne(arguments)
    #expect(run.status == 0 && run.output.hasPrefix("OVERVIEW: ") && run.errors == "")
  }

  @Test("an unknown name in an instance points to the help of its own command")
  func help() throws {
    let folder = TestPaths.case("stress")
    let run = try runPlusOne(
      ["chokepoints", folder, "--model", folder + "/model.yaml", "--of", "R9"])
    #expect(run.status == 64)
    #expect(
      run.errors.hasSuffix("See `plusone help chokepoints` for the arguments of this command.\n"))
  }

  @Test(
    "an argument of any length is shortened in messages",
    arguments: [["--period"], ["--of"], ["--members", "R1", "--sharing"]])
  func longArgument(options: [String]) throws {
    let folder = TestPaths.case("stress")
    let run = try runPlusOne(
      ["chokepoints", folder, "--model", folder + "/model.yaml"] + options
        + [String(repeating: "a", count: 60_000)])
    #expect(run.status == 64)
    #expect(run.errors.contains("aaa… ("))
    #expect(run.errors.count < 2000)
  }
}
