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
    let isInObjective = records.contains {
      $0.status == .optimal && $0.figures?.withoutGoals == nil
    }
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
        "the plan minus the plan without goals; 0 if the option has no goals"
          + (isInObjective
            ? "; -: the plan without goals was not found in time, or the option has no goals and its policy is in the "
              + "objective, so that no plan shows what the policy costs" : "")
      ),
    ])
    addInvestment(records)
  }

  /// What is invested because of the goals of each option, beside all that is invested.
  private mutating func addInvestment(_ records: [RunRecord]) {
    let planned = records.filter { $0.status == .optimal }
    guard planned.contains(where: { $0[.extraCapex] != nil }) else { return }
    let amount = { (value: Double?) in value.map(NumberText.amount) ?? "-" }
    let signed = { (value: Double?) in value.map(NumberText.signed) ?? "-" }
    var grid = TextGrid([
      "option", "capex", "without goals", "due to goals", "support", "without goals",
      "due to goals",
    ])
    for record in planned {
      let other = record.figures?.withoutGoals
      grid.add([
        record.option, amount(record[.capex]), amount(other?.capex), signed(record[.extraCapex]),
        amount(record[.support]), amount(other?.support), signed(record[.extraSupport]),
      ])
    }
    add(grid, heading: "What is invested because of the goals of each option, not discounted")
    addLegend([
      ("capex", "of all orders, with fixed costs"), ("support", "what programmes pay of it"),
      ("without goals, due to goals", "as above"),
    ])
  }

  /// Home's bill, options down and variations across.
  mutating func addHomeBillByVariation(_ records: [RunRecord]) {
    let home = instance.map { " of \($0.home.id)" } ?? " of home"
    addVariations("Bill\(home), discounted, by variation", records) {
      $0[.homeBill].map(NumberText.amount)
    }
  }
}
