/// A good of trade statistics: a commodity of an import map, or without a map one code of the Harmonized System.
public struct TradeGood: Sendable, Hashable {
  /// The id of the commodity, or the code.
  public var id: String
  /// Its name; empty if there is none.
  public var name: String
  /// The codes of the Harmonized System that it joins.
  public var codes: [String]
  /// Whether ``id`` is a commodity of an import map, and so may be one of an instance.
  public var isCommodity: Bool

  /// A good with its codes.
  public init(id: String, name: String = "", codes: [String], isCommodity: Bool) {
    self.id = id
    self.name = name
    self.codes = codes
    self.isCommodity = isCommodity
  }
}

/// What goes of one good from one place to another in one period.
///
/// A place is a region of the import map that joins countries, or the alpha-3 code of a country. The countries that a
/// map sums up as `others` stay apart, since shares and concentrations are of countries.
public struct TradeRecord: Sendable, Hashable {
  /// ``TradeGood/id``.
  public var good: String
  /// Where it comes from: of imports the country of origin, of exports the reporter.
  public var origin: String
  /// Where it goes.
  public var destination: String
  /// The month or year.
  public var period: TradePeriod
  /// What the importer reports, or, in BACI, the figure that reconciles both reports; nil: nothing is reported.
  public var imports: TradeFigures?
  /// What the exporter reports, re-exports taken off where they are reported; nil: nothing is reported, or the source has
  /// one figure for both.
  public var exports: TradeFigures?
  /// Where the first row of it is.
  public var place: FilePlace

  /// A flow in a period.
  public init(
    good: String, origin: String, destination: String, period: TradePeriod, imports: TradeFigures?,
    exports: TradeFigures?, place: FilePlace
  ) {
    self.good = good
    self.origin = origin
    self.destination = destination
    self.period = period
    self.imports = imports
    self.exports = exports
    self.place = place
  }

  /// The importer's report, or else the exporter's.
  public var best: TradeFigures? { imports ?? exports }
}
