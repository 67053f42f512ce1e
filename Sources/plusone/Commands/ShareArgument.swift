import ArgumentParser
import Tables

/// A share on a command line: `50%` or `0.5`.
struct ShareArgument {
  var value: Double

  /// The share that a text is.
  ///
  /// - Throws: `ValidationError` that says what a share looks like.
  static func parse(_ text: String) throws -> ShareArgument {
    guard let share = ShareArgument(argument: text) else {
      throw ValidationError("a share is from 0% to 100%, such as 95% or 0.95")
    }
    return share
  }

  init?(argument: String) {
    guard let share = try? DecimalNumber.parseShare(argument), (0...1).contains(share) else {
      return nil
    }
    value = share
  }
}
