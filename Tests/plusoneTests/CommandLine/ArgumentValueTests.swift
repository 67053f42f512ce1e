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
      ("95", "a share is between 0 and 1: write 0.95 or 95%"),
      ("2.5", "a share is between 0 and 1: write 0.025 or 2.5%"),
      ("x", "a share is between 0 and 1: write 0.95 or 95%"),
      ("-1%", "a share is between 0 and 1, or from 0% to 100%: write 0.95 or 95%"),
      ("950%", "a share is between 0 and 1, or from 0% to 100%: write 0.95 or 95%"),
      ("nan", "a share is between 0 and 1: write 0.95 or 95%"),
      ("0,95", "a share is between 0 and 1: write 0.95 or 95%"),
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
      ("quota=30", "`quota=30` needs a share, such as quota=30%; a share is between 0 and 1: wr"),
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
}
