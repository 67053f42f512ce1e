public import Tables

extension CountryInstance {
  /// Makes an instance from files.
  ///
  /// - Parameters:
  ///   - question: the country, its goods and the base year.
  ///   - baci: paths of files of BACI, in any order.
  ///   - countries: path of the release's list of countries; nil: the one beside the first file.
  ///   - worldMiningData: paths of workbooks or tables of World Mining Data; empty: exporters are the producers.
  /// - Throws: all problems of the files, or of the question.
  public static func make(
    _ question: CountryQuestion, baci: [String], countries: String?, worldMiningData: [String]
  ) throws(InputProblems) -> CountryInstance {
    let list = countries ?? baci.first.flatMap { BACIRelease.list("country_codes", beside: $0) }
    let records = try TradeRecords.readBACI(
      files: baci, countries: list, goods: Set(question.goods.flatMap(\.codes)))
    let mines =
      worldMiningData.isEmpty ? nil : try MineProduction.read(worldMiningData: worldMiningData)
    return try make(
      question, records: records, mines: mines,
      descriptions: baci.first.map { ProductNames.read(beside: $0) } ?? [:])
  }
}

extension MineProduction: MineTons {}
