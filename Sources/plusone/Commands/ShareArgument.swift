import ArgumentParser
import Tables

/// A share on a command line: `50%` or `0.5`.
struct ShareArgument {
  var value: Double

  /// Why a text is no share, and how to write one.
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  /// The share that a text is.
  ///
  /// - Throws: what a share looks like. For a number up to 100 it says how to write it as a percentage.
  init(_ text: some StringProtocol) throws(Mistake) {
    let text = String(text)
    let form = "a share is between 0 and 1"
    let number: Double
    do throws(DecimalNumber.Malformation) { number = try DecimalNumber.parseShare(text) } catch {
      let hint = error == .notANumber || error == .missing ? "write 0.95 or 95%" : "\(error)"
      throw Mistake(description: "\(form): \(hint)")
    }
    guard (0...1).contains(number) else {
      let meant = text.hasSuffix("%") ? nil : ShareMeant(number)
      throw Mistake(
        description: form + (meant?.hint ?? ", or from 0% to 100%: write 0.95 or 95%"))
    }
    value = number
  }

  /// The share that the value of an option is.
  ///
  /// - Throws: `ValidationError` that says how to write it.
  static func parse(_ text: String) throws -> ShareArgument {
    do throws(Mistake) { return try ShareArgument(text) } catch {
      throw ValidationError(error.description)
    }
  }
}
