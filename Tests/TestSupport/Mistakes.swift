extension Mistake {
  /// Mistakes of every kind, over all tables and keys.
  public static let all: [Mistake] =
    files + form + spreadsheets + yaml + names + numbers + rules + sources + assumptions

  private static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("bcdefghi", "abcdefgh").map { name, of in
      "\(name): &\(name) [*\(of), *\(of), *\(of), *\(of), *\(of), *\(of), *\(of), *\(of), *\(of)]\n"
    }.joined()

  private static let files: [Mistake] = [
    Mistake("no instance.yaml", "instance.yaml", .remove, status: 66, says: "does not exist"),
    Mistake("no regions.csv", "regions.csv", .remove, status: 66, says: "does not exist"),
    Mistake("no commodities.csv", "commodities.csv", .remove, status: 66, says: "not exist"),
    Mistake("no demands.csv", "demands.csv", .remove, status: 66, says: "does not exist"),
    Mistake("a folder for a table", "lanes.csv", .makeFolder, status: 66, says: "this is a folder"),
    Mistake("a folder for the YAML file", "instance.yaml", .makeFolder, status: 66, says: "folder"),
    Mistake(
      "a table of an unknown name", "lane.csv", .write([]), says: "unknown table", "lanes.csv"),
  ]

  private static let form: [Mistake] = [
    Mistake("an empty table", "lanes.csv", .write([]), line: 1, says: "the file is empty"),
    Mistake(
      "only a byte order mark", "lanes.csv", .write([0xEF, 0xBB, 0xBF]), line: 1, says: "empty"),
    Mistake(
      "not UTF-8", "regions.csv", .write(Array("region,name\nJPN,J".utf8) + [0xE9, 0x0A]), line: 2,
      says: "UTF-8"),
    Mistake("UTF-16", "regions.csv", .write([0xFF, 0xFE, 0x72, 0]), line: 1, says: "UTF-16"),
    Mistake("a NUL byte", "groups.csv", .append("a\0b,oxide\n"), line: 4, says: "NUL"),
    Mistake("too few cells", "demands.csv", .append("JPN,oxide\n"), line: 4, says: "2 cells", "5"),
    Mistake("too many cells", "blocs.csv", .append("allies,CHN,1\n"), line: 4, says: "3 cells"),
    Mistake(
      "an open quote", "recipes.csv", .append("\"sinter,ore\n"), line: 5, says: "never closed"),
    Mistake(
      "a stray quote", "recipes.csv", .append("sin\"ter,ore,input,1\n"), line: 5, says: "quote"),
    Mistake(
      "text after a quote", "recipes.csv", .append("\"sinter\"x,ore,input,1\n"), line: 5,
      says: "after a closing quote"),
    Mistake(
      "a missing column", "facilities.csv", .replace("unit_cost", with: "note"), line: 1,
      says: "unit_cost", "missing"),
    Mistake(
      "an unknown column", "lanes.csv", .replace("tariff", with: "tarif"), line: 1,
      says:
        "unknown column; the most similar name is `tariff` (known: commodity, origin, destination, unit_cost, "
        + "tariff, capacity, period, name, source, note, basis)"),
    Mistake(
      "a column twice", "prices.csv", .replace("period", with: "price"), line: 1, says: "twice"),
    Mistake(
      "a column without a name", "groups.csv", .replace("group,", with: ","), line: 1,
      says: "no column"),
    Mistake("a header alone", "regions.csv", .write(Array("region\n".utf8)), says: "no rows"),
    Mistake(
      "a line number after a quoted line break", "regions.csv",
      .append("\"KOR\",\"a\nb\",1,1,0\nIND,India,x,1,0\n"), line: 7, says: "latitude", "`x`"),
  ]

  /// What spreadsheets of many languages write.
  private static let spreadsheets: [Mistake] = [
    Mistake(
      "semicolons", "blocs.csv", .write(Array("bloc;region\nallies;JPN\n".utf8)), line: 1,
      says: "separated by semicolons; must be commas"),
    Mistake(
      "semicolons with decimal commas", "demands.csv",
      .write(Array("region;commodity;period;quantity;shortage_cost\nJPN;ore;*;1,5;2\n".utf8)),
      line: 1, says: "semicolons", "`1,5` have a decimal comma"),
    Mistake(
      "tabs", "blocs.csv", .write(Array("bloc\tregion\nallies\tJPN\n".utf8)), line: 1,
      says: "separated by tabs"),
    Mistake(
      "a line for Excel", "blocs.csv", .write(Array("sep=;\nbloc;region\n".utf8)), line: 1,
      says: "for Excel only"),
    Mistake(
      "UTF-16 without a mark", "blocs.csv",
      .write("bloc,region\n".utf8.flatMap { [$0, 0] }), line: 1, says: "UTF-16"),
    Mistake(
      "Windows-1252", "regions.csv", .write(Array("region,name\nJPN,J".utf8) + [0xE9, 0x70, 0x0A]),
      line: 2, says: "probably in Windows-1252", "E9 is `é`"),
    Mistake(
      "a workbook", "blocs.csv", .write(Array("PK\u{3}\u{4}....[Content_Types].xml".utf8)), line: 1,
      says: "an Excel workbook (.xlsx); must be text in CSV"),
    Mistake(
      "a no-break space", "lanes.csv", .append("ore,CHN\u{A0},JPN,1,,,\n"), line: 5,
      says: "`CHN\\u{A0}`", "`CHN`", "NO-BREAK SPACE"),
    Mistake(
      "a zero-width space", "lanes.csv", .append("ore,CHN,\u{200B}JPN,1,,,\n"), line: 5,
      says: "`\\u{200B}JPN`", "ZERO WIDTH SPACE, which cannot be seen: remove it"),
    Mistake(
      "a second byte-order mark", "blocs.csv", .replace("bloc,", with: "\u{FEFF}\u{FEFF}bloc,"),
      line: 1, says: "\\u{FEFF}bloc: unknown column", "ZERO WIDTH NO-BREAK SPACE"),
    Mistake(
      "a soft hyphen in an id", "regions.csv", .replace("AUS,", with: "A\u{AD}US,"), line: 4,
      says: "`A\\u{AD}US` is not an identifier", "SOFT HYPHEN"),
    Mistake(
      "a mark of direction", "facilities.csv", .replace("2000", with: "2000\u{200E}"), line: 2,
      says: "LEFT-TO-RIGHT MARK", "write the number alone: 2000"),
    Mistake(
      "a space in quotes", "lanes.csv", .append("ore,\" CHN\",JPN,1,,,\n"), line: 5,
      says: "has a space at its end or start"),
    Mistake(
      "curly quotes", "lanes.csv", .append("ore,“CHN”,JPN,1,,,\n"), line: 5,
      says: "“ is part of the text"),
    Mistake(
      "an error of a spreadsheet", "facilities.csv", .replace("2000", with: "#REF!"), line: 2,
      says: "`#REF!`", "error of a spreadsheet"),
    Mistake(
      "n/a", "facilities.csv", .replace("2000", with: "n/a"), line: 2, says: "missing number"),
    Mistake(
      "a share where none is taken", "facilities.csv", .replace("2000", with: "30%"), line: 2,
      says: "`30%` is not a number; this column takes no share", "main output/yr"),
    Mistake(
      "percent in words", "lanes.csv", .append("ore,CHN,JPN,1,5 percent,,\n"), line: 5,
      says: "write a share as a plain decimal: 0.05"),
    Mistake(
      "a Cyrillic letter", "lanes.csv", .append("ore,CHN,JР\u{41D},1,,,\n"), line: 5,
      says: "CYRILLIC CAPITAL LETTER ER, which looks like the Latin letter P"),
    Mistake(
      "TRUE for a number", "facilities.csv", .replace("2000", with: "TRUE"), line: 2,
      says: "truth value"),
    Mistake(
      "separators of thousands", "facilities.csv", .replace("2000", with: "\"2,000\""), line: 2,
      says: "write 2000 if the comma separates thousands, 2.000 if"),
    Mistake(
      "a separator that splits a cell", "facilities.csv", .replace("2000", with: "2,000"), line: 2,
      says: "9 cells", "numbers have no commas"),
    Mistake(
      "a date for a period", "demands.csv", .append("JPN,ore,2021-01-01,1,1\n"), line: 4,
      says: "`2021-01-01`", "as it is named, `2021`"),
    Mistake(
      "a German date for a period", "demands.csv", .append("JPN,ore,01.01.2021,1,1\n"), line: 4,
      says: "as it is named, `2021`"),
    Mistake(
      "a decimal number for a period", "demands.csv", .append("JPN,ore,2021.0,1,1\n"), line: 4,
      says: "as it is named, `2021`"),
    Mistake(
      "a YAML file in UTF-16", "instance.yaml", .write([0xFE, 0xFF, 0, 0x61]), line: 1,
      says: "UTF-16"),
    Mistake(
      "an id in YAML with a zero-width space", "instance.yaml",
      .replace("home: JPN", with: "home: JPN\u{200B}"), line: 6, says: "ZERO WIDTH SPACE"),
    Mistake(
      "a decimal comma in YAML", "instance.yaml", .replace("5%", with: "0,05"), line: 5,
      says: "`0,05`", "write a point, 0.05"),
  ]

  private static let yaml: [Mistake] = [
    Mistake("not YAML", "instance.yaml", .append("{[\n"), line: 11, says: "not a YAML file"),
    Mistake("an alias bomb", "instance.yaml", .append(bomb), line: 15, says: "aliases"),
    Mistake("an empty YAML file", "instance.yaml", .write([]), line: 1, says: "empty"),
    Mistake(
      "YAML that is a list", "instance.yaml", .write(Array("- a\n".utf8)), line: 1, says: "mapping"),
    Mistake("YAML not UTF-8", "instance.yaml", .write([0x61, 0xE9]), line: 1, says: "UTF-8"),
    Mistake(
      "a key twice", "instance.yaml", .append("home: CHN\n"), line: 6, says: "given twice", "home"),
    Mistake(
      "an unknown key", "instance.yaml", .replace("discount_rate", with: "discount"), line: 5,
      says: "unknown key", "`discount_rate`"),
    Mistake(
      "no name", "instance.yaml", .replace("name: sample\n", with: ""), line: 1, says: "`name`"),
    Mistake(
      "a name with a space", "instance.yaml", .replace("name: sample", with: "name: a b"), line: 1,
      says: "identifier"),
    Mistake(
      "a title that is a list", "instance.yaml", .replace("A sample", with: "[a]"), line: 2,
      says: "title"),
    Mistake(
      "no periods", "instance.yaml", .replace("[2020, 2021, 2022]", with: "[]"), line: 4,
      says: "periods", "empty"),
    Mistake(
      "a period twice", "instance.yaml", .replace("2022]", with: "2021]"), line: 4, says: "`2021`",
      "twice"),
    Mistake(
      "periods that run backwards", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "{from: 2022, to: 2020}"), line: 4, says: "from"),
    Mistake(
      "periods before the year 0", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "{from: -5, to: 2020}"), line: 4, says: "from",
      "0 to 9999"),
    Mistake(
      "a billion periods", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "{from: 1, to: 1000000000}"), line: 4, says: "to"),
    Mistake(
      "half a year", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "[2020, 2021, {label: 2022, years: 0.5}]"), line: 4,
      says: "years", "whole number"),
    Mistake(
      "an unknown home", "instance.yaml", .replace("home: JPN", with: "home: JPM"), line: 6,
      says: "home", "`JPN`"),
    Mistake(
      "a negative discount rate", "instance.yaml", .replace("5%", with: "-5%"), line: 5,
      says: "discount_rate", "-5%"),
    Mistake(
      "text for the discount rate", "instance.yaml", .replace("5%", with: "five"), line: 5,
      says: "`five`"),
    Mistake(
      "parameters that are a list", "instance.yaml",
      .replace("{rival: CHN, focus: oxide}", with: "[a]"), line: 7, says: "parameters"),
    Mistake(
      "sources that are a mapping", "instance.yaml", .replace("[made up]", with: "{a: b}"), line: 9,
      says: "sources"),
    Mistake(
      "a currency that is a list", "instance.yaml", .replace("USD", with: "[USD]"), line: 3,
      says: "currency"),
    Mistake(
      "a description that is a list", "instance.yaml", .replace("For tests.", with: "[a]"), line: 8,
      says: "description"),
  ]

  private static let names: [Mistake] = [
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

  private static let numbers: [Mistake] = [
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

  /// What rows say of where their figures come from.
  private static let sources: [Mistake] = [
    Mistake(
      "a source twice", "sources.csv", .append("trade,a,b,2020,,,,\n"), line: 4,
      says: "the source `trade` is given twice"),
    Mistake(
      "a source without title", "sources.csv", .replace("Trade by country", with: ""), line: 3,
      says: "title", "blank"),
    Mistake(
      "a source without publisher", "sources.csv", .replace("Customs", with: ""), line: 3,
      says: "publisher", "blank"),
    Mistake(
      "a source whose year is a day", "sources.csv", .replace(",2020,", with: ",2020-05-01,"),
      line: 3, says: "year", "`2020-05-01` is not a number"),
    Mistake(
      "a source of the year 20", "sources.csv", .replace(",2020,", with: ",20,"), line: 3,
      says: "year", "a whole number from 1000 to 9999"),
    Mistake(
      "an address without https", "sources.csv",
      .replace("https://example", with: "www.example"), line: 2,
      says: "url", "`www.example.org/mines` is no address; it starts with https://"),
    Mistake(
      "a DOI with its address", "sources.csv",
      .replace("10.1000/", with: "https://doi.org/10.1000/"), line: 2, says: "doi",
      "without https://doi.org/"),
    Mistake(
      "a day of reading that is no day", "sources.csv",
      .replace("2022-03-31", with: "2022-02-29"), line: 2, says: "read",
      "`2022-02-29` is no day of the calendar"),
    Mistake(
      "a source that sources.csv lacks", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,trad:p. 3\nallies,AUS,trade\n".utf8)), line: 2,
      says: "unknown source `trad`", "the most similar name is `trade`", "sources.csv"),
    Mistake(
      "free text for a source", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,Own list of 2021\nallies,AUS,\n".utf8)), line: 2,
      says: "unknown source `Own list of 2021`", "write an id of sources.csv and its place"),
    Mistake(
      "a place with a semicolon", "blocs.csv",
      .write(
        Array("bloc,region,source\nallies,JPN,trade:p. 3; see the note\nallies,AUS,\n".utf8)),
      line: 2, says: "`see the note`", "a place has no `;`: write a comma"),
    Mistake(
      "a semicolon too much", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,trade:p. 3;\nallies,AUS,\n".utf8)), line: 2,
      says: "a `;` has no source on one of its sides"),
    Mistake(
      "a place without source", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,:p. 3\nallies,AUS,\n".utf8)), line: 2,
      says: "no id stands before `:p. 3`"),
    Mistake(
      "an assumption in place of a source", "blocs.csv",
      .write(Array("bloc,region,source\nallies,JPN,assumption: a guess\nallies,AUS,\n".utf8)),
      line: 2, says: "`assumption` is no source", "in the column `basis`"),
    Mistake(
      "an unknown basis", "blocs.csv",
      .write(Array("bloc,region,basis\nallies,JPN,defined\nallies,AUS,\n".utf8)), line: 2,
      says: "unknown basis `defined`", "the most similar name is `derived`",
      "(published, derived, fitted, assumption, definition)"),
    Mistake(
      "published without source", "blocs.csv",
      .write(Array("bloc,region,basis\nallies,JPN,published\nallies,AUS,\n".utf8)), line: 2,
      says: "source", "the row is `published`, so it needs a source with a place"),
    Mistake(
      "published without place", "blocs.csv",
      .write(
        Array("bloc,region,basis,source\nallies,JPN,published,trade\nallies,AUS,,\n".utf8)),
      line: 2, says: "so it needs the place in its source"),
    Mistake(
      "derived without source", "blocs.csv",
      .write(
        Array("bloc,region,basis,source,note\nallies,JPN,derived,,a + b\nallies,AUS,,,\n".utf8)),
      line: 2, says: "the sources that it is derived from"),
    Mistake(
      "derived without note", "blocs.csv",
      .write(
        Array("bloc,region,basis,source,note\nallies,JPN,derived,trade,\nallies,AUS,,,\n".utf8)),
      line: 2, says: "note", "a note with the arithmetic"),
    Mistake(
      "fitted without note", "blocs.csv",
      .write(Array("bloc,region,basis\nallies,JPN,fitted\nallies,AUS,fitted\n".utf8)), line: 2,
      says: "a note that names the totals", "(also on line 3)"),
    Mistake(
      "assumed without note", "blocs.csv",
      .write(Array("bloc,region,basis,note\nallies,JPN,assumption,\nallies,AUS,,\n".utf8)), line: 2,
      says: "a note with the reason"),
  ]

  private static let rules: [Mistake] = [
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
  private static func assumption(
    _ name: String, _ row: String, line: Int = 7, says: String...
  ) -> Mistake {
    var mistake = Mistake(name, "assumptions.csv", .append(row + "\n"), line: line)
    mistake.says = says
    return mistake
  }

  private static let assumptions: [Mistake] = [
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
