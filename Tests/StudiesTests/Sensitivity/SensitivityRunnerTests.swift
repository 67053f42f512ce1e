import LinearProgramming
import Statistics
import Studies
import Testing

@Suite("Sensitivity of a function with known answers")
struct SensitivityRunnerTests {
  private static let whole = -1.0...1.0

  @Test("a tornado has the values at both ends, the largest swing first")
  func tornado() throws {
    let function = try KnownFunction([Self.whole, Self.whole, 0...1, Self.whole]) {
      [10 + 2 * $0[0] - 5 * $0[1] + 3 * $0[2]]
    }
    let found = try function.run()
    #expect(found.nominal.values == [10])
    #expect(found.ends.map { $0.low.values[0] } == [8, 15, 10, 10])
    #expect(found.ends.map { $0.high.values[0] } == [12, 5, 13, 10])
    #expect(found.ends.map { $0.swing(of: 0) } == [4, 10, 3, 0])
    #expect(found.order(by: 0) == [1, 0, 2, 3])
    #expect((0..<4).map { found.moves($0, 0) } == [true, true, true, false])
    // The low end of the third moves no number: it is the nominal world, which is worked out once.
    #expect(function.asked.points.count == 2 * 4 + 1 - 1)
  }

  @Test("an end without a plan has no value and comes first")
  func noPlan() throws {
    let function = try KnownFunction([Self.whole, Self.whole]) { point in
      point[1] > 0.95 ? [nil] : [10 * point[0]]
    }
    let found = try function.run()
    #expect(found.ends[1].high.ending == .noPlan && found.ends[1].high.values == [nil])
    #expect(found.order(by: 0) == [1, 0])
    #expect(found.ends[1].swing(of: 0) == nil && found.hasPlan)
  }

  @Test("a function that has no plan anywhere is said to have none")
  func nothing() throws {
    let found = try KnownFunction([Self.whole], claims: ["cost < 1"], samples: 5) { _ in [nil] }
      .run()
    #expect(!found.hasPlan && found.sample?.shareWithPlan == 0 && found.sample?.shares == [0])
    #expect(found.sample?.spreads == [nil] && found.sample?.boxes.ofClaims == [nil])
    #expect(found.breaks == [[nil]])
  }

  @Test(
    "where a claim no longer holds is found to 1e-3",
    arguments: [0.4137, 0.1, 0.99, 1, -0.0001, -0.5, -0.93])
  func breaks(at z: Double) throws {
    let function = try KnownFunction([Self.whole, Self.whole], claims: ["cost < 10"]) { point in
      // A step, and an assumption that does nothing.
      [(z > 0 ? point[0] >= z : point[0] <= z) ? 20 : 5]
    }
    let found = try function.run()
    let place = try #require(found.breaks[0][0])
    #expect(abs(place - z) <= 1e-3 && abs(place) >= abs(z))
    #expect(found.breaks[0][1] == nil)
    #expect(function.values([place, 0]) == [20])
  }

  @Test("of two breaks the one nearest to the nominal place counts")
  func nearest() throws {
    let function = try KnownFunction([Self.whole], claims: ["cost < 10"]) {
      [$0[0] > 0.36 || $0[0] < -0.33 ? 20 : 5]
    }
    let place = try #require(try function.run().breaks[0][0])
    #expect(abs(place + 0.33) <= 1e-3)
    // Outwards from 0, and no further than the first change, but for the ends of the tornado.
    #expect(function.asked.points.allSatisfy { abs($0[0]) <= 0.4 || abs($0[0]) == 1 })
  }

  @Test("a claim that fails in the nominal world has the place where it begins to hold")
  func begins() throws {
    let function = try KnownFunction([Self.whole, 0...1], claims: ["cost <= 4", "cost > 4"]) {
      [5 + 2 * $0[0] + $0[1]]
    }
    let found = try function.run()
    #expect(found.question.claims.map(found.holdsNominally) == [false, true])
    let places = found.breaks.map { $0[0] ?? 0 }
    #expect(places.allSatisfy { abs($0 + 0.5) <= 1e-3 && $0 <= -0.5 })
    #expect(found.breaks.map { $0[1] } == [nil, nil])
  }

  @Test("a claim no longer holds where there is no plan")
  func breaksWithoutPlan() throws {
    let found = try KnownFunction([Self.whole], claims: ["cost < 10"]) {
      $0[0] > 0.25 ? [nil] : [5]
    }.run()
    #expect(abs((found.breaks[0][0] ?? 0) - 0.25) <= 1e-3)
  }

