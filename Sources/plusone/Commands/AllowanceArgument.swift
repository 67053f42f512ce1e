import ArgumentParser
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
    let percentage = DecimalNumber.text((amount * 1e11).rounded() / 1e9)
    return "note: --within \(description) is money, \(description) \(currency); "
      + "for a share of the total cost write \(percentage)%"
  }

  /// The allowance that a text is. A share above 1 has a percent sign: `5 of total` may be a mistake for `5% of total`.
  ///
  /// - Throws: `ValidationError` that names the three forms.
  static func parse(_ text: String) throws -> AllowanceArgument {
    guard let allowance = allowance(text) else {
      throw ValidationError(
        "an allowance is money in the unit of the instance (a number of 0 or more, such as 20), a share of the "
          + "extra cost of the goals (such as '50% of policy'), or a share of the total cost (such as "
          + "'5% of total' or 5%)")
    }
    return AllowanceArgument(allowance: allowance, description: text)
  }

  private static func allowance(_ text: String) -> Alternatives.Allowance? {
    // `5 %` is one word, also with a no-break space.
    let joined = text.split(separator: "%", omittingEmptySubsequences: false).map { part in
      part.reversed().drop(while: \.isWhitespace).reversed().map(String.init).joined()
    }.joined(separator: "%")
    let words = joined.split(separator: " ").map(String.init)
    if words.count == 1, joined.hasSuffix("%") {
      return self.allowance("\(words[0]) of total")
    }
    if words.count == 1 {
      guard let money = try? DecimalNumber.parse(words[0]), (0...1e18).contains(money) else {
        return nil
      }
      return .money(money)
    }
    guard words.count == 3, words[1] == "of", let share = try? DecimalNumber.parseShare(words[0]),
      (0...1e6).contains(share), share <= 1 || words[0].hasSuffix("%")
    else { return nil }
    switch words[2] {
    case "policy": return .shareOfPolicy(share)
    case "total": return .shareOfTotal(share)
    default: return nil
    }
  }
}
