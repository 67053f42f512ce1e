import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Quantities in another unit and money in another currency: the same optimum, status and shares.
@Suite("Units do not matter")
struct RestatedTests {
  /// All quantities by one factor, each commodity by its own factor, money.
  static func restatements(_ files: InstanceFiles, seed: UInt64) -> [Restatement] {
    // From −9 to 9, different for neighbouring seeds.
    let exponent = { (step: UInt64) in Int((seed * step) % 19) - 9 }
    return [
      Restatement(of: files, quantity: Restatement.power(exponent(1))),
      Restatement(of: files, exponents: -9...9, seed: seed),
      Restatement(money: Restatement.power(exponent(7))),
    ]
  }

  /// What differs between the answer to files and the answer to them in other units.
  ///
  /// - Parameter answer: how a question is answered.
  static func differences(
    _ files: InstanceFiles, _ restatements: [Restatement],
    by answer: (UnitQuestion) -> UnitAnswer = { $0.answer() }
  ) throws -> [String] {
    let question = try UnitQuestion(files)
    let base = answer(question)
    return try restatements.compactMap { restatement in
      let restated = answer(try UnitQuestion(try files.restated(restatement)))
      var difference = restated.difference(from: base, RestatedStage.all(question, restatement))
      // Shares are compared only if the optimum is unique: if they stay the same when costs change a little.
      if let found = difference, found.hasPrefix("other shares") {
        let isUnique = (UInt64(1)...3).allSatisfy {
          answer(question.nudged(seed: $0)).distance(to: base) <= 1e-6
        }
        if !isUnique { difference = nil }
      }
      return difference.map { "\(restatement): \($0)" }
    }
  }

  @Test(
    "exact answers do not depend on units, so the conversion itself is right",
    arguments: UnitSeeds.range(13, long: 65))
  func exactly(seed: UInt64) throws {
    let files = RandomCase(seed: seed).files
    let differences = try Self.differences(files, Self.restatements(files, seed: seed)) {
      $0.exactAnswer()
    }
    #expect(differences == [], "seed \(seed), \(RandomCase(seed: seed).policy)")
  }

  @Test(
    "answers to random instances do not depend on units", arguments: UnitSeeds.range(20, long: 200))
  func random(seed: UInt64) throws {
    let files = RandomCase(seed: seed).files
    let differences = try Self.differences(files, Self.restatements(files, seed: seed))
    #expect(differences == [], "seed \(seed), \(RandomCase(seed: seed).policy)")
  }

  /// An instance that comes with the program and one of its models.
  struct Shipped: CustomTestStringConvertible {
    let instance: String
    let model: String

    var testDescription: String { "\(instance), \(model)" }

    static let few = [Shipped(instance: "japan-rare-earths", model: "reliance-cap")]
    static let all = [
      "batteries", "critical-minerals", "japan-rare-earths", "japan-rare-earths-2020",
      "pharmaceuticals", "semiconductors",
    ].flatMap { instance in
      TestPaths.modelNames.map { Shipped(instance: instance, model: $0) }
    }
  }

  @Test(
    "answers to the instances that come with the program do not depend on units",
    arguments: UnitSeeds.isLong ? Shipped.all : Shipped.few)
  func shipped(_ shipped: Shipped) throws {
    let files = try InstanceFiles(
      folder: TestPaths.instance(shipped.instance), model: TestPaths.model(shipped.model))
    let restatements = [
      Restatement(of: files, quantity: 1e6),
      Restatement(of: files, quantity: 1e-6),
      Restatement(of: files, exponents: -4...4, seed: 1),
      Restatement(money: 1e9),
    ]
    let differences = try Self.differences(
      files, UnitSeeds.isLong ? restatements : Array(restatements.prefix(1)))
    #expect(differences == [])
  }
}
