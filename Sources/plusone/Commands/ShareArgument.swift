import ArgumentParser
import Tables

/// A share as typed: `50%` or `0.5`.
struct ShareArgument: ExpressibleByArgument {
  var value: Double

  init?(argument: String) {
    guard let share = try? DecimalNumber.parseShare(argument), (0...1).contains(share) else {
      return nil
    }
    value = share
  }
}
