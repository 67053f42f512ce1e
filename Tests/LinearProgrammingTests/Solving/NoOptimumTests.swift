import LinearProgramming
import TestSupport
import Testing

/// The message where a solve ends without an answer.
@Suite struct NoOptimumTests {
  @Test(
    "the message says what is not known, and why",
    arguments: [
      (.timeLimit, "the split is not known: the time limit came first; give more"),
      (.iterationLimit, "the split is not known: the iteration limit came first; give more"),
      (.cancelled, "the split is not known: the solve was cancelled"),
      (
        .infeasible,
        "the split is not known: the solver stopped with infeasible, although there is always an "
          + "answer; please report it"
      ),
    ] as [(Termination, String)])
  func saysKnownWhy(termination: Termination, sentence: String) {
    #expect(NoOptimum("the split", termination).description == sentence)
    #expect(termination.isLimit == !sentence.contains("report"))
  }

  @Test("only an optimum is given back as one")
  func onlyOptimum() throws {
    let optimum = Solution(termination: .optimal, objective: 3)
    #expect(try optimum.optimum(of: "it").objective == 3)
    #expect(throws: NoOptimum("it", .unbounded)) {
      try Solution(termination: .unbounded, objective: 3).optimum(of: "it")
    }
  }
}
