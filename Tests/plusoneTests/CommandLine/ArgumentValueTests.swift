import ArgumentParser
import Sourcing
import TestSupport
import Testing

@testable import plusone

/// Shares, lists and rules of sharing on the command line.
@Suite("Values of arguments")
struct ArgumentValueTests {
  @Test("a share is written as 95% or 0.95")
  func shares() throws {
    for text in ["95%", "0.95", "95.0%", ".95"] {
      #expect(abs(try ShareArgument(text).value - 0.95) < 1e-12)
    }
    #expect(try ShareArgument("0").value == 0 && ShareArgument("100%").value == 1)
  }

  @Test(
    "what is no share comes with a way to write it",
    arguments: [
      ("95", "a share is between 0 and 1; write 0.95 or 95%"),
      ("2.5", "a share is between 0 and 1; write 0.025 or 2.5%"),
      ("1.0000001", "a share is between 0 and 1, or from 0% to 100%: write 0.95 or 95%"),
      ("x", "a share is between 0 and 1: write 0.95 or 95%"),
      ("-1%", "a share is between 0 and 1, or from 0% to 100%: write 0.95 or 95%"),
      ("950%", "a share is between 0 and 1, or from 0% to 100%: write 0.95 or 95%"),
      ("nan", "a share is between 0 and 1: write 0.95 or 95%"),
      ("0,95", "a share is between 0 and 1: it has a decimal comma: write a point, 0.95"),
    ])
  func noShares(text: String, says: String) throws {
    let mistake = #expect(throws: ShareArgument.Mistake.self) { try ShareArgument(text) }
    #expect(mistake?.description == says)
    let run = try runPlusOne(["stockpile", "x", "--model", "y", "--service=\(text)"])
    #expect(run.status == 64 && run.errors.contains(says), "\(run.errors)")
  }

  @Test("items of a list have blanks around them, and none is blank or given twice")
  func lists() throws {
    #expect(try commaList("a, b ,c", of: "name", option: "--x") == ["a", "b", "c"])
    for (text, says) in [
      (",", "--x: found a blank name in `,`"), ("a,,b", "--x: found a blank name in `a,,b`"),
      ("a,", "--x: found a blank name in `a,`"), ("a,b,a", "--x: the name `a` is given twice"),
    ] {
      let mistake = #expect(throws: ValidationError.self) {
        try commaList(text, of: "name", option: "--x")
      }
      #expect(mistake?.message == says)
    }
  }

  @Test("rules of sharing are read with their shares and fairness")
  func rules() throws {
    let rules = try SharingRule.list("own, quota=30%,quota=0.4+max_min,pooled,pooled+max_min,iep")
    #expect(rules.map(\.mode) == [.own, .quota(0.3), .quota(0.4), .pooled, .pooled, .iep])
    #expect(rules.map { $0.fairness == .maxMin } == [false, false, true, false, true, false])
  }

  @Test(
    "a rule that is blank, unknown or given twice is refused before anything is read",
    arguments: [
      (",", "found a blank rule in `,`"), ("own,,pooled", "found a blank rule in `own,,pooled`"),
      ("own,own", "the rule `own` is given twice"),
      ("quota=0.3,quota=30%", "`quota=0.3` and `quota=30%` are the same rule; give it once"),
      ("quota=30", "`quota=30` needs a share, such as quota=30%; a share is between 0 and 1; wr"),
      ("quota=", "`quota=` needs a share, such as quota=30%"),
      ("poled", "unknown rule `poled`; the most similar name is `pooled`; the rules are own, p"),
      ("pooled+maxmin", "unknown rule `pooled+maxmin`; the rules are own, pooled, quota=SHARE and"),
    ])
  func wrongRules(text: String, says: String) throws {
    let run = try runPlusOne(["stress", "x", "--model", "y", "--sharing", text])
    #expect(run.status == 64 && run.errors.contains("--sharing: \(says)"), "\(run.errors)")
  }

  @Test("an amount of money below 1 may be meant as a share, which a note says")
  func allowances() throws {
    let amount = try AllowanceArgument.parse("0.05")
    #expect(
      amount.note(in: "USD million")
        == "note: --within 0.05 is money, 0.05 USD million; for a share of the total cost write 5%")
    for text in ["5", "5%", "0.5% of policy", "0", "5% of total"] {
      #expect(try AllowanceArgument.parse(text).note(in: "USD million") == nil)
    }
  }

  @Test(
    "what is no allowance comes with what is wrong",
    arguments: [
      ("1,5", "it has a decimal comma: write a point, 1.5"), ("1,000", "write 1000 if the comma"),
      ("5 of total", "; write 5% of total"), ("5%of total", "; write 5% of total"),
      ("0,5 of policy", "it has a decimal comma: write a point, 0.5"),
    ])
  func noAllowances(text: String, says: String) throws {
    let mistake = #expect(throws: ValidationError.self) { try AllowanceArgument.parse(text) }
    #expect(mistake?.message.contains(says) == true, "\(mistake?.message ?? "")")
  }

  @Test("blanks around the sign and the words of an allowance do not count")
  func blanksInAllowances() throws {
    let says = { (text: String) in "\(try AllowanceArgument.parse(text).allowance)" }
    #expect(try says("5 %") == says("5%") && says(" 5%  of  total ") == says("5% of total"))
    #expect(try says("50\u{A0}% of policy") == says("50% of policy"))
    let amount = try AllowanceArgument.parse("1e-12").note(in: "USD")
    #expect(amount?.hasSuffix("write 1e-10%") == true, "\(amount ?? "")")
  }

  @Test("a time limit with a decimal comma is said to have one")
  func timeLimits() throws {
    #expect(try seconds("1.5") == 1.5)
    let run = try runPlusOne(["solve", "x", "--model", "y", "--time-limit", "1,5"])
    #expect(run.status == 64 && run.errors.contains("decimal comma: write a point, 1.5"))
  }

  @Test("a long argument is shortened in a message, and the message stays whole")
  func longArguments() throws {
    let long = String(repeating: "x", count: 120_000)
    let shown = String(repeating: "x", count: 80) + "… (120000 characters)"
    for (words, says) in [
      (["frontier", "x", "--model", "y", "--vary", long], "`\(shown)`; write name=from..to"),
      (["solve", "x", "--model", "y", "--format", long], "unknown value `\(shown)` of --format"),
      (["solve", "x", "--model", "y", "--time-limit", long], "'\(shown)'"),
      (["stockpile", "x", "--model", "y", "--service", long], "'\(shown)'"),
    ] {
      let run = try runPlusOne(words)
      #expect(run.status == 64 && run.errors.contains(says), "\(run.errors.prefix(500))")
      #expect(run.errors.utf8.count < 2000)
    }
    let middling = String(repeating: "y", count: 300)
    let run = try runPlusOne([
      "stress", TestPaths.case("plain"), "--model", TestPaths.case("plain") + "/model.yaml",
      "--disruption", middling,
    ])
    #expect(!run.errors.contains(middling) && run.errors.contains("… (300 characters)"))
  }

  @Test("ranges of --vary that are slips say what is wrong")
  func ranges() throws {
    let run = try runPlusOne(["frontier", "x", "--model", "y", "--vary", "cap=80%..20"])
    #expect(run.status == 64 && run.errors.contains("--vary: one end of `80%..20` has a percent"))
  }
}
