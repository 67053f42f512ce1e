import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Sourcing

@Suite("What attacks close in a stress window")
struct AttackedWindowTests {
  private let targets: [AttackTarget] = [
    .exports(AttackedChain.metal, from: AttackedChain.b),
    .exports(AttackedChain.metal, from: AttackedChain.c),
    .exports(AttackedChain.ore, from: AttackedChain.c),
    .region(AttackedChain.b), .region(AttackedChain.c), .stage("mine", in: AttackedChain.b),
    .stage("smelt", in: AttackedChain.b),
  ]

  @Test(
    "an attack closes the columns that its disruption bounds by 0",
    arguments: [StressOptions.Allocation.efficient, .proRata])
  func closesColumns(allocation: StressOptions.Allocation) throws {
    var chain = AttackedChain()
    chain.model.stress.allocation = allocation
    let stress = try chain.program()
    let window = stress.attacked(targets, lostValueIn: Set(chain.instance.regions.indices))
    let upper = { (disruption: Disruption?) in
      let factors = DisruptionFactors(instance: chain.instance, disruption: disruption)
      var bounds = stress.program.columnUpper
      for (column, upper) in stress.bounds(under: factors).columnUpper {
        bounds[column.index] = upper
      }
      return bounds
    }
    let before = upper(nil)
    var closed = 0
    for first in targets {
      for second in targets {
        let attack = Attack([first, second], in: chain.instance)
        let after = upper(attack.disruption(in: chain.instance, months: 3))
        let expected = before.indices.filter { before[$0] > 0 && after[$0] == 0 }
        let columns = window.columns(closedBy: attack).map(\.index)
        #expect(columns.filter { before[$0] > 0 } == expected)
        #expect(zip(before, after).allSatisfy { $0 == $1 || $1 == 0 })
        closed += expected.count
      }
    }
    #expect(closed > 100)
    // The stock of C is closed for the others, and not for C itself.
    let exports = window.columns[1]
    let shared = Set(stress.block.sharedDraws.filter { $0.destination != 2 }.map(\.column))
    #expect(!shared.isEmpty && shared.isSubset(of: exports))
    #expect(Set(exports).isDisjoint(with: stress.block.draws.map(\.column)))
  }

  @Test("a target that the window does not have closes nothing")
  func unknownTarget() throws {
    let chain = AttackedChain()
    let window = try chain.program().attacked([targets[3]], lostValueIn: [0])
    #expect(window.columns(closedBy: Attack([targets[4]], in: chain.instance)).isEmpty)
    #expect(window.columns(closedBy: Attack()).isEmpty)
    #expect(!window.columns(closedBy: Attack([targets[3]], in: chain.instance)).isEmpty)
  }
}
