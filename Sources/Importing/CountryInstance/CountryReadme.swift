import Tables

/// The README of an instance of a country: what is data, what is assumed, and what was left out.
struct CountryReadme {
  let tables: CountryTables
  let texts: CountryTexts
  let remarks: [String]

  private var home: String { tables.name(tables.question.home) }
  private var base: Int { tables.base }

  var text: String {
    var lines = ["# \(texts.title)", ""]
    lines += [
      "Where \(home) gets these goods from, and where it could get them: made by `plusone new` from the files that",
      "[sources.csv](sources.csv) names. Every row of every table says what it rests on (`basis`) and where that stands.",
      "", "## Imports of \(home) in \(base)", "",
      "| good | imports (t) | own goods (t) | use (t) | origins |",
      "| --- | --- | --- | --- | --- |",
    ]
    lines += tables.goods.map(row)
    lines += ["", "## What is data", ""]
    lines += [
      "- Flows between countries: \(tables.toldYears.first ?? base) to \(base), in history.csv. In these years plans have exactly these flows."
    ]
    if let first = tables.withheldYears.first, let last = tables.withheldYears.last {
      lines.append(
        "- Flows of \(first == last ? "\(first)" : "\(first) to \(last)"), in observed.csv. Plans are not told of them; `plusone backtest` compares. How much is used in these years is known: it is in demands.csv. What producers can make and what lanes cost is that of \(base) and before."
      )
    }
    lines += tables.goods.map(makers)
    lines += ["", "## What is assumed", ""] + assumptions
    lines += ["", "## What was decided or left out", ""] + remarks.map { "- \($0)" }
    lines += [
      "", "## Next", "", "```sh", "plusone validate \(tables.question.name) --checks",
      "plusone solve \(tables.question.name) --model baseline",
    ]
    if tables.regions.rival != nil {
      lines.append(
        "plusone solve \(tables.question.name) --model \(tables.question.name)/model.yaml")
    }
    lines += ["plusone study \(tables.question.name)/study.yaml", "```", ""]
    return lines.joined(separator: "\n")
  }

  private func row(_ good: String) -> String {
    let balance = tables.balances.balance(
      GoodBalances.Place(good: good, region: tables.question.home), base)
    let origins = tables.shares(good).prefix(4).map {
      "\(tables.name($0.origin)) \(shortText(100 * $0.share)) %"
    }
    let name = tables.descriptions[good].map { "\(good), \($0)" } ?? good
    return
      "| \(name.replacing("|", with: "/")) | \(shortText(balance.imports)) | \(shortText(balance.own)) | \(shortText(balance.use)) | \(origins.joined(separator: ", ")) |"
  }

  private func makers(_ good: String) -> String {
    switch tables.balances.making[good] {
    case .mines(let entry)?:
      "- Output of the mines for \(good): World Mining Data, \(entry.mineral). Of years without figures it is that of the nearest year."
        + (entry.content == 1
          ? ""
          : " One ton of the good has \(numberText(entry.content)) t of what it counts: an assumption.")
    default:
      "- No output for \(good): the countries that export more than they import are its producers."
    }
  }

  private var assumptions: [String] {
    let growth = "the ranges are in assumptions.csv"
    return [
      "- Use is imports + production - exports. Later years use as much as \(tables.balances.years.last ?? base); \(growth).",
      "- Producers can make a tenth more than in the last year.",
      "- Exports beyond production are imports that leave again; what is beyond both is other supply, which nobody has counted.",
      "- A lane costs its unit value: value divided by weight, of the last \(CountryRegions.recentYears) years. Producers have no cost of their own beside it. One below a tenth or above five times the median is cut to that limit.",
      "- Producers from which \(home) has bought nothing could sell to it, at the median unit value of their exports and a quarter more.",
      "- A shortage costs ten times the median unit value.",
      "- The two largest producers of each good, \(home), the rival and the rest of the world aside, could build more: a quarter of their output, for three years of sales a ton a year, in five years, a tenth dearer a ton. What \(home) itself could build is not in these statistics: add it to projects.csv.",
      "- A flow falls by at most \(Int((100 * tables.meanFall).rounded())) % a year (`max_decline` in instance.yaml): the mean of all falls in the history, weighted by tons.",
      "- Stores are empty at first: stocks are not in these statistics. Nor are contracts, tariffs and risks of countries.",
    ]
  }
}
