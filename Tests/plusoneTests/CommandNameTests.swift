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
    #expect(run.errors.contains("(known: list, new, import, validate, solve, "))
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

  @Test("a share that is none comes with an example", arguments: ["95", "x", "-1%"])
  func share(text: String) throws {
    let folder = TestPaths.case("stress")
    let run = try runPlusOne(
      ["stockpile", folder, "--model", folder + "/model.yaml", "--service=\(text)"])
    #expect(run.status == 64)
    #expect(run.errors.contains("a share is from 0% to 100%, such as 95% or 0.95"))
  }
}
