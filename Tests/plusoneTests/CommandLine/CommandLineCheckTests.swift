import Foundation
import TestSupport
import Testing

@testable import plusone

/// Words of a command line that the parser would take, or explain badly.
@Suite("Checks of the command line")
struct CommandLineCheckTests {
  private func mistake(_ words: [String]) -> String? {
    do throws(ArgumentMistake) {
      _ = try CommandLineCheck.checked(words)
      return nil
    } catch { return error.message }
  }

  @Test("a misspelt option is named, with the most similar one")
  func unknownOption() {
    let solve = ["solve", "x"]
    #expect(
      mistake(solve + ["--modle", "y"])
        == "unknown option `--modle`; the most similar name is `--model`")
    #expect(
      mistake(solve + ["-model", "y"])
        == "unknown option `-model`; the most similar name is `--model`")
    #expect(
      mistake(["study", "x", "--resum"])
        == "unknown option `--resum`; the most similar name is `--resume`")
    #expect(
      mistake(["study", "results", "x", "--were=a"])
        == "unknown option `--were`; the most similar name is `--where`")
  }

  @Test("flags of the parser, and help on help, are left to the parser")
  func parserFlags() {
    for words in [
      ["solve", "--version"], ["solve", "--help-hidden"], ["help", "help"], ["help"],
    ] {
      #expect(mistake(words) == nil, "\(words)")
    }
  }

  @Test("an option that takes one value is given once; one that may be repeated has other values")
  func twice() {
    #expect(
      mistake(["solve", "x", "--out", "a", "--out=b"])
        == "--out is given twice, with `a` and `b`; give it once")
    #expect(
      mistake(["stress", "x", "--disruption", "ban", "--disruption", "ban"])
        == "--disruption is given twice with the same value, `ban`")
    #expect(
      mistake(["import", "usgs", "a.csv", "b.csv", "a.csv", "--into", "x"])
        == "<files> is given twice with the same value, `a.csv`")
    #expect(mistake(["stress", "x", "--disruption", "ban", "--disruption", "strait"]) == nil)
    #expect(mistake(["solve", "x", "--set", "a=1", "--set", "b=1", "--zeros", "--zeros"]) == nil)
  }

  @Test(
    "an empty value is refused",
    arguments: [
      (["solve", "", "--model", "y"], "<instance> is empty"),
      (["solve", "x", "--model", ""], "the value of --model is empty"),
      (["solve", "x", "--baseline="], "the value of --baseline is empty"),
      (["solve", "x", "--set", ""], "the value of --set is empty"),
      (["report", "--", ""], "<plan> is empty"),
      (["study", "results", "x", "--where", ""], "the value of --where is empty"),
    ])
  func empty(words: [String], says: String) {
    #expect(mistake(words) == says)
  }

  @Test("a negative number after an option is its value")
  func negative() throws {
    let words = ["frontier", "x", "--steps", "-3", "--set", "cap=1"]
    #expect(
      try CommandLineCheck.checked(words) == ["frontier", "x", "--steps=-3", "--set", "cap=1"])
  }

  @Test(
    "words that the parser explains well, help and completions are left as they are",
    arguments: [
      [], ["--version"], ["--help"], ["help", "solve"], ["solve", "--help", "--out", ""],
      ["solve", "x", "--out"], ["solve", "x", "--out", "--zeros"], ["solve", "x", "--out", ""],
      ["import"], ["study"],
      ["---completion", "solve", "--", "x"], ["solve", "x", "y", "z"], ["import", "--help"],
    ])
  func unchanged(words: [String]) throws {
    #expect(try CommandLineCheck.checked(words) == words)
  }

  @Test(
    "a value that an option does not take ends with status 64 and what it takes",
    arguments: [
      (["--time-limit", "nan"], "--time-limit takes a number of seconds above 0"),
      (["--time-limit", "-1"], "--time-limit takes a number of seconds above 0"),
      (["--steps", "-3"], "--steps takes a whole number from 2 to 10000"),
      (["--steps", "1"], "--steps takes a whole number from 2 to 10000"),
      (["--steps", "1e9"], "The number of values, 2 to 10000"),
      (["--set", "=3"], "write the name of a parameter, = and its value, such as cap=40%"),
      (["--set", "cap"], "write the name of a parameter, = and its value, such as cap=40%"),
      (["--set", "cap="], "write the name of a parameter, = and its value, such as cap=40%"),
      (["--set", "a=1", "--set", "a=2"], "--set gives `a` twice, `1` and `2`; give it once"),
      (["--set", "cap=1"], "--vary and --set both give `cap`; leave out --set"),
    ])
  func values(options: [String], says: String) throws {
    let run = try runPlusOne(
      ["frontier", "x", "--model", "y", "--vary", "cap=80%..20%"] + options)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(says), "\(run.errors)")
  }

  @Test(
    "numbers of threads, months and seeds have their ranges",
    arguments: [
      (["chokepoints", "x", "--model", "y", "--jobs", "0"], "--jobs takes a whole number from 1"),
      (["study", "x", "--jobs", "-1"], "--jobs takes a whole number from 1"),
      (["stress", "x", "--model", "y", "--months", "0"], "--months takes a whole number from 1"),
      (["new", "x", "--synthetic", "3x3x3", "--seed", "-1"], "A whole number"),
    ])
  func ranges(words: [String], says: String) throws {
    let run = try runPlusOne(words)
    #expect(run.status == 64 && run.errors.contains(says), "\(run.errors)")
  }

  @Test("a long dash in the place of two is named, and so is an unknown value of a choice")
  func slips() throws {
    let run = try runPlusOne(["solve", "x", "–model", "y"])
    #expect(
      run.status == 64 && run.errors.contains("`–model` begins with a long dash, –; write --model"))
    let format = try runPlusOne(["solve", "x", "--model", "y", "--format", "CSV"])
    #expect(
      format.status == 64
        && format.errors.contains("unknown value `CSV` of --format; the most similar name is `csv`")
    )
  }
}
