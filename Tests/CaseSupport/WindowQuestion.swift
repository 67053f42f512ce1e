public import Sourcing
import TestSupport

/// A ``DisruptedQuestion`` whose stress windows differ by seed in all that links or separates their months: effects of
/// different lengths, stockpiles with and without loss, limits on what they give, sharing, quotas on trade.
public struct WindowQuestion {
  public let question: DisruptedQuestion
  public let options: StressOptions

  public init(seed: UInt64, isLumpy: Bool = false) throws {
    var instance = try DisruptedQuestion(seed: seed, isLumpy: isLumpy).instance
    var numbers = SeededNumbers(seed: seed &+ 104_729)
    let oxide = CommodityIndex(1)
    let store = StockpileIndex(0)
    if seed.isMultiple(of: 5) { instance.stockpiles[store].loss = 0.3 }
    if seed.isMultiple(of: 3) {
      instance.stockpiles[store].releaseLimit = numbers.number(10, 60)
    }
    instance.stockpiles.append(
      Stockpile(
        id: "other", region: 2, commodity: seed.isMultiple(of: 7) ? 0 : oxide,
        initial: numbers.number(5, 25), capacity: 40, holdingCost: 0.02,
        loss: seed % 5 == 1 ? 0.1 : 0))
    if seed % 4 < 2 {
      instance.quotas.append(
        Quota(
          id: "limit", commodities: [oxide], origins: [1],
          destinations: [0] + instance.regions.indices.dropFirst(2),
          quantity: numbers.number(30, 120)))
    }
    // One more effect of a length of its own, and a disruption of three lengths.
    instance.disruptions.append(
      Disruption(
        id: "steps",
        effects: [
          .init(
            kind: .production, regions: [1], factor: 0,
            months: Int.random(in: 1...4, using: &numbers)),
          .init(
            kind: .exports, regions: [1], factor: numbers.number(0, 0.6),
            months: Int.random(in: 5...12, using: &numbers)),
          .init(kind: .demand, regions: [0], factor: 1.2, months: 30),
        ], probability: 0.1))
    var options = StressOptions(
      horizonMonths: [12, 9, 1, 15][Int(seed % 4)], rerouteMonths: [3, 0, 2, 20][Int(seed / 4 % 4)])
    let allies = instance.blocs.first { $0.id == "allies" }
    switch seed % 3 {
    case 0: options.sharing = Sharing(mode: .pooled, members: allies)
    case 1: options.sharing = Sharing(mode: .quota(0.4), members: allies)
    default: break
    }
    self.options = options
    question = DisruptedQuestion(instance: instance)
  }

  public var instance: Instance { question.instance }

  /// A model from lines of YAML, with the windows of the question.
  public func model(_ lines: String...) throws -> Model {
    var model = try question.model(lines.joined(separator: "\n"))
    model.stress = options
    return model
  }
}
