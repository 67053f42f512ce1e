public import Games

extension GameSplits {
  /// What each member gets or pays under each split, whether the split is in the core, and which coalitions would do
  /// better alone.
  ///
  /// - Parameter weight: what the weight of a member is in the proportional split.
  public func report(weight: String = "weight") -> ReportDocument {
    var report = ReportDocument(paragraphs: [title, coreSentence])
    if let sentence = imputationSentence { report.add(sentence) }
    report.addBlank()
    report.add(amountsGrid)
    report.addLegend(
      splits.map { ($0.rule.rawValue, $0.rule.sentence(game.kind, weight: weight)) })
    for split in splits where !split.objections.isEmpty {
      report.addBlank()
      report.add(objectionSentence(split))
      report.add(objectionGrid(split))
      let further = split.objections.count - Self.shownObjections
      if further > 0 { report.addNote("and \(further) more; --format json has all") }
    }
    return report
  }

  private static let shownObjections = 8
  var isCost: Bool { game.kind == .cost }

  /// What is split among how many.
  package var title: String {
    let count = game.memberCount == 1 ? "1 member" : "\(game.memberCount) members"
    let total = NumberText.amount(game.total)
    return isCost
      ? "Split of a common cost among \(count): together they pay \(total)."
      : "Split of a common saving among \(count): together they save \(total)."
  }

  /// Whether some split leaves no coalition better alone.
  package var coreSentence: String {
    let excess = leastCoreValue.map { NumberText.amount(abs($0)) } ?? "0"
    if isCoreEmpty {
      return
        "The core is empty: under every split some coalition would gain by leaving, at least \(excess)."
    }
    guard let leastCoreValue, leastCoreValue < -game.tolerance else {
      return "The core is not empty: there are splits under which no coalition gains by leaving."
    }
    return
      "The core is not empty: there are splits under which every coalition would lose by leaving, in the "
      + "best split at least \(excess)."
  }

  /// Whether some split leaves no member better alone; nil if that is said already.
  package var imputationSentence: String? {
    guard !game.hasImputation else { return nil }
    let total = NumberText.amount(game.total)
    let alone = NumberText.amount(game.standAlone.reduce(0, +))
    return isCost
      ? "Together the members pay \(total), each by itself only \(alone) in sum. So under every split some member "
        + "pays more than by itself: there is no imputation, and no nucleolus."
      : "Together the members save \(total), each by itself \(alone) in sum. So under every split some member "
        + "gets less than by itself: there is no imputation, and no nucleolus."
  }

  private var amountsGrid: TextGrid {
    var grid = TextGrid(
      ["member", isCost ? "cost alone" : "saving alone"] + splits.map(\.rule.rawValue))
    let alone = game.standAlone
    for (member, name) in game.members.enumerated() {
      grid.add(
        [name, NumberText.amount(alone[member])]
          + splits.map { NumberText.amount($0.amounts[member]) })
    }
    grid.add(
      ["all", NumberText.amount(alone.reduce(0, +))]
        + splits.map { NumberText.amount($0.amounts.reduce(0, +)) })
    grid.add(["in the core", ""] + splits.map { $0.isInCore ? "yes" : "no" })
    return grid
  }

  private func objectionSentence(_ split: Split) -> String {
    let count = split.objections.count
    let who =
      count == 1
      ? "1 coalition would gain if it left" : "\(count) coalitions would gain if they left"
    let what = isCost ? "would pay less" : "would save more"
    return
      "Under \(split.rule.rawValue) \(who), because \(count == 1 ? "its" : "their") members \(what) by themselves."
  }

  private func objectionGrid(_ split: Split) -> TextGrid {
    var grid = TextGrid([
      "coalition", isCost ? "cost by itself" : "saving by itself",
      isCost ? "pays in split" : "gets in split", "gain if it leaves",
    ])
    for objection in split.objections.prefix(Self.shownObjections) {
      let coalition = objection.coalition
      let here = coalition.members.reduce(0) { $0 + split.amounts[$1] }
      grid.add([
        game.name(of: coalition), NumberText.amount(game[coalition]), NumberText.amount(here),
        NumberText.amount(objection.excess),
      ])
    }
    return grid
  }
}
