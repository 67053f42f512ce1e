/// A row of BACI in 32 bytes, since a release has hundreds of millions.
struct BACIRow: Sendable {
  /// Code of the goods, year, exporter and importer: what two rows have in common that are about the same.
  let key: UInt64
  private let storedValue, storedTons: Double
  private let storedPlace: UInt64

  /// The largest code of a country that a row can have.
  static let largestCode = 0xFFFF

  /// - Parameters:
  ///   - code: the HS code as a number, below 1,000,000.
  ///   - year: 1900 to 2200.
  ///   - exporter: code of the country, up to ``largestCode``; so the importer.
  ///   - value: US dollars; nil: not known.
  ///   - tons: metric tons; nil: not known.
  ///   - file: the place of the file in the list of files, below 65,536.
  ///   - line: the line, from 1.
  init(
    code: Int, year: Int, exporter: Int, importer: Int, value: Double?, tons: Double?, file: Int,
    line: Int
  ) {
    key =
      UInt64(code) << 41 | UInt64(year - 1900) << 32 | UInt64(exporter) << 16 | UInt64(importer)
    storedValue = value ?? .nan
    storedTons = tons ?? .nan
    storedPlace = UInt64(file) << 48 | UInt64(line)
  }

  /// The HS code as a number.
  var code: Int { Int(key >> 41) }
  var year: Int { 1900 + Int(key >> 32 & 0x1FF) }
  var exporter: Int { Int(key >> 16 & 0xFFFF) }
  var importer: Int { Int(key & 0xFFFF) }
  /// US dollars; nil: not known.
  var value: Double? { storedValue.isNaN ? nil : storedValue }
  /// Metric tons; nil: not known.
  var tons: Double? { storedTons.isNaN ? nil : storedTons }
  /// The place of the file in the list of files.
  var file: Int { Int(storedPlace >> 48) }
  /// The line, from 1.
  var line: Int { Int(storedPlace & 0xFFFF_FFFF_FFFF) }

  /// Rows about the same come one after the other, in the order in which they are read.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    (a.key, a.storedPlace) < (b.key, b.storedPlace)
  }
}
