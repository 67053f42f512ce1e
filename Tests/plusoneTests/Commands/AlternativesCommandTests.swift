import TestSupport
import Testing

@Suite("plusone alternatives")
struct AlternativesCommandTests {
  @Test(
    "a share of what the goals cost is refused where there are no goals, before a plan is sought")
  func noGoals() throws {
    let arguments = ["alternatives", TestPaths.case("everything"), "--model"]
    let run = try runPlusOne(
      arguments + [TestPaths.model("baseline"), "--within", "50% of policy"])
    #expect(run.status == 64 && run.output == "")
    #expect(
      run.errors.contains(
        "--within '50% of policy': found a share of the extra cost of the goals, but the model has no goals; "
          + "must be money or a share of the total cost"), "\(run.errors)")
    #expect(!run.errors.contains("internal error"))
    let total = try runPlusOne(
      arguments + [TestPaths.model("baseline"), "--within", "1% of total"])
    #expect(total.status == 0, "\(total.errors)")
  }
}
