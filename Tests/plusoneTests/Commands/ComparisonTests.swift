import Foundation
import TestSupport
import Testing

@Suite("Figures of a study's comparison")
struct ComparisonTests {
  /// Computes the figures of a run from the tables in its folder.
  private struct Recount {
    let folder: URL
    var figures: [String: Double] = [:]

    init(_ folder: URL) throws {
      self.folder = folder
      let table = { (name: String) in
        try StudyFiles.rows(folder.appending(path: "\(name).csv"))
      }
      let sum = { (rows: [[String: String]], column: String) in
        rows.reduce(0) { $0 + $1.number(column) }
      }
      let costs = try table("costs")
      figures["cost"] = sum(costs, "discounted")
      for category in ["production", "transport", "tariff", "holding", "shortage", "capital"] {
        figures["cost_\(category)"] = sum(costs.filter { $0["category"] == category }, "discounted")
      }
      let orders = try table("investments")
      figures["capex"] = sum(orders, "capex") + sum(orders, "fixed_cost")
      figures["support"] = sum(orders, "support")

      let projects = Set(orders.map { $0["project"] ?? "" })
      let idle = try table("production").filter {
        $0["period"] == "2022" && projects.contains($0["producer"] ?? "")
      }
      figures["unused_capacity"] = idle.reduce(0) {
        $0 + max(0, $1.number("capacity") - $1.number("quantity"))
      }
      let goals = try table("goals")
      let missed = Set(goals.filter { $0.number("slack") < -1e-6 }.map { $0["goal"] ?? "" })
      figures["goals"] = Double(Set(goals.map { $0["goal"] ?? "" }).count)
      figures["goals_met"] = (figures["goals"] ?? 0) - Double(missed.count)

      let flows = try table("allocation").filter {
        $0["period"] == "2022" && $0["destination"] == "R0" && $0["commodity"] == Self.focus
      }
      let total = sum(flows, "quantity")
      let shares = flows.map { ($0["origin"] ?? "", $0.number("quantity") / total) }
      figures["reliance"] = shares.filter { $0.0 == "R1" }.reduce(0) { $0 + $1.1 }
      figures["hhi"] = shares.reduce(0) { $0 + $1.1 * $1.1 }
      figures["largest_share"] = shares.filter { $0.0 != "R0" }.map(\.1).max() ?? 0

      var price: [String: Double] = [:]
      for row in try table("prices") { price[row["commodity"] ?? ""] = row.number("price") }
      figures["stock_held"] = try table("stocks").filter { $0["period"] == "2022" }.reduce(0) {
        $0 + (price[$1["commodity"] ?? ""] ?? 0) * $1.number("level")
      }
      try countStress(table("stress"), table("stress_summary"), table("shared_draws"), price)
    }

    static let focus = "k0"

    private mutating func countStress(
      _ markets: [[String: String]], _ summary: [[String: String]], _ draws: [[String: String]],
      _ price: [String: Double]
    ) throws {
      for sharing in ["own", "pooled"] {
        let rows = summary.filter { $0["sharing"] == sharing }
        let losses = rows.map { row in
          (
            probability: row.number("probability"),
            lost: markets.filter {
              $0["sharing"] == sharing && $0["disruption"] == row["disruption"]
            }.reduce(0) { $0 + $1.number("lost_value") }
          )
        }
        figures["lost_expected_\(sharing)"] = losses.reduce(0) { $0 + $1.probability * $1.lost }
        figures["lost_worst_\(sharing)"] = losses.map(\.lost).max() ?? 0
        figures["lost_cvar_\(sharing)"] = Self.meanOfWorstTenth(losses)
        figures["service_worst_\(sharing)"] = rows.map { $0.number("service") }.min() ?? 1
        figures["home_service_worst_\(sharing)"] = rows.map { $0.number("home_service") }.min() ?? 1
        figures["service_expected_\(sharing)"] =
          1 - rows.reduce(0) { $0 + $1.number("probability") * (1 - $1.number("service")) }
        figures["stock_shared_\(sharing)"] =
          rows.map { row in
            draws.filter { $0["sharing"] == sharing && $0["disruption"] == row["disruption"] }
              .reduce(0) { $0 + (price[$1["commodity"] ?? ""] ?? 0) * $1.number("quantity") }
          }.max() ?? 0
        figures["time_to_survive_\(sharing)"] =
          markets.filter { $0["sharing"] == sharing && $0["region"] == "R0" }.map {
            Double(($0["time_to_survive"] ?? "").replacing(">=", with: "")) ?? 0
          }.min() ?? 0
      }
    }

    /// CVaR at 90 % in another way: the mean over the worst tenth of the probability.
    private static func meanOfWorstTenth(_ losses: [(probability: Double, lost: Double)]) -> Double
    {
      var (left, sum) = (0.1, 0.0)
      for loss in losses.sorted(by: { $0.lost > $1.lost }) {
        let part = min(left, loss.probability)
        sum += part * loss.lost
        left -= part
      }
      return sum / 0.1
    }
  }

