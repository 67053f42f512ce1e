extension Mistake {
  /// A mistake in one more row of `assumptions.csv`.
  private static func assumption(
    _ name: String, _ row: String, line: Int = 7, says: String...
  ) -> Mistake {
    var mistake = Mistake(name, "assumptions.csv", .append(row + "\n"), line: line)
    mistake.says = says
    return mistake
  }

  /// Ranges that name no numbers, or move them where they cannot be.
  static let assumptions: [Mistake] = [
    assumption(
      "an assumption with a space", "a b,demands,,quantity,0.9,1.1,,,,survey:3,", says: "identifier"
    ),
    assumption(
      "an assumption on an unknown table", "a,demand,,quantity,0.9,1.1,,,,survey:3,",
      says: "table: unknown table `demand`", "`demands`"),
    assumption(
      "an assumption on ranges", "a,assumptions,,low,0.9,1.1,,,,survey:3,",
      says: "table: a range moves no"
    ),
    assumption(
      "an assumption on an absent table", "a,agreements,,low,0.9,1.1,,,,survey:3,",
      says: "unknown table `agreements`"),
    assumption(
      "an assumption on an unknown column", "a,demands,,quantities,0.9,1.1,,,,survey:3,",
      says: "column: unknown column `quantities` of demands.csv", "`quantity`"),
    assumption(
      "an assumption on a name", "a,demands,,region,0.9,1.1,,,,survey:3,",
      says: "column: the column `region` of demands.csv has no numbers",
      "quantity, shortage_cost"),
    assumption(
      "a condition on an unknown column", "a,demands,regoin=JPN,quantity,0.9,1.1,,,,survey:3,",
      says: "where: unknown column `regoin`", "`region`"),
    assumption(
      "a condition that no row fulfils", "a,demands,region=JPM,quantity,0.9,1.1,,,,survey:3,",
      says: "where: the edit matches no row of demands.csv: no row has the region `JPM`", "`JPN`"),
    assumption(
      "conditions that no row fulfils at once",
      "a,demands,region=allies;commodity=magnet,quantity,0.9,1.1,,,,survey:3,",
      says: "where: ", "no row fulfils all conditions at once"),
    assumption(
      "a condition without value", "a,demands,region,quantity,0.9,1.1,,,,survey:3,",
      says: "where: found `region`; must be `column=value`"),
    assumption(
      "two conditions on a column",
      "a,demands,region=JPN;region=allies,quantity,0.9,1.1,,,,survey:3,",
      says: "where: the column `region` has two conditions", "region=a|b"),
    assumption(
      "a range of periods that ends before it starts",
      "a,prices,period=2022..2021,price,0.9,1.1,,,,survey:3,",
      says: "where: period: the range `2022..2021` ends before it starts; write `2021..2022`"),
    assumption(
      "a comparison of names", "a,demands,region>JPN,quantity,0.9,1.1,,,,survey:3,",
      says: "where: region: `>JPN`: the column `region` has no numbers or periods"),
    assumption(
      "a least factor above 1", "a,demands,,quantity,1.1,1.2,,,,survey:3,",
      says: "low: found 1.1; must be at most 1", "factor"),
    assumption(
      "a greatest factor below 1", "a,demands,,quantity,0.8,0.9,,,,survey:3,",
      says: "high: found 0.9; must be at least 1"),
    assumption(
      "a least addition above 0", "a,demands,,quantity,1,2,add,,,survey:3,",
      says: "low: found 1; must be at most 0", "added"),
    assumption(
      "a greatest addition below 0", "a,demands,,quantity,-2,-1,add,,,survey:3,",
      says: "high: found -1; must be at least 0"),
    assumption(
      "ends in the wrong order", "a,demands,region=JPN,quantity,50,30,set,,,survey:3,",
      says: "high: found 30; must be at least `low`"),
    assumption(
      "a number outside its range", "a,demands,region=JPN,quantity,50,60,set,,,survey:3,",
      says: "low: ", "demands.csv:2: quantity: the table's own number 40 must be from low to high"),
    assumption(
      "a low end that is no number", "a,demands,,quantity,few,1.1,,,,survey:3,", says: "low: `few`"),
    assumption(
      "a blank high end", "a,demands,,quantity,0.9,,,,,survey:3,", says: "high: ", "blank"),
    assumption(
      "a range without a source", "a,demands,,quantity,0.9,1.1,,,,,", says: "source: ", "blank"),
    assumption(
      "an unknown mode", "a,demands,,quantity,0.9,1.1,multiplied,,,survey:3,",
      says: "mode: unknown mode `multiplied`", "`multiply`"),
    assumption(
      "an unknown distribution", "a,demands,,quantity,0.9,1.1,,triangle,,survey:3,",
      says: "distribution: unknown distribution `triangle`", "`triangular`"),
    assumption(
      "two distributions of an assumption",
      "delay,demands,,quantity,0.9,1.1,,triangular,,survey:3,",
      says: "distribution: `delay` has the distribution `uniform` already"),
    assumption(
      "a cell that one assumption moves twice",
      "mining,facilities,region=CHN,unit_cost,0.9,1.1,,,,survey:3,",
      says: "where: ", "facilities.csv:2: unit_cost: line 2 of `mining` moves the cell too"),
    assumption(
      "a blank cell without default", "a,lanes,origin=CHN,capacity,0.9,1.1,,,,survey:3,",
      says: "column: ", "lanes.csv:3: capacity: the cell is blank, which means no limit"),
    assumption(
      "a number that a column does not take at high", "a,stockpiles,,loss,0.5,200,,,,survey:3,",
      says: "high: at high of `a`", "stockpiles.csv:2: loss: would be 2; must be from 0 to 1"),
    assumption(
      "a number that a column does not take at low", "a,stockpiles,,initial,-6,0,add,,,survey:3,",
      says: "low: at low of `a`", "stockpiles.csv:2: initial: would be -1; must be 0 or more"),
    assumption(
      "a factor below 0", "a,demands,region=JPN,quantity,-0.1,1,,,,survey:3,",
      says: "low: at low of `a`", "demands.csv:2: quantity: would be -4"),
  ]
}
