import EarlyWarning
import Testing

@Suite("The geopolitical supply risk")
struct GeoPolRiskTests {
  /// Inputs and results for the United States in 2022, as published with the method.
  static let published:
    [(good: String, hhi: Double, own: Double, sum: Double, all: Double, is: Double)] =
      [
        ("nickel", 0.2674900766, 17500, 21.179740942, 37.495, 0.00032304331528),
        ("manganese", 0.2035183373, 0, 191198.0034766, 350700.567, 0.1109559077525),
        ("graphite", 0.4706634786, 0, 50585.9108469, 86586.111, 0.2749741326268),
      ]

  @Test("of the United States in 2022 is as published", arguments: published)
  func asPublished(
    good: String, hhi: Double, own: Double, sum: Double, all: Double, is risk: Double
  )
    throws
  {
    let found = GeoPolRisk(
      worldConcentration: hhi, ownProduction: own, weightedImports: sum, imports: all)
    #expect(abs(try #require(found.amount) - risk) < 1e-9, "\(good)")
  }

  @Test("is blank without imports, and falls with own production")
  func edges() throws {
    let risk = { (own: Double, imports: Double) in
      GeoPolRisk(
        worldConcentration: 0.5, ownProduction: own, weightedImports: 0.6 * imports,
        imports: imports
      ).amount
    }
    #expect(risk(5, 0) == nil && risk(0, 0) == nil)
    #expect(try #require(risk(0, 10)) == 0.3)
    #expect(try #require(risk(10, 10)) == 0.15)
  }
}
