/// What plans cost over the values of a parameter: lines, where they end, the price of one step, and the band of worlds.
public enum FrontierCurves {
  /// A value of the parameter: a row of `frontier.csv`.
  public struct Row: Sendable {
    /// The value as people write it.
    public var text: String
    /// The value.
    public var value: Double
    /// How the solve ended, as the table names it.
    public var status: String
    /// Optimum of the last stage of the objective minus that at the loosest value; nil without a plan.
    public var change: Double?
    /// Home's bill, discounted; nil without a plan.
    public var homeBill: Double?
    /// Home's bill minus that at the loosest value; nil without a plan.
    public var changeOfHomeBill: Double?
    /// What is reached of the goals that the parameter moves; nil without such a goal.
    public var achieved: Double?
    /// Change of the objective for one step of the parameter; nil without one.
    public var shadowPrice: Double?
    /// Whether the goals are met only with shortages.
    public var isUnderserved: Bool
    /// The tightest feasible value; the same in all rows.
    public var tightest: Double?
    /// What the plan costs more than one without goals in the same worlds; nil without worlds.
    public var extraCost: Band?
    /// Home's bill in the worlds; nil without worlds.
    public var bill: Band?

    /// A value of the parameter with a plan, or without one.
    ///
    /// - Parameters:
    ///   - text: the value as people write it.
    ///   - value: the value.
    ///   - status: how the solve ended, as the table names it.
    public init(text: String, value: Double, status: String) {
      self.text = text
      self.value = value
      self.status = status
      isUnderserved = false
    }
  }

  /// Quantiles over worlds.
  public struct Band: Sendable {
    /// The 5 % quantile.
    public var low: Double
    /// The median.
    public var median: Double
    /// The 95 % quantile.
    public var high: Double

    /// - Parameters:
    ///   - low: the 5 % quantile.
    ///   - median: the median.
    ///   - high: the 95 % quantile.
    public init(low: Double, median: Double, high: Double) {
      self.low = low
      self.median = median
      self.high = high
    }
  }

  /// What the pictures call things.
  public struct Words: Sendable {
    /// Name of the parameter.
    public var parameter: String
    /// Whether its values are shares, and are written as percentages.
    public var isShare: Bool
    /// Whether it has no values between those of the rows, such as periods.
    public var hasSteps: Bool
    /// What the last stage of the objective is: `cost`.
    public var objective: String
    /// Unit of the objective.
    public var objectiveUnit: String
    /// Unit of money.
    public var currency: String
    /// Name of home.
    public var home: String
    /// The loosest value as people write it.
    public var loosest: String
    /// What one step of the parameter is: `one percentage point`.
    public var step: String

    /// - Parameters:
    ///   - parameter: name of the parameter.
    ///   - isShare: whether its values are shares.
    ///   - hasSteps: whether it has no values between those of the rows.
    ///   - objective: what the last stage of the objective is.
    ///   - objectiveUnit: unit of the objective.
    ///   - currency: unit of money.
    ///   - home: name of home.
    ///   - loosest: the loosest value as people write it.
    ///   - step: what one step of the parameter is.
    public init(
      parameter: String, isShare: Bool, hasSteps: Bool, objective: String, objectiveUnit: String,
      currency: String, home: String, loosest: String, step: String
    ) {
      self.parameter = parameter
      self.isShare = isShare
      self.hasSteps = hasSteps
      self.objective = objective
      self.objectiveUnit = objectiveUnit
      self.currency = currency
      self.home = home
      self.loosest = loosest
      self.step = step
    }
  }

