extension Mistake {
  /// Rules that hold beyond single cells.
  static let rules: [Mistake] = [
    Mistake(
      "a figure outside opens and closes", "capacities.csv", .append("m2,2020,1,1,\n"), line: 4,
      says: "operates from 2021"),
    Mistake(
      "closing before opening", "facilities.csv", .replace("2021,2022", with: "2022,2021"), line: 3,
      says: "closes", "before"),
    Mistake(
      "a minimum above the capacity", "facilities.csv", .replace("150,10,5", with: "150,10,500"),
      line: 4, says: "above the capacity"),
    Mistake(
      "a minimum above a year's capacity", "capacities.csv", .replace("140", with: "4"), line: 2,
      says: "minimum", "2021"),
    Mistake(
      "a byproduct that is the main output", "recipes.csv", .append("mine,ore,byproduct,1\n"),
      line: 5, says: "main output"),
    Mistake(
      "a stock above its capacity", "stockpiles.csv", .replace("oxide,5", with: "oxide,50"),
      line: 2, says: "initial", "above"),
    Mistake(
      "a least stock above the capacity", "stockpiles.csv", .replace(",1,5", with: ",30,5"),
      line: 2, says: "minimum"),
    Mistake(
      "a final stock above the capacity", "stockpiles.csv", .replace(",1,5", with: ",1,55"),
      line: 2, says: "final"),
    Mistake(
      "a least size above the largest", "projects.csv", .replace(",10,5,", with: ",10,50,"),
      line: 2, says: "min_capacity"),
    Mistake(
      "latest before earliest", "projects.csv", .replace("2020,2021", with: "2021,2020"), line: 2,
      says: "latest", "before"),
    Mistake(
      "a programme that closes first", "programmes.csv", .replace("2020,2021", with: "2021,2020"),
      line: 2, says: "closes"),
    Mistake(
      "a contract that ends first", "contracts.csv", .replace("2021,2022", with: "2022,2021"),
      line: 2, says: "ends"),
    Mistake(
      "a factor above 1", "disruptions.csv", .replace(",0.2,", with: ",1.1,"), line: 5,
      says: "factor"),
    Mistake(
      "a lane effect without partner", "disruptions.csv", .replace(",,CHN,0.5", with: ",,,0.5"),
      line: 4, says: "partner"),
    Mistake(
      "a partner where none is used", "disruptions.csv",
      .replace("quake,stock,JPN,,,", with: "quake,stock,JPN,,,CHN"), line: 6, says: "partner"),
    Mistake(
      "a process where none is used", "disruptions.csv",
      .replace("quake,stock,JPN,,", with: "quake,stock,JPN,,mine"), line: 6, says: "process"),
    Mistake(
      "two probabilities", "disruptions.csv", .replace("1.2,6,", with: "1.2,6,0.2"), line: 3,
      says: "0.1 already"),
    Mistake(
      "probabilities above 1", "disruptions.csv", .replace("0.05", with: "0.95"), line: 4,
      says: "1.05"),
    Mistake(
      "a share of supply without partner", "checks.csv",
      .replace("JPN,CHN,2020", with: "JPN,,2020"),
      line: 2, says: "partner: `supply_share` needs the region or bloc that supplies"),
    Mistake(
      "a share of supply from everywhere", "checks.csv", .replace("CHN,2020", with: "world,2020"),
      line: 2, says: "partner: `world` is all regions, whose share is always 1"),
    Mistake(
      "a partner of production", "checks.csv", .replace("CHN,,2021", with: "CHN,JPN,2021"), line: 3,
      says: "`production_share` has no partner, only `supply_share` and `lookthrough_share` do"),
    Mistake(
      "a percentage for a published share", "checks.csv", .replace("0.9,0.1", with: "90,0.1"),
      line: 2, says: "published: found 90; must be a share from 0 to 1: 58 % is 0.58"),
    Mistake(
      "a tolerance in percent", "checks.csv", .replace("0.9,0.1", with: "0.9,10"), line: 2,
      says: "tolerance: found 10; must be from 0 to 1"),
    Mistake(
      "the world's share in its output", "checks.csv", .replace("CHN,,2021", with: "world,,2021"),
      line: 3, says: "region: `world` is all regions"),
    Mistake(
      "a price of a group", "checks.csv", .append("p,price,finals,JPN,,2020,50,\n"), line: 5,
      says: "commodity: `finals` is a group; a price is of one commodity"),
    Mistake(
      "free matter", "recipes.csv", .replace("ore,byproduct,0.1", with: "ore,byproduct,5"), line: 3,
      blamed: "processes.csv", says: "goods from nothing", "`sinter`"),
  ]
}
