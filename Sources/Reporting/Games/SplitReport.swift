public import Games

extension GameSplits {
  /// What each member gets or pays under each split, whether the split is in the core, and which coalitions would do
  /// better alone.
  ///
  /// - Parameter width: the most columns of a line.
  public func report(width: Int = 100) -> [String] {
    var lines = wrapped(title, width: width)
    lines += wrapped(coreSentence, width: width)
    if let sentence = imputationSentence { lines += wrapped(sentence, width: width) }
    lines.append("")
    lines += amountsGrid.lines(width: width)
    for split in splits where !split.objections.isEmpty {
      lines.append("")
      lines += wrapped(objectionSentence(split), width: width)
      lines += objectionGrid(split).lines(width: width)
      let further = split.objections.count - Self.shownObjections
      if further > 0 { lines.append("  and \(further) more, all in --format json") }
    }
    return lines
  }

  private static let shownObjections = 8
  private var isCost: Bool { game.kind == .cost }

  private var title: String {
    let count = game.memberCount == 1 ? "1 member" : "\(game.memberCount) members"
    let total = NumberText.amount(game.total)
    return isCost
      ? "Cost game of \(count): together they pay \(total)."
      : "Savings game of \(count): together they get \(total)."
  }

  private var coreSentence: String {
    let excess = leastCoreValue.map { NumberText.amount(abs($0)) } ?? "0"
    if isCoreEmpty {
      return "The core is empty: under every split some coalition would do better alone, "
        + "at the least by \(excess)."
    }
    guard let leastCoreValue, leastCoreValue < -game.tolerance else {
      return "The core is not empty: there are splits to which no coalition objects."
    }
    return "The core is not empty: there are splits under which every coalition does better than "
      + "alone, at best by \(excess) or more."
  }

  private var imputationSentence: String? {
    guard !game.hasImputation else { return nil }
    let total = NumberText.amount(game.total)
    let alone = NumberText.amount(game.standAlone.reduce(0, +))
    return isCost
      ? "No split asks of every member at most what it pays alone (\(total) together, \(alone) "
        + "alone): there is no imputation, so no nucleolus."
      : "No split gives every member at least what it has alone (\(total) together, \(alone) "
        + "alone): there is no imputation, so no nucleolus."
  }

  private var amountsGrid: TextGrid {
    var grid = TextGrid(["member", "alone"] + splits.map(\.rule.rawValue))
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
    let who = count == 1 ? "1 coalition objects" : "\(count) coalitions object"
    return
      "\(split.rule.rawValue): \(who), for alone they would \(isCost ? "pay less" : "get more")."
  }

  private func objectionGrid(_ split: Split) -> TextGrid {
    var grid = TextGrid([
      "coalition", "alone", isCost ? "pays here" : "gets here", "gain by leaving",
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
