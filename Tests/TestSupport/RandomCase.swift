/// A small instance with every table and a model, drawn from a seed. There are thirteen kinds of model in turn, so
/// any thirteen seeds in a row have every kind of goal and option.
public struct RandomCase: Sendable {
  public enum Policy: UInt64, CaseIterable, Sendable {
    case plain, hhi, chain, plusOne, risk, resilience, stages, lumpy, decline, cover, soft
    case money, service
  }

  public let seed: UInt64
  public let policy: Policy

  public init(seed: UInt64) {
    self.seed = seed
    policy = Policy(rawValue: seed % UInt64(Policy.allCases.count)) ?? .plain
  }

  public var files: InstanceFiles {
    var numbers = SeededNumbers(seed: seed &+ 104_729)
    var files = RandomInstance.files(seed: seed, isLumpy: policy == .lumpy)
    let facilities = String(decoding: files["facilities.csv"] ?? [], as: UTF8.self)
    let projects = String(decoding: files["projects.csv"] ?? [], as: UTF8.self)
    var texts = [
      "prices.csv": "commodity,period,price\noxide,2021,\(numbers.number(8, 15))\n",
      "capacities.csv":
        "facility,period,capacity,unit_cost,minimum\nR1-refine,2021,\(numbers.number(150, 300)),,\n",
      "programmes.csv": "programme,payer,budget,share\nfund,R0,\(numbers.number(100, 900)),0.5\n",
      "projects.csv": Self.supported(projects),
      "model.yaml": "name: random\nstockpiles: free\n" + lines(&numbers) + "\n",
    ]
    if Bool.random(using: &numbers) {
      texts["quotas.csv"] =
        "quota,commodity,origin,destination,quantity\nq,oxide,R1,R0,\(numbers.number(20, 80))\n"
    }
    if facilities.contains("R2-refine"), Bool.random(using: &numbers) {
      texts["contracts.csv"] =
        "contract,commodity,origin,destination,quantity\nc,oxide,R2,R0,\(numbers.number(1, 4))\n"
    }
    if Bool.random(using: &numbers) {
      texts["history.csv"] =
        "commodity,origin,destination,period,quantity\noxide,R1,R0,2020,\(numbers.number(10, 19))\n"
    }
    if Int.random(in: 0..<5, using: &numbers) == 0 {
      texts["groups.csv"] = "group,commodity\ngoods,ore\ngoods,oxide\n"
    }
    for (name, text) in texts { files[name] = Array(text.utf8) }
    files["disruptions.csv"] = RandomDisruptions.file(seed: seed)
    return InstanceFiles(files)
  }

  /// The projects, with a programme that supports each of them.
  private static func supported(_ projects: String) -> String {
    projects.split(separator: "\n").enumerated()
      .map { "\($1),\($0 == 0 ? "programme" : "fund")\n" }.joined()
  }

  private func lines(_ numbers: inout SeededNumbers) -> String {
    let share = numbers.number(0.3, 0.8)
    let cap = "kind: reliance, upon: R1, commodity: oxide, by: last, at_most: \(share)"
    let goals = { (goals: [String]) in
      "goals: [" + goals.map { "{\($0)}" }.joined(separator: ", ") + "]"
    }
    switch policy {
    case .plain: return goals([cap])
    case .hhi:
      return goals(["kind: hhi, commodity: oxide, by: last, at_most: \(max(0.45, share))"])
    case .chain: return goals([cap + ", trace: chain"])
    case .plusOne:
      return goals([
        "kind: plus_one, commodity: oxide, beyond: R1, sources: 1, by: last, each_at_least: 0.1"
      ])
    case .risk:
      return "risk: {against: all, in: last, cvar: {alpha: 0.9, weight: \(share)}}"
    case .resilience:
      return goals([
        "kind: resilience, against: all, commodity: oxide, at_least: \(share),"
          + " each_month_at_least: \(share / 2)"
      ])
    case .stages:
      return """
        objective:
        - {minimise: shortage}
        - {minimise: flow, upon: R1, commodity: oxide, by: last, tolerance: 2%}
        - {minimise: cost}
        """
    case .lumpy:
      return goals([cap, "kind: capex, at_most: \(numbers.number(300, 2000))"])
    case .decline: return "max_decline: \(share / 2)\n" + goals([cap + ", measure: value"])
    case .cover:
      return goals([
        "kind: cover, commodity: oxide, by: last, at_least: \(numbers.number(20, 90))",
        "kind: largest_source, commodity: oxide, basis: imports, by: last, at_most: \(max(0.5, share))",
      ])
    case .soft:
      return goals([
        cap + ", penalty: \(numbers.number(1, 30))",
        "kind: service, commodity: oxide, at_least: 0.95, penalty: \(numbers.number(20, 90))",
        "kind: capex, at_most: \(numbers.number(50, 200)), penalty: \(numbers.number(0.05, 0.5))",
      ])
    case .money:
      return goals([
        cap, "kind: subsidy, programme: fund, at_most: \(numbers.number(50, 400))",
        "kind: cost, at_most: \(numbers.number(50_000, 200_000))",
      ])
    case .service:
      return goals([
        "kind: service, commodity: oxide, at_least: \(share)",
        "kind: reliance, upon: allies, commodity: oxide, basis: use, by: last, at_least: \(share / 4)",
      ])
    }
  }
}
