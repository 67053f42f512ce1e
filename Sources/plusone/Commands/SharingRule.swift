import ArgumentParser
import Scenarios
import Sourcing
import Tables

/// A rule of `--sharing`, such as `quota=30%+max_min`.
struct SharingRule {
  /// As it is typed.
  var word: String
  var mode: Sharing.Mode
  var fairness: Sharing.Fairness

  /// The rules of a list with commas.
  ///
  /// - Throws: `ValidationError` for a rule that is blank, unknown, or given twice.
  static func list(_ text: String) throws -> [SharingRule] {
    let rules = try commaList(text, of: "rule", option: "--sharing").map(parse)
    for (place, rule) in rules.enumerated() {
      let first = rules[..<place].first {
        $0.mode == rule.mode && $0.fairness == rule.fairness
      }
      if let first {
        throw ValidationError(
          "--sharing: `\(first.word)` and `\(rule.word)` are the same rule; give it once")
      }
    }
    return rules
  }

  private static func parse(_ word: String) throws -> SharingRule {
    let suffix = "+max_min"
    let isFair = word.hasSuffix(suffix)
    let name = isFair ? String(word.dropLast(suffix.count)) : word
    return SharingRule(
      word: word, mode: try mode(name, in: word), fairness: isFair ? .maxMin : .efficient)
  }

  private static func mode(_ name: String, in word: String) throws -> Sharing.Mode {
    switch name {
    case "own": return .own
    case "pooled": return .pooled
    case "iep": return .iep
    case _ where name.hasPrefix("quota="):
      do throws(ShareArgument.Mistake) {
        return .quota(try ShareArgument(name.dropFirst("quota=".count)).value)
      } catch {
        throw ValidationError(
          "--sharing: `\(shortened(word))` needs a share, such as quota=30%; \(error)")
      }
    default:
      let hint =
        nearestName(to: name, among: ["own", "pooled", "iep"], within: 2)
        .map { "; the most similar name is `\($0)`" } ?? ""
      throw ValidationError(
        "--sharing: unknown rule `\(shortened(word))`\(hint); the rules are own, pooled, quota=SHARE and iep, "
          + "and +max_min may follow a rule")
    }
  }
}
