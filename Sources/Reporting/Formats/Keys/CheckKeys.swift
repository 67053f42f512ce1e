package import Analysis

extension CheckStanding: DescribedJSON {
  package static let objectTitle = "Checks against published figures"
}

extension CheckStanding.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .count: .number(.count, "Checks of the instance's checks.csv.")
    case .judged: .number(.count, "Those for which the plan without goals has a figure.")
    case .held: .number(.count, "Those of them whose figure is within the tolerance.")
    }
  }
}