  @Test("assumptions move from where they stand in the nominal world")
  func elsewhere() throws {
    let function = try KnownFunction(
      [Self.whole, Self.whole], claims: ["cost < 10"], nominal: [0.55, -1]
    ) { [($0[0] < 0.31 || $0[0] > 0.97 ? 20 : 5) + $0[1]] }
    let found = try function.run()
    #expect(found.nominal.values == [4])
    #expect(abs((found.breaks[0][0] ?? 0) - 0.31) <= 1e-3)
    #expect(found.ends.map { $0.low.values[0] } == [19, 4])
  }

  @Test(
    "a linear function has rank correlations of 1, Sobol indices by its slopes, and exact shares")
  func sampled() throws {
    let function = try KnownFunction(
      [Self.whole, Self.whole], measures: [KnownFunction.cost, KnownFunction.bill],
      claims: ["home_bill > 0"], samples: 1000, sobol: true
    ) { [3 * $0[0] + $0[1], $0[0]] }
    let found = try function.run()
    let sample = try #require(found.sample)
    #expect(sample.shareWithPlan == 1 && sample.shares == [0.5])
    let spread = try #require(sample.spreads[1])
    #expect(spread.count == 1000 && abs(spread.mean) < 1e-3 && abs(spread.q95 - 0.9) < 1e-2)
    let cost = sample.correlations[0].compactMap(\.self)
    #expect(cost.count == 2 && cost[0] > 0.99 && cost[1] > 0.9)
    // Without noise it is 1; the other assumption has nothing to do with it.
    #expect(abs((sample.correlations[1][0] ?? 0) - 1) < 1e-9)
    let first = try found.sobol[0].first.map { try #require($0).value }
    #expect(abs(first[0] - 0.9) < 0.03 && abs(first[1] - 0.1) < 0.03)
    let box = try #require(sample.boxes.ofClaims[0])
    #expect(box.limits.map(\.factor) == [0] && box.density > 0.9 && box.coverage > 0.9)
    // A of the Sobol design is the sample, and nothing is worked out twice.
    #expect(Set(function.asked.points).count == function.asked.points.count)
    #expect(function.asked.points.filter { !$0.contains(0) }.count <= 1000 * 4 + 4)
  }

  @Test("worlds without a plan are left out of figures, and count against claims")
  func partly() throws {
    let function = try KnownFunction(
      [Self.whole, Self.whole], claims: ["cost < 100"], samples: 200, sobol: true
    ) { $0[0] > 0 ? [nil] : [$0[0] + $0[1]] }
    let found = try function.run()
    let sample = try #require(found.sample)
    #expect(sample.shareWithPlan == 0.5 && sample.shares == [0.5])
    #expect(sample.spreads[0]?.count == 100)
    #expect(found.sobol[0].missing > 0 && found.sobol[0].first == [nil, nil])
  }

  @Test("the number of threads changes nothing", arguments: [2, 5])
  func jobs(count: Int) throws {
    let function = try KnownFunction(
      [Self.whole, 0...1, Self.whole], claims: ["cost < 1.2", "cost > 3"], samples: 50, sobol: true
    ) { $0[1] > 0.9 ? [nil] : [1 + $0[0] * $0[0] + $0[1] * $0[2]] }
    let (one, several) = (try function.run(), try function.run(jobs: count))
    #expect(one.breaks == several.breaks && one.sobol == several.sobol)
    #expect(one.sample?.spreads == several.sample?.spreads)
    #expect(one.sample?.values == several.sample?.values)
    #expect(one.ends.map(\.low) == several.ends.map(\.low))
  }

  @Test("the same points are asked for with any number of threads")
  func points() throws {
    let sets = try [1, 4].map { jobs in
      let function = try KnownFunction(
        [Self.whole, Self.whole], claims: ["cost < 1.2", "cost > 0.7"], samples: 20
      ) { [1 + $0[0] / 2 + $0[1] / 3] }
      _ = try function.run(jobs: jobs)
      return Set(function.asked.points)
    }
    #expect(sets[0] == sets[1])
  }

  @Test("narrower ranges give narrower results")
  func narrower() throws {
    let spreads = try [1.0, 0.5, 0.1].map { width in
      let function = try KnownFunction([Self.whole, Self.whole], samples: 100) {
        [width * $0[0] * 4 + width * $0[1]]
      }
      let found = try function.run()
      let spread = try #require(found.sample?.spreads[0])
      return (spread.q95 - spread.q05, found.ends[0].swing(of: 0) ?? 0)
    }
    #expect(spreads[0].0 > spreads[1].0 && spreads[1].0 > spreads[2].0)
    #expect(spreads[0].1 > spreads[1].1 && spreads[1].1 > spreads[2].1)
  }
}
