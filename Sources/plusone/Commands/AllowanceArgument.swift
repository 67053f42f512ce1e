import ArgumentParser
import Foundation
import Scenarios
import Sourcing
import Tables

/// How much more a plan may cost, on a command line: `20`, `50% of policy` or `5% of total`, for which `5%` stands too.
struct AllowanceArgument: CustomStringConvertible {
  var allowance: Alternatives.Allowance
  /// As it is typed.
  var description: String

  /// What shells suggest: one of each form.
  static let examples = ["20", "50% of policy", "5% of total"]
  /// As good as any plan that costs a twentieth more.
  static let standard = AllowanceArgument(
    allowance: .shareOfTotal(0.05), description: "5% of total")

  /// Refuses an allowance that has no meaning for a model.
  ///
  /// - Throws: `ValidationError` that says what would be right.
  func check(for model: Model) throws {
    do { try allowance.check(for: model) } catch {
      let reasons = error.problems.map(\.message).joined(separator: "; ")
      throw ValidationError("--within '\(description)': \(reasons)")
    }
  }

  /// A note for an amount of money below 1, which may be meant as a share; nil for other allowances.
  ///
  /// - Parameter currency: the unit of money of the instance.
  func note(in currency: String) -> String? {
    guard case .money(let amount) = allowance, amount > 0, amount < 1 else { return nil }
    let percentage = DecimalNumber.text(DecimalNumber.shifted(amount, by: 2))
    return "note: --within \(description) is money, \(description) \(currency); "
      + "for a share of the total cost write \(percentage)%"
  }

  /// The allowance that a text is. A share above 1 has a percent sign: `5 of total` may be a mistake for `5% of total`.
  ///
  /// - Throws: `ValidationError` that names the three forms, and says what is wrong.
  static func parse(_ text: String) throws -> AllowanceArgument {
    do throws(Mistake) {
      return AllowanceArgument(allowance: try allowance(trimmed(text)), description: text)
    } catch {
      throw ValidationError(
        "an allowance is money in the unit of the instance (a number of 0 or more, such as 20), a share of the "
          + "extra cost of the goals (such as '50% of policy'), or a share of the total cost (such as "
          + "'5% of total' or 5%)\(error.hint)")
    }
  }

  /// Why a text is no allowance.
  private struct Mistake: Error {
    /// The end of the message; empty where nothing is known.
    var hint = ""

    init() {}
    init(write text: String) { hint = "; write \(text)" }
    init(_ error: DecimalNumber.Malformation) {
      if error != .notANumber { hint = "; \(error)" }
    }
  }

  private static func allowance(_ text: String) throws(Mistake) -> Alternatives.Allowance {
    guard let of = text.firstRange(of: "of") else {
      let isShare = text.hasSuffix("%")
      return isShare ? .shareOfTotal(try share(text)) : .money(try money(text))
    }
    let (amount, rest) = (text[..<of.lowerBound], text[of.upperBound...])
    let (typed, whole) = (trimmed(amount), trimmed(rest))
    guard ["policy", "total"].contains(whole) else { throw Mistake() }
    let number = try share(typed)
    guard typed.hasSuffix("%") || number <= 1 else {
      throw Mistake(write: "\(typed)% of \(whole)")
    }
    guard amount.last?.isWhitespace == true, rest.first?.isWhitespace == true else {
      throw Mistake(write: "\(typed) of \(whole)")
    }
    return whole == "policy" ? .shareOfPolicy(number) : .shareOfTotal(number)
  }

  private static func money(_ text: String) throws(Mistake) -> Double {
    let number: Double
    do throws(DecimalNumber.Malformation) { number = try DecimalNumber.parse(text) } catch {
      throw Mistake(error)
    }
    guard (0...1e18).contains(number) else { throw Mistake() }
    return number
  }

  private static func share(_ text: String) throws(Mistake) -> Double {
    let number: Double
    do throws(DecimalNumber.Malformation) { number = try DecimalNumber.parseShare(text) } catch {
      throw Mistake(error)
    }
    guard (0...1e6).contains(number) else { throw Mistake() }
    return number
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }
}
