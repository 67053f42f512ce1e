import CostFlows
import Sourcing

/// The bills of one period: what is spent, followed along the flow of cost to those who pay.
struct BilledPeriod {
  /// By payer, place of spending, category; without those that are 0.
  var parts: [Bills.Part] { partsOf.flatMap(\.self) }

  /// For each region as a payer.
  private var partsOf: [[Bills.Part]]
  /// For each region as a payer, what it pays besides goods, by cell.
  private var others: [[Int: Double]]

  private static let categories = BillCategory.allCases
  private static let numbers = Dictionary(
    uniqueKeysWithValues: categories.enumerated().map { ($1, $0) })

  /// Payers are computed in groups, so that the memory for the shares of all nodes stays small.
  private static let groupSize = 32

  init(_ spending: Spending, _ flow: CostFlow, regionCount: Int) {
    partsOf = Array(repeating: [], count: regionCount)
    others = Array(repeating: [:], count: regionCount)
    addOthers(spending.items, flow)
    let payers = Set(flow.payers)
    for region in (0..<regionCount).map({ RegionIndex($0) }) where !payers.contains(region) {
      setParts(of: region, goods: [])
    }
    for first in stride(from: 0, to: flow.payers.count, by: Self.groupSize) {
      addGoods(
        spending.items, flow, first..<min(first + Self.groupSize, flow.payers.count))
    }
  }

  /// The number of a place of spending and a category among the cells.
  private static func cell(_ item: Spending.Item) -> Int {
    item.spentIn.position * categories.count + (numbers[item.category] ?? 0)
  }

  /// What is paid without goods, and what is stranded.
  private mutating func addOthers(_ items: [Spending.Item], _ flow: CostFlow) {
    let stranded = flow.chain.shares(endingIn: flow.stranded..<(flow.stranded + 1))
    for item in items {
      let (payer, share) =
        switch item.entry {
        case .payer(let payer): (payer, 1.0)
        case .node(let node?): (item.spentIn, stranded[node])
        case .node(nil): (item.spentIn, 1.0)
        }
      guard share > 0 else { continue }
      others[payer.position][Self.cell(item), default: 0] += share * item.amount
    }
  }

  /// What a group of payers pays for goods.
  private mutating func addGoods(_ items: [Spending.Item], _ flow: CostFlow, _ group: Range<Int>) {
    let width = group.count
    let shares = flow.chain.shares(endingIn: group)
    let cellCount = others.count * Self.categories.count
    var goods = Array(repeating: 0.0, count: cellCount * width)
    for item in items {
      guard case .node(let node?) = item.entry else { continue }
      let cell = Self.cell(item)
      for column in 0..<width {
        goods[column * cellCount + cell] += shares[node * width + column] * item.amount
      }
    }
    for (column, payer) in flow.payers[group].enumerated() {
      setParts(of: payer, goods: goods[(column * cellCount)..<((column + 1) * cellCount)])
    }
  }

  /// - Parameter goods: what the payer pays for goods, by cell; empty if it pays nothing for goods.
  private mutating func setParts(of payer: RegionIndex, goods: ArraySlice<Double>) {
    let others = others[payer.position]
    let paid = goods.indices.filter { goods[$0] != 0 }.map { $0 - goods.startIndex }
    let cells = others.isEmpty ? paid : Set(paid).union(others.keys).sorted()
    partsOf[payer.position] = cells.compactMap { cell in
      let part = Bills.Part(
        payer: payer, spentIn: RegionIndex(cell / Self.categories.count),
        category: Self.categories[cell % Self.categories.count],
        goods: goods.isEmpty ? 0 : goods[goods.startIndex + cell], other: others[cell] ?? 0)
      return part.goods == 0 && part.other == 0 ? nil : part
    }
  }
}
