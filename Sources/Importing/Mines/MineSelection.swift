/// The entries of a map by the minerals that they select.
struct MineSelection {
  struct Entry {
    var item: ImportMap.Item
    /// The item's statistic in the form of ``ProductionFigure/kind(_:)``.
    var kind: String

    init(_ item: ImportMap.Item) {
      self.item = item
      kind = ProductionFigure.kind(item.statistic)
    }

    /// Whether a figure is of the item's statistic.
    func has(_ figure: ProductionFigure) -> Bool { figure.kind.contains(kind) }
  }

  private let publisher: MinePublisher
  private let entries: [Entry]
  private let byMineral: [String: [Int]]

  init(_ map: ImportMap, _ publisher: MinePublisher) {
    self.publisher = publisher
    entries = map.items.map(Entry.init)
    byMineral = Dictionary(
      grouping: entries.indices.filter { map.items[$0].mineral(publisher) != nil },
      by: { publisher.key(map.items[$0].mineral(publisher) ?? "") })
  }

  /// The commodity that a figure belongs to, by its mineral or by the code in the name of its file: of several entries
  /// the first that selects its statistic, or else the first. Without a map each mineral is a commodity.
  func entry(for figure: ProductionFigure) -> Entry? {
    let found = publisher.keys(of: figure).flatMap { byMineral[$0] ?? [] }.sorted().map {
      entries[$0]
    }
    if publisher.hasSeveralStatistics, let entry = found.first(where: { $0.has(figure) }) {
      return entry
    }
    if let entry = found.first { return entry }
    guard byMineral.isEmpty else { return nil }
    let words = figure.mineral.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    guard !words.isEmpty else { return nil }
    return Entry(
      ImportMap.Item(
        commodity: words.joined(separator: "_"), name: figure.mineral, codes: [],
        usgsName: figure.mineral, worldMiningName: figure.mineral,
        statistic: publisher.statistic(of: figure.mineral), process: nil, unit: .t, unitCost: nil,
        line: 0))
  }
}
