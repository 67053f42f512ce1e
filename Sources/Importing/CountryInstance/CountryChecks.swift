import Tables

/// Whether the files can answer a question about a country: all reasons for which they cannot, at once.
struct CountryChecks {
  private let question: CountryQuestion
  private let flows: CountryFlows
  private let file: String

  init(_ question: CountryQuestion, _ flows: CountryFlows, _ records: TradeRecords) {
    self.question = question
    self.flows = flows
    file = records.summary.files.first ?? ""
  }

  /// The base year.
  func base() throws(InputProblems) -> Int {
    guard let first = flows.years.first, let last = flows.years.last else {
      throw InputProblems([
        Problem(
          "no row is about \(question.goods.flatMap(\.codes).joined(separator: ", ")); name files of years and editions of the HS that have these codes",
          file: file)
      ])
    }
    let base = question.year ?? last
    guard flows.years.contains(base) else {
      throw InputProblems([
        Problem(
          "no row of the goods is of the base year \(base); the files have \(first == last ? "\(first)" : "\(first) to \(last)")",
          file: file)
      ])
    }
    var problems = flows.weightless.map {
      Problem(
        "no row of \($0) has a weight; an instance counts tons, so name files with weights or leave it out",
        file: file)
    }
    if question.rival == question.home {
      problems.append(
        Problem("--rival \(question.home) is home itself; name another country", file: file))
    }
    problems += notImported(base)
    guard problems.isEmpty else { throw InputProblems(problems) }
    return base
  }

  private func notImported(_ base: Int) -> [Problem] {
    let own = flows.flows.filter { $0.key.destination == question.home }
    let imported = Set(own.filter { $0.key.year == base }.map(\.key.good))
    let lacking = question.goods.map(\.id).filter {
      !imported.contains($0) && !flows.weightless.contains($0)
    }
    let known = question.goods.map(\.id).filter(imported.contains)
    return lacking.map { good in
      let last = own.filter { $0.key.good == good && $0.key.year < base }.map(\.key.year).max()
      let earlier =
        last.map {
          "; the last year with imports is \($0): say --year \($0), or leave the good out"
        }
        ?? "; leave it out"
      let others =
        known.isEmpty ? "" : " (it imports \(known.prefix(8).joined(separator: ", ")))"
      return Problem(
        "\(question.home) imports no \(good) in \(base)\(earlier)\(others)", file: file)
    }
  }
}
