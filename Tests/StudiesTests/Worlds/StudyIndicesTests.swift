import GLPKSolver
import SourcingFiles
import Statistics
import Studies
import TestSupport
import Testing

@Suite("Sobol indices of a study")
struct StudyIndicesTests {
  private static let text = WorldStudy.options + "worlds: {samples: 3, seed: 5, sobol: 16}\n"

  @Test("come from further worlds, which follow the sampled ones")
  func worlds() throws {
    try WorldStudy.read(Self.text) { study in
      let runs = study.runs.filter { $0.option == 0 }
      // Two assumptions: 16·4 worlds.
      #expect(runs.count == 1 + 3 + 64)
      #expect(runs[4].name == "free/sobol-0001/joint" && runs[67].name == "free/sobol-0064/joint")
      #expect(runs.map { study.isForIndices($0) }.prefix(5) == [false, false, false, false, true])
      #expect(runs.allSatisfy { study.isSampled($0) == ($0.variation > 0) })
      let worlds = try #require(study.worlds)
      let design = SobolDesign(factors: worlds.drawn.factors, samples: 16, seed: 5)
      #expect(Array(worlds.allPoints.suffix(64)) == design.points)
      // The sampled worlds are those of a study without indices.
      try WorldStudy.read(Self.text.replacing(", sobol: 16", with: "")) { other in
        #expect(other.worlds?.allPoints == worlds.points)
        #expect(other.worlds?.drawn.sobol == 0)
      }
    }
  }

  @Test("are those of sensitivity with the same seed and number, to the last bit")
  func sameAsSensitivity() throws {
    try WorldStudy.read(Self.text) { study in
      let comparison = try WorldStudy.comparison(of: study)
      let measures = [PlanMeasure(.cost), PlanMeasure(.extraCost), PlanMeasure(.largestShare)]
      let found = StudyIndices(comparison, of: measures).found
      #expect(found.count == 6)
      let worlds = try #require(study.worlds)
      let tables = try InstanceReader.readWithTables(folder: study.instanceFolder).0
      for (place, option) in study.options.enumerated() {
        let planner = try WorldPlanner(
          WorldPlanner.Question(tables: tables, measures: measures) { instance in
            try ModelReader.read(
              bytes: option.modelBytes, file: option.modelFile, instance: instance,
              settings: option.settings)
          }, solver: GLPKSolver())
        let memory = WorldMemory { try planner.values(at: worlds.sample.space.places(at: $0)) }
        let question = SensitivityQuestion(
          factors: worlds.drawn.factors, measures: measures, samples: 16, seed: 5, sobol: true)
        let alone = try SensitivityRunner(question, of: memory).run().sobol
        let own = found.filter { $0.policy.option == option.name }.map(\.indices)
        #expect(own == alone, "\(place)")
        #expect(own[0].total.compactMap(\.self).count == 2)
      }
    }
  }

  @Test("say which assumption decides")
  func decides() throws {
    try WorldStudy.read(Self.text.replacing("sobol: 16", with: "sobol: 200")) { study in
      let found = StudyIndices(
        try WorldStudy.comparison(of: study), of: [PlanMeasure(.cost)]
      ).found
      // What the capped option pays: 0.4·b + 0.6·c where b is less, else c. B's cost varies most, and both act together.
      let total = try #require(found[0].indices.total[0])
      #expect(total.value > 0.7 && total.low < total.value && total.value < total.high)
      #expect((found[0].indices.total[1]?.value ?? 1) < 0.4)
    }
  }

  @Test("are blank where a world has no plan, with the number of these worlds")
  func blank() throws {
    let files = [
      "assumptions.csv": """
      assumption,table,where,column,low,high,distribution,source
      c-capacity,facilities,facility=fc,capacity,0,1,uniform,assumption: made up

      """,
      "model.yaml": WorldStudy.model.replacing(
        "goals:\n",
        with: "goals:\n  - {kind: service, of: A, commodity: g, at_least: 100%, in: 2025}\n"),
    ]
    try WorldStudy.read(Self.text, with: files) { study in
      let comparison = try WorldStudy.comparison(of: study)
      let found = StudyIndices(comparison, of: [PlanMeasure(.cost)]).found
      let without = comparison.records.count { $0.isForIndices && $0.status != .optimal }
      #expect(without > 3)
      #expect(found.map(\.indices.missing) == [0, without])
      #expect(found[1].indices.total == [nil] && found[1].indices.first == [nil])
      // A change against an option without a plan has no value either; the first option against itself is left out.
      let changes = StudyIndices(
        comparison, of: [PlanMeasure(name: "change_cost", figure: .cost, isChange: true)]
      ).found
      #expect(changes.map(\.policy.option) == ["capped"])
      #expect(changes[0].indices.missing == without)
    }
  }

  @Test("take a number from 2, and names that no variation has")
  func mistakes() throws {
    let found = { (text: String) in
      try WorldStudy.problems(WorldStudy.options + "worlds: {samples: 2, \(text)}")
    }
    #expect(
      try found("sobol: 1") == [
        "study.yaml:4: sobol: found `1`; must be a whole number from 2 to 10000"
      ])
    let unknown = try found("sobl: 20")
    #expect(unknown.count == 1 && unknown[0].contains("`sobol`"), "\(unknown)")
    #expect(
      try WorldStudy.problems(
        WorldStudy.options
          + "variations: [{name: sobol-0003, set: {cap: 1}}]\nworlds: {samples: 2, sobol: 5}"
      ).first?.contains("`sobol-0003` is the name of a variation and of a sampled world") == true)
  }
}
