import Charts
public import Games
public import Reporting

extension Page {
  /// The page of the splits of a common saving or cost.
  ///
  /// - Parameters:
  ///   - splits: the splits.
  ///   - file: name of the table of the game.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(splits: GameSplits, of file: String, report: some BlockReport, making: Making) {
    let answer = SplitAnswer(splits)
    self.init(
      question: Question(
        title: answer.isCost ? "Who pays a common cost" : "Who gets a common saving",
        instance: file, settings: [splits.title]),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed,
      pictures: [answer.picture].compactMap(\.self), report: report.resolvedBlocks, making: making)
  }
}

/// What splits of a common saving or cost say, in a sentence, a few figures and a picture.
private struct SplitAnswer {
  private let splits: GameSplits
  private var game: CooperativeGame { splits.game }
  var isCost: Bool { game.kind == .cost }

  init(_ splits: GameSplits) { self.splits = splits }

  private var stable: [String] { splits.splits.filter(\.isInCore).map(\.rule.rawValue) }

  var answer: Page.Answer {
    let amount = splits.leastCoreValue.map { NumberText.amount(abs($0)) } ?? "0"
    guard !splits.isCoreEmpty else {
      return Page.Answer(
        "Under every split some group of members would gain by leaving, at least \(amount) (the core is empty).",
        .bad)
    }
    return Page.Answer(
      "No group of members would gain by leaving if the split is well chosen (the core is not empty). \(shownSentence)",
      stable.isEmpty ? .neutral : .good)
  }

  /// Which of the splits shown nobody would leave.
  private var shownSentence: String {
    let count = splits.splits.count
    switch stable.count {
    case 0:
      return
        "\(count == 1 ? "The split shown is" : "None of the splits shown is") \(count == 1 ? "not " : "")like that."
    case count:
      return count == 1
        ? "The split shown is like that."
        : "\(count == 2 ? "Both" : "All \(count)") splits shown are like that."
    default:
      return
        "Of the \(count) splits shown \(stable.count == 1 ? "only \(stable[0]) is" : "\(stable.joined(separator: " and ")) are") like that."
    }
  }

  var figures: [Page.KeyFigure] {
    let alone = game.standAlone.reduce(0, +)
    return [
      Page.KeyFigure(
        isCost ? "All pay together" : "All save together", NumberText.amount(game.total),
        compared: "\(NumberText.amount(alone)) if each \(isCost ? "pays" : "saves") alone, in sum")
    ]
      + splits.splits.map { split in
        let count = split.objections.count
        return Page.KeyFigure(
          "Groups that would leave under \(split.rule.rawValue)",
          count == 0 ? "none" : "\(count)",
          compared: split.objections.first.map {
            "\(game.name(of: $0.coalition)) would gain most, \(NumberText.amount($0.excess))"
          })
      }
  }

  var assumed: [String] {
    splits.splits.map { "Split \($0.rule.rawValue): \($0.rule.sentence(game.kind))." }
      + [splits.imputationSentence].compactMap(\.self) + [
        "Amounts are in the unit of the table. Nothing here says how sure they are."
      ]
  }

  var picture: Picture? {
    let rows = splits.table.rows.map { row in
      SplitAmounts.Row(
        split: row.text("split"), member: row.text("member"), alone: row.number("alone") ?? 0,
        amount: row.number("amount") ?? 0)
    }
    let verb = isCost ? "pays" : "saves"
    return SplitAmounts.picture(
      of: rows, isCost: isCost,
      sentence: "A bar for each split; the stroke is what the member \(verb) alone.")
  }
}