  /// What plans cost more than at the loosest value, for all regions together and for home.
  ///
  /// - Parameters:
  ///   - rows: in the order of the parameter's range.
  ///   - words: what the picture calls things.
  ///   - sentence: what to see.
  /// - Returns: nil if no value has a plan.
  public static func costs(of rows: [Row], _ words: Words, sentence: String) -> Picture? {
    guard rows.contains(where: { $0.change != nil }) else { return nil }
    let unit = words.objectiveUnit
    let (all, home) = ("\(words.objective) of all regions", "bill of \(words.home)")
    let (none, short) = ("no plan", "only with shortages")
    // A bill is drawn beside cost alone: two units have no axis in common.
    let hasBill = words.objective == "cost"
    var pairs = [(value: all, colour: Palette.other)]
    if hasBill { pairs.append((home, Palette.home)) }
    if rows.contains(where: \.isUnderserved) { pairs.append((short, Palette.shortage)) }
    if rows.contains(where: { $0.change == nil }) { pairs.append((none, Palette.shortage)) }
    let colours = Scale.colours(pairs)
    let axis = FrontierAxis(rows, words)
    let title = "more than at \(words.parameter) = \(words.loosest), \(unit)"
    var layers = [axis.line("change", title, all, colours)]
    if hasBill { layers.append(axis.line("change_home_bill", title, home, colours)) }
    if rows.contains(where: \.isUnderserved) {
      layers.append(axis.marks("change", "diamond", short, colours, "datum['_short'] === 1"))
    }
    if rows.contains(where: { $0.change == nil }) { layers.append(axis.ends(none, colours)) }
    if let end = axis.tightest { layers.append(end) }
    return picture(
      "frontier", "What tighter values of \(words.parameter) cost", sentence, axis.data,
      View.layers(layers, data: "frontier").filling(height: 300))
  }

  /// The shadow price at each value.
  ///
  /// - Returns: nil if no value has one.
  public static func prices(of rows: [Row], _ words: Words, sentence: String) -> Picture? {
    guard rows.contains(where: { $0.shadowPrice != nil }) else { return nil }
    let axis = FrontierAxis(rows, words)
    let name = "shadow price"
    let line = axis.line(
      "shadow_price", words.objectiveUnit, name, .colours([(name, Palette.plan)]))
    return picture(
      "shadow-price", "What one step of \(words.parameter) costs at the margin", sentence,
      axis.data, View.layers([line], data: "frontier").filling(height: 220))
  }

  /// What plans cost more than plans without goals, over worlds.
  ///
  /// - Returns: nil without worlds.
  public static func extraCosts(of rows: [Row], _ words: Words, sentence: String) -> Picture? {
    guard rows.contains(where: { $0.extraCost != nil }) else { return nil }
    return band(
      "frontier-worlds", "What the goals cost all regions, over worlds", rows, words,
      "more than without goals, \(words.currency)", ("extra_cost", Palette.other), sentence)
  }

  /// Home's bill over worlds.
  ///
  /// - Returns: nil without worlds.
  public static func bills(of rows: [Row], _ words: Words, sentence: String) -> Picture? {
    guard rows.contains(where: { $0.bill != nil }) else { return nil }
    return band(
      "frontier-bill-worlds", "The bill of \(words.home), over worlds", rows, words,
      "bill of \(words.home), \(words.currency)", ("home_bill", Palette.home), sentence)
  }

  private static func band(
    _ id: String, _ title: String, _ rows: [Row], _ words: Words, _ unit: String,
    _ figure: (column: String, colour: String), _ sentence: String
  ) -> Picture {
    let axis = FrontierAxis(rows, words)
    let names = ("5% to 95% of worlds", "median of worlds")
    let colours = Scale.colours([(names.0, figure.colour), (names.1, figure.colour)])
    let layers = [
      axis.range("\(figure.column)_q05", "\(figure.column)_q95", unit, names.0, colours),
      axis.line("\(figure.column)_median", unit, names.1, colours),
    ]
    return picture(
      id, title, sentence, axis.data,
      View.layers(layers, data: "frontier").filling(height: 260))
  }

  private static func picture(
    _ id: String, _ title: String, _ sentence: String, _ data: PictureData, _ view: View
  ) -> Picture {
    Picture(
      id: id, title: title, sentence: sentence, description: "\(title). \(sentence)", data: data,
      specification: .vegaLite(view))
  }
}
