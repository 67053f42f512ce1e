import Reporting
import Sourcing

/// What one more step of a goal's target would cost or save.
struct StepPrice {
  /// Name of the goal, with ids.
  let goal: String
  /// Unit of its targets.
  let unit: Goal.Unit
  /// Label of the period; nil if the goal is about all of them.
  let period: String?
  /// Change of the cost for one step more.
  let price: Double

  /// `One point more from China in 2030 would save`, with how much.
  func figure(_ words: some PageWords) -> Page.KeyFigure {
    Page.KeyFigure(
      "\(start(words)) would \(price < 0 ? "save" : "cost")", words.money(abs(price)),
      compared: "all regions together; the shadow price, for a small step")
  }

  /// `One point more from China in 2030`
  func start(_ words: some PageWords) -> String {
    let place = period.map { " in \($0)" } ?? ""
    if unit == .share, let rival { return "One point more from \(words.inWords(rival))\(place)" }
    return "\(step(words.unit)) more in the target of “\(words.inWords(goal))”\(place)"
  }

  /// Upon whom a goal of reliance is, where its name says it: `CHN` of `reliance upon CHN for rare_earths`.
  private var rival: String? {
    let words = goal.split(separator: " ")
    guard words.count == 5, words.prefix(2) == ["reliance", "upon"], words[3] == "for" else {
      return nil
    }
    return String(words[2])
  }

  private func step(_ money: String) -> String {
    switch unit {
    case .share: "One point"
    case .index: "0.01"
    case .days: "One day"
    case .money: "1 \(money)"
    }
  }
}
