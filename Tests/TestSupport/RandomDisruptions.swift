/// Disruptions of a ``RandomInstance``, drawn from a seed: one of each kind.
public enum RandomDisruptions {
  public static func file(seed: UInt64) -> [UInt8] {
    var numbers = SeededNumbers(seed: seed &+ 7919)
    let months = { (numbers: inout SeededNumbers) in Int.random(in: 1...8, using: &numbers) }
    let goods = ["", "ore", "oxide"].randomElement(using: &numbers) ?? ""
    let rows = [
      "ban,exports,R1,\(goods),,,\(numbers.number(0, 0.5)),\(months(&numbers)),0.1",
      "loss,production,R1,,,,\(numbers.number(0, 0.5)),\(months(&numbers)),0.05",
      "surge,demand,R0,oxide,,,\(numbers.number(1.1, 1.6)),\(months(&numbers)),0.1",
      "strait,lane,R0,,,R1,\(numbers.number(0, 0.8)),\(months(&numbers)),0.2",
      "strait,stock,R0,,,,\(numbers.number(0, 1)),1,",
    ]
    let header = "disruption,effect,region,commodity,process,partner,factor,months,probability"
    return Array(([header] + rows).joined(separator: "\n").utf8) + [0x0A]
  }
}
