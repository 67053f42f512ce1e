extension Mistake {
  /// Names that are unknown, given twice or no identifiers.
  static let names: [Mistake] = [
    Mistake("a region twice", "regions.csv", .append("JPN,,,,\n"), line: 5, says: "`JPN`", "twice"),
    Mistake(
      "a region id with a space", "regions.csv", .replace("AUS,", with: "A US,"), line: 4,
      says: "identifier"),
    Mistake("a blank region", "regions.csv", .replace("AUS,", with: ","), line: 4, says: "blank"),
    Mistake(
      "a bloc with a region's id", "blocs.csv", .append("CHN,AUS\n"), line: 4, says: "is a region"),
    Mistake("a bloc called world", "blocs.csv", .append("world,AUS\n"), line: 4, says: "world"),
    Mistake(
      "an unknown member", "blocs.csv", .append("allies,AUZ\n"), line: 4, says: "`AUZ`", "`AUS`"),
    Mistake(
      "a group with a commodity's id", "groups.csv", .append("ore,oxide\n"), line: 4,
      says: "is a commodity"),
    Mistake(
      "a group of two units", "commodities.csv", .replace("magnet,t", with: "magnet,kg"), line: 3,
      blamed: "groups.csv", says: "kg"),
    Mistake("a commodity twice", "commodities.csv", .append("ore,t,1\n"), line: 5, says: "twice"),
    Mistake(
      "a commodity without unit", "commodities.csv", .append("tin,,1\n"), line: 5, says: "unit",
      "blank"),
    Mistake("an unknown output", "processes.csv", .append("x,y,oxid\n"), line: 5, says: "`oxide`"),
    Mistake("a process twice", "processes.csv", .append("mine,y,ore\n"), line: 5, says: "twice"),
    Mistake(
      "an unknown role", "recipes.csv", .append("mine,oxide,output,1\n"), line: 5, says: "role",
      "byproduct"),
    Mistake(
      "an unknown process", "recipes.csv", .append("mines,oxide,input,1\n"), line: 5, says: "`mine`"
    ),
    Mistake(
      "a wildcard in recipes", "recipes.csv", .append("mine,*,input,1\n"), line: 5, says: "`*`"),
    Mistake(
      "a facility twice", "facilities.csv", .append("m1,mine,CHN,1,1,,,\n"), line: 7, says: "twice"),
    Mistake(
      "a project with a facility's id", "projects.csv", .replace("p1,", with: "m1,"), line: 2,
      says: "namespace"),
    Mistake(
      "a bloc as a facility's region", "facilities.csv", .append("z,mine,allies,1,1,,,\n"), line: 7,
      says: "unknown region"),
    Mistake(
      "an unknown facility", "capacities.csv", .append("s9,2021,1,1,\n"), line: 4, says: "facility",
      "`s9`"),
    Mistake(
      "an unknown period", "capacities.csv", .append("s1,2023,1,1,\n"), line: 4, says: "period",
      "`2023`; it is after the last period, 2022"),
    Mistake(
      "an unknown price's commodity", "prices.csv", .append("final,2021,1\n"), line: 4,
      says: "`finals`"),
    Mistake("a wildcard price", "prices.csv", .append("*,2021,1\n"), line: 4, says: "`*`"),
    Mistake(
      "an unknown origin", "lanes.csv", .append("ore,CNH,JPN,1,,,\n"), line: 5, says: "`CHN`",
      "origin"),
    Mistake("a case mistake", "lanes.csv", .append("ore,chn,JPN,1,,,\n"), line: 5, says: "`CHN`"),
    Mistake(
      "a quota row twice", "quotas.csv", .append("q,oxide,CHN,world,1,\nq,oxide,CHN,*,9,*\n"),
      line: 5, says: "twice"),
    Mistake(
      "an unknown demand region", "demands.csv", .append("ally,ore,*,1,1\n"), line: 4,
      says: "`allies`"),
    Mistake(
      "a stockpile twice", "stockpiles.csv", .append("w,JPN,ore,1,,,,,,\n"), line: 3, says: "twice"),
    Mistake(
      "a programme twice", "programmes.csv", .append("fund,JPN,1,0.5,,\n"), line: 3, says: "twice"),
    Mistake(
      "an unknown payer", "programmes.csv", .append("f2,JP,1,0.5,,\n"), line: 3, says: "`JPN`"),
    Mistake(
      "an unknown programme", "projects.csv", .replace(",fund", with: ",found"), line: 2,
      says: "`fund`"),
    Mistake(
      "a contract twice", "contracts.csv", .append("c,ore,AUS,JPN,1,,,,\n"), line: 3, says: "twice"),
    Mistake(
      "a wildcard contract", "contracts.csv", .append("d,ore,*,JPN,1,,,,\n"), line: 3, says: "`*`"),
    Mistake(
      "a history without period", "history.csv", .append("ore,AUS,JPN,,1\n"), line: 3,
      says: "period", "blank"),
    Mistake(
      "an unknown withheld commodity", "observed.csv", .append("oxid,CHN,JPN,2022,1\n"), line: 4,
      says: "`oxid`", "`oxide`"),
    Mistake(
      "a bloc as an origin of a withheld flow", "observed.csv",
      .append("oxide,allies,JPN,2022,1\n"), line: 4, says: "origin", "unknown region"),
    Mistake(
      "a wildcard destination of a withheld flow", "observed.csv", .append("oxide,CHN,*,2022,1\n"),
      line: 4, says: "destination", "`*`"),
    Mistake(
      "a withheld flow after the last period", "observed.csv", .append("oxide,CHN,JPN,2023,1\n"),
      line: 4, says: "`2023`; it is after the last period, 2022"),
    Mistake(
      "a negative withheld flow", "observed.csv", .append("oxide,CHN,JPN,2022,-1\n"), line: 4,
      says: "-1", "0 or more"),
    Mistake(
      "an unknown effect", "disruptions.csv", .append("d,export,CHN,,,,0,1,\n"), line: 7,
      says: "`exports`"),
    Mistake(
      "an unknown kind of check", "checks.csv", .append("x,supply,oxide,JPN,CHN,2020,1,\n"),
      line: 5,
      says: "unknown kind `supply`", "supply_share"),
    Mistake(
      "a check twice", "checks.csv", .append("magnets,demand,magnet,JPN,,2021,40,\n"), line: 5,
      says: "the check `magnets` is given twice"),
    Mistake(
      "a check of an unknown good", "checks.csv", .append("x,demand,magnets,JPN,,2020,1,\n"),
      line: 5, says: "`magnet`"),
    Mistake(
      "a check of an unknown partner", "checks.csv",
      .append("x,supply_share,oxide,JPN,CHA,2020,1,\n"), line: 5, says: "partner", "`CHN`"),
    Mistake(
      "a check of every period", "checks.csv", .append("x,demand,magnet,JPN,,*,1,\n"), line: 5,
      says: "period"),
  ]
}
