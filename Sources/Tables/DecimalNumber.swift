/// Numbers in tables: decimal digits with an optional point, sign and exponent, such as `1250.5` or `-1e-3`.
/// Separators between thousands, percent signs, `nan`, `inf` and hexadecimal forms are errors.
public enum DecimalNumber {
  /// The number in a text, rounded to the nearest `Double`.
  ///
  /// - Throws: why the text is no number.
  public static func parse(_ text: String) throws(Malformation) -> Double {
    var text = text
    let result: Result<Double, Malformation> = text.withUTF8 { bytes in
      do throws(Malformation) { return .success(try parse(bytes)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The number in a text that may end in a percent sign: `50%` and `50 %` are 0.5.
  ///
  /// - Throws: why the text is no number.
  public static func parseShare(_ text: String) throws(Malformation) -> Double {
    guard let percent = beforePercentSign(text) else { return try parse(text) }
    do { return try parse(percent) / 100 } catch {
      switch error {
      case .decimalComma(let number): throw .decimalComma(write: number + "%")
      case .thousandsSeparator(let number): throw .thousandsSeparator(write: number + "%")
      case .otherSigns(let number): throw .otherSigns(write: number + "%")
      case .ambiguousComma(let thousands, let decimals):
        throw .ambiguousComma(thousands: thousands + "%", decimals: decimals + "%")
      default: throw error
      }
    }
  }

  /// What stands before a percent sign at the end of a text, without blanks at its end; nil if there is no such sign.
  /// The blank before the sign may also be a no-break space, which spreadsheets and typography use.
  public static func beforePercentSign(_ text: String) -> String? {
    guard text.hasSuffix("%") else { return nil }
    var scalars = text.unicodeScalars.dropLast()
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The number in bytes of ASCII, rounded to the nearest `Double`.
  ///
  /// - Throws: why the bytes are no number.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(Malformation) -> Double {
    if let value = value(bytes) { return value }
    let text = String(decoding: bytes, as: UTF8.self)
    throw Scan(bytes) != nil && Double(text) != nil ? .tooLarge : malformation(text)
  }

  /// The number in a text, rounded to the nearest `Double`; nil if it is none. It does not examine what the text may
  /// mean, so it is fast for texts that are no numbers.
  public static func value(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { value($0) }
  }

  private static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let scan = Scan(bytes) else { return nil }
    if let value = scan.exactValue { return value }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return nil }
    return value.isFinite ? value : nil
  }

  /// The shortest text that reads back as the same number. Whole numbers below 1e15 have no exponent.
  public static func text(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
    return "\(Int64(value))"
  }
}

/// The parts of a decimal number found by one pass over its bytes.
private struct Scan {
  /// The digits as a whole number, and the power of ten to scale it by.
  var mantissa: UInt64 = 0
  var exponent = 0
  var isNegative = false
  /// The mantissa holds every digit.
  var isWhole = true

  /// nil: not a number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { position = 1 }
    var digitCount = 0
    var afterPoint = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), !afterPoint {
        afterPoint = true
      } else if let digit = Self.digit(byte) {
        digitCount += 1
        append(digit, afterPoint: afterPoint)
      } else {
        break
      }
      position += 1
    }
    guard digitCount > 0 else { return nil }
    guard position < bytes.count else { return }
    guard bytes[position] | 0x20 == UInt8(ascii: "e") else { return nil }
    guard readExponent(bytes, from: position + 1) else { return nil }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? UInt64(value) : nil
  }

  private mutating func append(_ digit: UInt64, afterPoint: Bool) {
    if mantissa < 100_000_000_000_000_000 {
      mantissa = mantissa * 10 + digit
      if afterPoint { exponent -= 1 }
    } else {
      isWhole = false
    }
  }

  private mutating func readExponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var position = start
    guard position < bytes.count else { return false }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    guard position < bytes.count else { return false }
    var value = 0
    while position < bytes.count {
      guard let digit = Self.digit(bytes[position]) else { return false }
      value = min(value * 10 + Int(digit), 100_000)
      position += 1
    }
    exponent += isNegative ? -value : value
    return true
  }

  /// The value where one multiplication or division of exact numbers gives it; else nil.
  var exactValue: Double? {
    guard isWhole, mantissa <= 1 << 53, abs(exponent) <= 22 else { return nil }
    let digits = Double(mantissa)
    let power = powersOfTen[abs(exponent)]
    let magnitude = exponent < 0 ? digits / power : digits * power
    return isNegative ? -magnitude : magnitude
  }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
