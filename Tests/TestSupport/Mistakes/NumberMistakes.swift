extension Mistake {
  /// Cells that are no numbers, or numbers that their column does not take.
  static let numbers: [Mistake] = [
    Mistake(
      "text for a number", "facilities.csv", .replace("2000", with: "many"), line: 2,
      says: "capacity", "`many`"),
    Mistake(
      "NaN", "lanes.csv", .replace("*,1,", with: "*,nan,"), line: 2, says: "unit_cost", "missing"),
    Mistake(
      "infinity", "demands.csv", .replace("40", with: "inf"), line: 2, says: "quantity", "finite"),
    Mistake(
      "1e400", "commodities.csv", .replace("50", with: "1e400"), line: 3, says: "price", "too large"
    ),
    Mistake(
      "a demand that nobody can mean", "demands.csv", .replace("40", with: "1e308"), line: 2,
      says: "quantity", "found 1e308", "from 1e-18 to 1e18"),
    Mistake(
      "a cost too small to be meant", "lanes.csv", .replace("1.5", with: "1e-300"), line: 4,
      says: "unit_cost", "found 1e-300", "from 1e-18 to 1e18"),
    Mistake(
      "hexadecimal", "history.csv", .replace("20\n", with: "0x20\n"), line: 2, says: "not a number"),
    Mistake(
      "a decimal comma", "lanes.csv", .replace("1.5", with: "\"1,5\""), line: 4, says: "point"),
    Mistake(
      "a percent sign", "lanes.csv", .replace("0.05", with: "5%"), line: 3, says: "tariff",
      "plain decimal: 0.05"),
    Mistake(
      "a negative capacity", "facilities.csv", .replace("2000", with: "-1"), line: 2, says: "-1",
      "0 or more"),
    Mistake(
      "a negative demand", "demands.csv", .replace("40", with: "-40"), line: 2, says: "0 or more"),
    Mistake(
      "a tariff below 0", "lanes.csv", .replace("0.05", with: "-25"), line: 3, says: "tariff",
      "0 or more"),
    Mistake("a risk above 1", "regions.csv", .replace("0.5", with: "5"), line: 3, says: "risk"),
    Mistake(
      "a latitude off the map", "regions.csv", .replace("36", with: "136"), line: 2,
      says: "latitude"),
    Mistake(
      "a recipe quantity of 0", "recipes.csv", .replace("0.4", with: "0"), line: 3, says: "above 0"),
    Mistake(
      "a life of 0 years", "projects.csv", .replace(",20,onshoring", with: ",0,onshoring"), line: 2,
      says: "life_years"),
    Mistake(
      "a loss above 1", "stockpiles.csv", .replace("0.01", with: "1.01"), line: 2, says: "loss"),
    Mistake(
      "a share above 1", "programmes.csv", .replace("0.5", with: "50"), line: 2, says: "share"),
    Mistake(
      "half a month", "disruptions.csv", .replace(",3,", with: ",2.5,"), line: 4, says: "months",
      "whole"),
    Mistake(
      "months of 1e300", "disruptions.csv", .replace(",3,", with: ",1e300,"), line: 4,
      says: "months"),
    Mistake(
      "a blank capacity", "facilities.csv", .replace("2000", with: ""), line: 2, says: "blank"),
    Mistake("a blank price", "prices.csv", .replace("60", with: ""), line: 2, says: "blank"),
    Mistake(
      "a negative quota", "quotas.csv", .replace("90", with: "-90"), line: 2, says: "quantity"),
    Mistake(
      "a negative price of a contract", "contracts.csv", .replace("70", with: "-70"), line: 2,
      says: "price"),
    Mistake(
      "a floor that is no number", "contracts.csv", .replace("65", with: "low"), line: 2,
      says: "floor"),
    Mistake(
      "a negative contract", "contracts.csv", .replace(",5,", with: ",-5,"), line: 2,
      says: "quantity"),
    Mistake(
      "a published figure below 0", "checks.csv", .replace("2020,40", with: "2020,-40"), line: 4,
      says: "published", "0 or more"),
    Mistake(
      "a check without a figure", "checks.csv", .replace("2020,40", with: "2020,"), line: 4,
      says: "published", "blank"),
    Mistake(
      "a tolerance below 0", "checks.csv", .replace("0.9,0.1", with: "0.9,-0.1"), line: 2,
      says: "tolerance", "0 or more"),
  ]
}
