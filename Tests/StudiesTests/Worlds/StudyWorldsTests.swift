import Sourcing
import SourcingFiles
import Studies
import TestSupport
import Testing

@Suite("Sampled worlds of a study")
struct StudyWorldsTests {
  @Test("follow the listed variations, with names of as many digits as they need")
  func names() throws {
    let text =
      WorldStudy.options
      + "variations: [{name: half, set: {cap: 50%}}]\nworlds: {samples: 2, seed: 1}\ncoordination: joint\n"
    try WorldStudy.read(text) { study in
      #expect(
        study.runs.map(\.name)
          == ["free", "capped"].flatMap { option in
            ["as-is", "half", "world-001", "world-002"].map { "\(option)/\($0)/joint" }
          })
      #expect(study.runs.map { study.isSampled($0) }.prefix(4) == [false, false, true, true])
      // A parameter that a variation sets has no effect in the worlds.
      #expect(study.settings(of: study.runs[1])["cap"] == "50%")
      #expect(study.settings(of: study.runs[2])["cap"] == "100%")
    }
    try WorldStudy.read(WorldStudy.options + "worlds: {samples: 1000}\n") { study in
      let names = try #require(study.worlds).names
      #expect(names.first == "world-0001" && names.last == "world-1000")
    }
  }

  @Test("are the same for every option and from one time to the next, and others by another seed")
  func same() throws {
    let twins = """
      options: [{model: model.yaml, name: one}, {model: model.yaml, name: other}]
      worlds: {samples: 8, seed: 2}

      """
    let keys = { (text: String) in
      try WorldStudy.read(text) { study in study.runs.map { study.key(of: $0, program: "p") } }
    }
    let found = try keys(twins)
    #expect(found.prefix(9) == found.suffix(9))
    #expect(Set(found).count == 9)
    #expect(try keys(twins) == found)
    let others = try keys(twins.replacing("seed: 2", with: "seed: 3"))
    #expect(Set(others).intersection(found).count == 1)
  }

  @Test("move the assumptions that are asked for only, each as far as without the others")
  func some() throws {
    let points = { (text: String) in
      try WorldStudy.read(WorldStudy.options + "worlds: {samples: 5, seed: 2\(text)}\n") { study in
        let worlds = try #require(study.worlds)
        return (worlds.sample.space.assumptions.map(\.id), worlds.points)
      }
    }
    let (all, some) = (try points(""), try points(", assumptions: [c-cost]"))
    #expect(all.0 == ["b-cost", "c-cost"] && some.0 == ["c-cost"])
    #expect(some.1 == all.1.map { [$0[1]] })
  }

  @Test("are planned as what their places make of the instance")
  func planned() throws {
    try WorldStudy.read(WorldStudy.options + "worlds: {samples: 12, seed: 4}\n") { study in
      let worlds = try #require(study.worlds)
      let comparison = try WorldStudy.comparison(of: study)
      var cheaperC = 0
      for (name, z) in zip(worlds.names, worlds.points) {
        // The cost of B is 1 t: 0.5 to 3 times; that of C 2: 0.8 to 1.2 times; a lane costs 0.1 a ton.
        let b = z[0] < 0 ? 1 + 0.5 * z[0] : 1 + 2 * z[0]
        let c = 2 * (1 + 0.2 * z[1])
        if c < b { cheaperC += 1 }
        let expected = [
          50 * (min(b, c) + 0.1), 50 * ((b < c ? 0.4 * b + 0.6 * c : c) + 0.1),
        ]
        let costs = ["free", "capped"].map { option in
          comparison.records.first { $0.option == option && $0.variation == name }?[.cost] ?? 0
        }
        #expect(abs(costs[0] - expected[0]) < 1e-6 && abs(costs[1] - expected[1]) < 1e-6)
      }
      #expect(cheaperC > 1 && cheaperC < 11)
    }
  }

  @Test("allow no option whose model puts assumptions at places: its worlds would be others")
  func places() throws {
    let files = ["high.yaml": WorldStudy.model + "assumptions: {high: [b-cost]}\n"]
    let text = WorldStudy.options + "  - {model: high.yaml, name: dear, set: {cap: 40%}}\n"
    let found = try WorldStudy.problems(text + "worlds: {samples: 2}\n", with: files)
    #expect(
      found == [
        "study.yaml:4: model: the model of the option `dear` gives a place to `b-cost`, so that its worlds would not be "
          + "those of the other options; move assumptions in a variation, or leave out `worlds`"
      ])
    #expect(try WorldStudy.problems(text, with: files) == [])
  }

  @Test("and claims that are wrong are problems with lines and what would be right")
  func mistakes() throws {
    let found = { (text: String) in try WorldStudy.problems(WorldStudy.options + text) }
    #expect(
      try found("worlds: {samples: 0}") == [
        "study.yaml:4: samples: found `0`; must be a whole number from 1 to 100000"
      ])
    let unknown = try found("worlds: {samples: 2, assumptions: [b-cots, b-cost, b-cost]}")
    #expect(unknown.count == 2)
    #expect(
      unknown[0].hasPrefix("study.yaml:4: assumptions: unknown assumption `b-cots`")
        && unknown[0].contains("`b-cost`"))
    #expect(
      unknown[1] == "study.yaml:4: assumptions: the assumption `b-cost` is listed twice")
    let taken = try found(
      "variations: [{name: world-002, set: {cap: 1}}]\nworlds: {samples: 2}")
    #expect(
      taken == [
        "study.yaml:5: samples: `world-002` is the name of a variation and of a sampled world; give the variation another name"
      ])
    let claims = try found(
      "claims:\n  - csot < 5\n  - reliance 5\n  - cost < 5%\n  - cost < 5\n  - cost  <5\n")
    #expect(claims.count == 4)
    #expect(claims[0].hasPrefix("study.yaml:5: claims: unknown measure `csot`"))
    #expect(claims[0].contains("`cost`"))
    #expect(claims[1].hasPrefix("study.yaml:6: claims: `reliance 5` compares nothing"))
    #expect(claims[2].contains("give a number without %"))
    #expect(claims[3] == "study.yaml:9: claims: the claim `cost < 5` is listed twice")
    #expect(try found("claims: cost < 5")[0].contains("must be a list of comparisons"))
    #expect(
      try WorldStudy.problems(
        WorldStudy.options + "worlds: {samples: 2}\n",
        with: ["assumptions.csv": "assumption,table,column,low,high,source\n"]
      ).last?.contains("the instance has no assumptions to sample") == true)
  }
}
