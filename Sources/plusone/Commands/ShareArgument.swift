import ArgumentParser
import Tables

/// A share as typed: `50%` or `0.5`.
struct ShareArgument: ExpressibleByArgument {
  var value: Double

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    guard let number = try? DecimalNumber.parse(isPercent ? String(argument.dropLast()) : argument)
    else { return nil }
    value = isPercent ? number / 100 : number
    guard (0...1).contains(value) else { return nil }
  }
}