  @Test("all figures and differences can be computed from the tables of the run")
  func recount() throws {
    try withTemporaryFolder { folder in
      let study = try runStudy(StudyFiles.small, in: folder)
      #expect(study.status == 0)
      #expect(study.output.contains("Bill of R0, discounted, by variation"))
      #expect(study.output.contains("What is invested because of the goals of each option"))
      let rows = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
      #expect(rows.count == 12)
      for row in rows {
        let run = row["run"] ?? ""
        let count = try Recount(folder.appending(path: "out/runs/\(run)")).figures
        let base = rows.first {
          $0["option"] == "baseline" && $0["variation"] == row["variation"]
            && $0["coordination"] == row["coordination"]
        }
        for (name, value) in count {
          let told = Double((row[name] ?? "").replacing(">=", with: ""))
          #expect(
            abs((told ?? .nan) - value) <= 1e-6 * max(1, abs(value)), "\(run) \(name): \(value)")
          let change = value - (Double((base?[name] ?? "").replacing(">=", with: "")) ?? .nan)
          #expect(
            abs(row.number("change_\(name)") - change) <= 1e-6 * max(1, abs(value)),
            "\(run) change_\(name)")
        }
      }
      try checkPareto(rows)
      try checkCoordination(rows, folder)
      try checkExtraCost(rows, folder)
    }
  }

  /// The plans without goals of the joint run and of the unilateral run are those of `coordination.csv`.
  private func checkExtraCost(_ rows: [[String: String]], _ folder: URL) throws {
    var count = 0
    for row in rows {
      let run = row["run"]?.replacing("/joint", with: "/unilateral") ?? ""
      let plans = try StudyFiles.rows(folder.appending(path: "out/runs/\(run)/coordination.csv"))
      let name = row["coordination"] == "joint" ? "joint" : "sum"
      let without = try #require(plans.first { $0["plan"] == name && $0["goals"] == "without" })
      let extra = row.number("cost") - without.number("cost")
      #expect(abs(row.number("extra_cost") - extra) <= 1e-6 * row.number("cost"), "\(run)")
      if row["option"] == "baseline" { #expect(row.number("extra_cost") == 0) }
      let capex = row.number("capex") - without.number("capex")
      #expect(abs(row.number("extra_capex") - capex) <= 1e-6 * max(1, row.number("capex")))
      let support = row.number("support") - without.number("support")
      #expect(abs(row.number("extra_support") - support) <= 1e-6 * max(1, row.number("support")))
      if extra > 1e-3 * row.number("cost") { count += 1 }
      #expect((row["extra_home_bill"] == "") == (row["coordination"] == "unilateral"))
      #expect(row.number("home_bill") > 0 && row.number("home_bill") < row.number("cost"))
    }
    #expect(count > 0)
  }

  private func checkPareto(_ rows: [[String: String]]) throws {
    for row in rows {
      let criteria = { (row: [String: String]) in
        [row.number("cost"), -row.number("service_worst_own"), row.number("reliance")]
      }
      let mine = criteria(row)
      let isBeaten = rows.contains { other in
        guard other["variation"] == row["variation"], other["coordination"] == row["coordination"]
        else { return false }
        let theirs = criteria(other)
        return zip(theirs, mine).allSatisfy { $0 <= $1 + 1e-6 * abs($1) }
          && zip(theirs, mine).contains { $0 < $1 - 1e-6 * abs($1) }
      }
      #expect(row["pareto"] == (isBeaten ? "no" : "yes"), "\(row["run"] ?? "")")
    }
  }

  private func checkCoordination(_ rows: [[String: String]], _ folder: URL) throws {
    for row in rows where row["coordination"] == "unilateral" {
      let plans = try StudyFiles.rows(
        folder.appending(path: "out/runs/\(row["run"] ?? "")/coordination.csv"))
      let cost = { (plan: String, goals: String) in
        plans.first { $0["plan"] == plan && $0["goals"] == goals }?.number("cost") ?? .nan
      }
      let price =
        (cost("sum", "with") - cost("sum", "without"))
        - (cost("joint", "with") - cost("joint", "without"))
      #expect(abs(row.number("price_of_not_coordinating") - price) <= 1e-6 * max(1, abs(price)))
      #expect(abs(row.number("cost") - cost("sum", "with")) <= 1e-6 * row.number("cost"))
      let joint = rows.first {
        $0["run"] == row["run"]?.replacing("unilateral", with: "joint")
      }
      #expect(
        abs(cost("joint", "with") - (joint?.number("cost") ?? .nan)) <= 1e-6 * row.number("cost"))
    }
  }
}
