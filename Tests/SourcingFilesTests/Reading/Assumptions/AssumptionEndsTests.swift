import Formulation
import GLPKSolver
import Scenarios
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("Assumptions at their ends")
struct AssumptionEndsTests {
  /// The problems at the ends of some assumptions, without the path of the folder.
  private func problems(_ rows: String, changes: [String: String] = [:]) throws -> [String] {
    let (tables, instance) = try SampleTables.read(rows, changes: changes)
    do {
      try tables.checkEnds(of: instance.assumptions)
      return []
    } catch {
      return error.problems.map { $0.description.replacing(tables.folder + "/", with: "") }
    }
  }

  @Test("the ends of the sample are right, and each is compiled once")
  func sound() throws {
    let (tables, instance) = try SampleTables.read()
    var visited: [String] = []
    try tables.checkEnds(of: instance.assumptions) { place, instance in
      visited.append("\(place.assumption.id) \(Int(place.z))")
      #expect(instance.assumptions.count == 4)
      return []
    }
    // The delay has no low end: 0 is nominal.
    #expect(
      visited == [
        "mining -1", "mining 1", "delay 1", "rust -1", "rust 1", "ban -1", "ban 1",
      ])
  }

  @Test("a rule between two columns that breaks at an end is reported at the row that moves one")
  func betweenColumns() throws {
    #expect(
      try problems("c,facilities,facility=s1,capacity,0.02,1,,,,survey:3\n") == [
        "assumptions.csv:2: low: at low of `c`, facilities.csv:4: minimum: in 2020 the least output 5 is above the "
          + "capacity 3"
      ])
    #expect(
      try problems(
        "c,stockpiles,,initial,0.5,1,,,,survey:3\nm,stockpiles,,minimum,0,30,set,,,survey:3\n") == [
          "assumptions.csv:3: high: at high of `m`, stockpiles.csv:2: minimum: the level 30 is above the "
            + "capacity 20"
        ])
  }

  @Test("rows that move together keep a rule that one of them alone would break")
  func together() throws {
    let both = """
      c,facilities,facility=s1,capacity,0.02,1,,,,survey:3
      c,facilities,facility=s1,minimum,0.02,1,,,,survey:3

      """
    #expect(try problems(both) == [])
  }

  @Test("a sum over rows that breaks at an end is reported")
  func sum() throws {
    let found = try problems(
      "p,disruptions,disruption=ban;effect=exports,probability,0.1,0.98,set,,,survey:3\n")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("assumptions.csv:2: high: at high of `p`, disruptions.csv:"))
    #expect(found[0].hasSuffix("sum to 1.03; at most 1"))
  }

  @Test("recipes that make goods from nothing at an end are found with a solver")
  func freeMatter() throws {
    let (tables, instance) = try SampleTables.read(
      "r,recipes,role=byproduct,quantity,0.5,80,,,,survey:3\n")
    var ends: [Double] = []
    let error = #expect(throws: InputProblems.self) {
      try tables.checkEnds(of: instance.assumptions) { place, instance in
        do {
          try FreeMatter.check(instance, solver: GLPKSolver())
          ends.append(place.z)
          return []
        } catch let problems as InputProblems {
          return problems.problems
        } catch {
          return []
        }
      }
    }
    #expect(ends == [-1])
    #expect(error?.problems.count == 1)
    #expect(error?.problems.first?.message.hasPrefix("at high of `r`, ") == true)
    #expect(error?.problems.first?.line == 2)
  }
}
