import Sourcing
import Testing

/// Formulas with the discount rate have the right limits.
struct DiscountRateTests {
  @Test(
    "the annuity at a rate near 0 is its limit at 0",
    arguments: [0, 1e-300, 1e-17, 1e-14, 1e-12, 1e-9])
  func annuity(rate: Double) {
    let horizon = Horizon([("now", 1)], discountRate: rate)
    // r/(1−(1+r)^−n) = 1/n·(1 + (n+1)/2·r + O(r²))
    let expected = (1 + 10.5 * rate) / 20
    #expect(abs(horizon.annuity(lifeYears: 20) - expected) <= 1e-15)
  }

  @Test("the annuity at a usual rate is the textbook's")
  func usualRate() {
    let annuity = Horizon([("now", 1)], discountRate: 0.05).annuity(lifeYears: 20)
    #expect(abs(annuity - 0.0802425872) < 1e-10)
  }

  @Test(
    "a plan at a rate near 0 costs what it costs at 0",
    arguments: ["0", "1e-300", "1e-17", "1e-14", "1e-12"])
  func plan(rate: String) throws {
    let tables = [
      "instance.yaml": """
      name: near-zero
      currency: USD
      periods: {from: 2025, to: 2028}
      discount_rate: \(rate)
      home: A

      """,
      "regions.csv": "region\nA\nB\n",
      "commodities.csv": "commodity,unit\ng,t\n",
      "processes.csv": "process,stage,output\np,make,g\n",
      "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,100,3\n",
      "projects.csv": """
      project,process,region,max_capacity,capex,unit_cost,life_years
      pa,p,A,50,10,0.5,20

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.1\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,50,1000\n",
    ]
    // 4·50·(0.5 + 10/20)
    #expect(abs(try PublishedProblemTests.objective(tables) - 200) < 1e-6)
  }
}
