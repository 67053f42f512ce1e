import Sourcing
import Studies

extension StudyReport {
  /// What the goals of each option cost all regions and home, each beside the plan without goals.
  mutating func addGoalCosts(_ records: [RunRecord]) {
    guard records.contains(where: { $0.figures?.withoutGoals != nil }) else { return }
    let amount = { (value: Double?) in value.map(NumberText.amount) ?? "-" }
    let signed = { (value: Double?) in value.map(NumberText.signed) ?? "-" }
    var grid = TextGrid([
      "option", "cost", "without goals", "due to goals", "home's bill", "without goals",
      "due to goals",
    ])
    for record in records where record.status == .optimal {
      let other = record.figures?.withoutGoals
      grid.add([
        record.option, amount(record[.cost]), amount(other?.cost), signed(record[.extraCost]),
        amount(record[.homeBill]), amount(other?.homeBill), signed(record[.extraHomeBill]),
      ])
    }
    add(grid, heading: "What the goals of each option cost, discounted")
    let home = instance.map { " (\($0.home.id))" } ?? ""
    addLegend([
      ("cost", "of all regions together"),
      ("home's bill", "what home\(home) pays of it"),
      (
        "without goals",
        "the same of the best plan of the option without its goals, under the same variation; `solve` compares with "
          + "the same plan"
      ),
      (
        "due to goals",
        "the plan minus the plan without goals; 0 if the option has no goals, also if its policy is in the objective"
      ),
    ])
  }
}
