/// One link of the chain in one period: a row of `chain.csv`.
public struct ChainRow: Sendable, Equatable {
  /// Label of the period.
  public var period: String
  /// `flow`, `input`, `output`, `use`, `stored` …: between which nodes it is.
  public var link: String
  /// Id of the commodity; empty if it has none.
  public var commodity: String
  /// Id of the process; empty if it has none.
  public var process: String
  /// Stage of the process; empty if it has none.
  public var stage: String
  /// Id of the region where it begins; empty if it has none.
  public var origin: String
  /// Id of the region where it ends; empty if it has none.
  public var destination: String
  /// The part of the goods that ends in home's use, units a year; 0 if there are none.
  public var homeQuantity: Double
  /// The part of their cost that ends in home's use, money a year.
  public var homeCost: Double

  /// - Parameters:
  ///   - period: label of the period.
  ///   - link: between which nodes it is.
  ///   - commodity: id of the commodity; empty if it has none.
  ///   - process: id of the process; empty if it has none.
  ///   - stage: stage of the process; empty if it has none.
  ///   - origin: id of the region where it begins; empty if it has none.
  ///   - destination: id of the region where it ends; empty if it has none.
  ///   - homeQuantity: the part of the goods that ends in home's use, units a year.
  ///   - homeCost: the part of their cost that ends in home's use, money a year.
  public init(
    period: String, link: String, commodity: String, process: String = "", stage: String = "",
    origin: String, destination: String, homeQuantity: Double, homeCost: Double
  ) {
    self.period = period
    self.link = link
    self.commodity = commodity
    self.process = process
    self.stage = stage
    self.origin = origin
    self.destination = destination
    self.homeQuantity = homeQuantity
    self.homeCost = homeCost
  }
}
