extension Instance {
  /// The publications from which figures come.
  func checkSources(_ checker: inout ValueChecker) {
    checker.checkIDs(listedSources.map(\.id), of: "source")
    for source in listedSources {
      let element = "source `\(source.id)`"
      for (field, text) in [("title", source.title), ("publisher", source.publisher)]
      where text.isEmpty {
        checker.add(element, field, "is empty")
      }
      if !Source.years.contains(source.year) {
        checker.add(
          element, "year",
          "found \(source.year); must be from \(Source.years.lowerBound) to \(Source.years.upperBound)"
        )
      }
      if let url = source.url, !Source.isURL(url) {
        checker.add(element, "url", "must start with https:// or http:// and have no blank")
      }
      if let doi = source.doi, !Source.isDOI(doi) {
        checker.add(element, "doi", "must be as 10.3133/mcs2026")
      }
      if let day = source.read, !Source.isDay(day) {
        checker.add(element, "read", "must be a day as 2026-03-31")
      }
    }
  }
}
