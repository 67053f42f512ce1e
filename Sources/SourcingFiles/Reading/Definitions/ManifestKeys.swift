import Sourcing

extension YAMLMapping {
  /// `instance.yaml`.
  package static let manifest = YAMLMapping(
    "the file",
    "The name of an instance, its periods and money, and the region or bloc that plans.",
    keys: [
      YAMLKey(
        "name", .identifier, .required, example: "japan-rare-earths", "The name of the instance."),
      YAMLKey(
        "title", .text, .defaultRule("the `name`"), example: "Japan's rare earths",
        "The title in reports."),
      YAMLKey(
        "currency", .text, .defaultRule("no text"), example: "USD million (2019)",
        "The unit of all money in the instance, best with the year of its prices. `plusone import` adds only to an "
          + "instance in `USD`, `USD thousand`, `USD million` or `USD billion`."),
      YAMLKey(
        "periods",
        .anyOf([
          .list(of: .anyOf([.identifier, .mapping(.period)])), .mapping(.periodRange),
        ]), .required, example: "[2020, 2021, 2022]",
        "The periods, in order. A label in the list is a period of 1 year. "
          + "`first` and `last` cannot be labels."),
      YAMLKey(
        "discount_rate", .share, .required, example: "5%",
        "The rate per year by which money is discounted to the start of the first period."),
      YAMLKey(
        "home", .reference(.regionSet), .required, example: "JPN",
        "The region or bloc that plans. Models refer to it as `$home`."),
      YAMLKey(
        "parameters", .entries(keys: "an identifier", values: "a text"),
        .defaultRule("no parameters"), example: "{rival: CHN, focus: oxide}",
        "Values that models can use, such as `$rival`. Reports are about the commodity or group "
          + "`focus` where the goals of the model name no commodity."),
      YAMLKey(
        "description", .text, .defaultRule("no text"), example: "Data for tests.",
        "Free text about the instance."),
      YAMLKey(
        "sources", .list(of: .text), .defaultRule("no sources"), example: "[made up]",
        "Where the data come from, each source a text."),
    ])

  static let periodRange = YAMLMapping(
    "`periods`", "One period for each year of a range, at most 1000.",
    keys: [
      YAMLKey(
        "from", .whole(0...9999, unit: "calendar year"), .required, example: "2020",
        "The first year."),
      YAMLKey(
        "to", .whole(0...9999, unit: "calendar year"), .required, example: "2022",
        "The last year. It has a period too."),
    ])

  static let period = YAMLMapping(
    "a period", "One period with its length.",
    keys: [
      YAMLKey("label", .identifier, .required, example: "2022-26", "The name of the period."),
      YAMLKey(
        "years", .whole(Horizon.lengths, unit: "years"), .defaultValue("1"), example: "5",
        "The length of the period."),
    ])
}
