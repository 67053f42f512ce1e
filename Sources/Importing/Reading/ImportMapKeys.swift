package import SourcingFiles

extension YAMLMapping {
  /// An import map.
  package static let importMap = YAMLMapping(
    "a map", "An import map: what the codes and names of a source mean in an instance.",
    keys: [
      YAMLKey(
        "home", .identifier, .defaultRule("with trade data of one importer, that importer"),
        example: "JPN", "The `home` of a new instance. `--home` replaces it."),
      YAMLKey(
        "title", .text, .defaultRule("the name of the instance"), example: "Trade of Japan",
        "The `title` of a new instance."),
      YAMLKey(
        "commodities", .list(of: .mapping([.importedCommodity])), .required,
        example: "[{commodity: graphite, hs: 2504, unit: t}]",
        "The commodities and what they are called in the sources."),
      YAMLKey(
        "regions",
        .entries(
          keys: "a region", values: "a country, a list of countries, or `others`"),
        .defaultRule("each country is a region"),
        example: "{HUN: HUN, EUR: [DEU, FRA], ROW: others}",
        "Regions of several countries, and, with `others`, the countries that are regions of their own. A country is an ISO 3166-1 alpha-3 code or an English name; `others` are all "
          + "countries that no other region has. Home and the regions that `areas` names are never among them."
      ),
      YAMLKey(
        "areas",
        .entries(
          keys: "a code of UN Comtrade or BACI, or a name in statistics of mines",
          values: "a region or `omit`"),
        .defaultRule("areas mean the countries of their codes and names"),
        example: "{899: omit, Other countries: ROW}",
        "The region for an area that is not a country, or for a code that the program does not know. Areas with one region add "
          + "up. With `omit`, their rows are left out. The case of names does not matter."
      ),
    ])

  static let importedCommodity = YAMLMapping(
    "a commodity",
    "A commodity of the instance. Several entries may be about one commodity; they have one `unit`.",
    keys: [
      YAMLKey(
        "commodity", .identifier, .required, example: "compounds", "Its name in the instance."),
      YAMLKey(
        "name", .text, .defaultRule("no text"), example: "Rare-earth compounds",
        "The text in the column `name` of `commodities.csv`."),
      YAMLKey(
        "hs", .oneOrList(of: .other("HS code of 2, 4 or 6 digits")), .defaultRule("no codes"),
        example: "[284610, 284690]",
        "Its codes in UN Comtrade and BACI. No code is the start of another code of the map. With BACI, a code of 2 or 4 digits stands for all that it begins."
      ),
      YAMLKey(
        "usgs", .text, .defaultRule("not taken from the USGS"), example: "Rare earths",
        "Its name in the USGS files, or the code in the name of a file for one mineral: `raree` of "
          + "`mcs2024-raree_world.csv`. Such a file may have no other name of the mineral. Case does not matter. If no entry has this key, every "
          + "mineral of the files is a commodity."),
      YAMLKey(
        "wmd", .text, .defaultRule("not taken from World Mining Data"), example: "Nickel",
        "The name of its sheet in World Mining Data, or of the file that was saved from the sheet. `Tungsten` is `Tungsten (W)` too. "
          + "Case and punctuation do not matter. If no entry has this key, every sheet is a commodity."
      ),
      YAMLKey(
        "type", .text, .defaultValue("Mine production"), example: "Refinery production",
        "The kind of production that is taken from the USGS: a part of the text in the file. Case and punctuation do not matter. If the text of several statistics has this part, it must be longer, unless they are parts of a whole. World Mining Data has one statistic a sheet: there it is only the name of the stage."
      ),
      YAMLKey(
        "process", .identifier, .defaultRule("`mine_` and the commodity"), example: "mine_ree",
        "The process of the facilities that the figures of mines become."),
      YAMLKey(
        "unit", .choice(WeightUnit.allCases.map(\.rawValue)), .defaultValue("t"), example: "kt",
        "The unit of its quantities in the instance: kilograms, tons, thousand tons, million tons."),
      YAMLKey(
        "unit_cost", .number(0...Double.greatestFiniteMagnitude, unit: "money/unit"),
        .defaultRule("0, with an assumption in the column `note`"), example: "4",
        "The `unit_cost` of its facilities."),
    ])
}
