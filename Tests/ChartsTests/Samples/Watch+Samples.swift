import Charts

/// Pictures of watched trade.
extension SamplePictures {
  static let watch: [Sample] = [
    Sample(name: "imports-over-time", type: "ImportsOverTime") {
      there(importsOverTime(hasTons: true))
    },
    Sample(name: "imports-over-time-by-value", type: "ImportsOverTime") {
      there(importsOverTime(hasTons: false))
    },
    Sample(name: "unit-values", type: "UnitValuesOverTime") {
      there(
        UnitValuesOverTime.picture(
          of: rows(hasTons: true), periods: ["2023", "2024"], regions: regions,
          sentence: "The rival asks more."))
    },
  ]

  private static func importsOverTime(hasTons: Bool) -> Picture? {
    ImportsOverTime.picture(
      of: rows(hasTons: hasTons), periods: ["2023", "2024"], origins: ["RIV", "PAR"],
      regions: regions, sentence: "The rival sends less.")
  }

  private static func rows(hasTons: Bool) -> [ImportRow] {
    let row = { (good: String, origin: String, period: String, tons: Double, isAlert: Bool) in
      ImportRow(
        good: good, name: "\(good) \(markup)", origin: origin, period: period, value: 8000,
        tons: hasTons ? tons : nil, unitValue: hasTons ? 8000 / tons : nil, isAlert: isAlert)
    }
    return [
      row("280530", "RIV", "2023", 40, false), row("280530", "PAR", "2023", 10, false),
      row("280530", "OTH", "2023", 2, false), row("280530", "RIV", "2024", 5, true),
      row("280530", "PAR", "2024", 12, false), row("284690", "RIV", "2024", 7, false),
    ]
  }
}
