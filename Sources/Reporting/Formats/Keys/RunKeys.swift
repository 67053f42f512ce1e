import Analysis
package import Studies

extension RunRecord: DescribedJSON {
  package static let objectTitle = "Record of a run"
}

extension RunRecord.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    let noPlan = "there is no plan"
    return switch self {
    case .run: .text("Name of the run: option, variation and coordination, joined by `/`.")
    case .option: .text("Name of the option.")
    case .variation: .text("Name of the variation.")
    case .coordination: .text("`joint` or `unilateral`.")
    case .key: .text("SHA-256 of everything on which the result depends.")
    case .status:
      .text("`optimal`, `infeasible`, `time-limit`, `bad-input` or `failed`.")
    case .reason: .text("Why there is no plan; empty if there is one.")
    case .unproven:
      .boolean(
        "`true`: branch and cut found no plan, but that there is none is not proven.",
        absent: "the answer is proven")
    case .timeLimit: .number(.seconds, "Time limit of the plan.", absent: "there is none")
    case .figures: .object(RunFigures.self, "Figures of the run.", absent: noPlan)
    case .sizes: .object(ProgramSizes.self, "Size of the plan's linear program.", absent: noPlan)
    case .warnings:
      .texts(
        "Warnings for the goals of the plan, a sentence each.", absent: "there are no warnings")
    case .checks:
      .object(
        CheckStanding.self,
        "How many checks against published figures hold in the plan without goals.",
        absent:
          "the instance has no checks.csv, the run is unilateral or under another variation than `as-is`, an assumption is "
          + "moved, or \(noPlan)"
      )
    case .assumptions: .movedAssumptions(absent: "none is moved, or \(noPlan)")
    case .sampled: .boolean("`true`: the run is one of a sampled world.", absent: "it is not")
    case .sobol:
      .boolean("`true`: the run is one of a world for Sobol indices.", absent: "it is not")
    case .iterations: .number(.count, "Simplex iterations of all solves of the plan.")
    }
  }
}

extension RunTimes: DescribedJSON {
  package static let objectTitle = "Times of a run"
}

extension RunTimes.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .plan: .number(.seconds, "To find the plan. All times are wall-clock times.")
    case .stress: .number(.seconds, "To disturb it.")
    case .explain: .number(.seconds, "To explain why there is no plan.")
    case .write: .number(.seconds, "To write the run's folder.")
    case .total: .number(.seconds, "All together.")
    }
  }
}
