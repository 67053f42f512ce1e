import Tables
import TestSupport
import Testing

@Suite("Decimal numbers")
struct DecimalNumberTests {
  @Test(
    "a number is read as Swift reads it, to the last bit",
    arguments: [
      "0", "-0", "1", "+1", "12.5", ".5", "5.", "0.1", "1e3", "1E-3", "-2.5e+2",
      "123456789.123456789",
      "9007199254740993", "1e22", "1e23", "1.7976931348623157e308", "5e-324", "1e-400",
      "0.000000000000000000000000000001", "3.141592653589793238462643383279",
      "100000000000000000000000", "415.41098400000004",
    ])
  func exact(text: String) throws {
    let number = try DecimalNumber.parse(text)
    #expect(number.bitPattern == Double(text)?.bitPattern)
  }

  @Test("random numbers are read to the last bit")
  func random() throws {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(try DecimalNumber.parse("\(value)") == value)
      #expect(try DecimalNumber.parse(DecimalNumber.text(value)) == value)
      let short = Double(Int.random(in: -100_000_000...100_000_000, using: &generator)) / 1000
      #expect(try DecimalNumber.parse("\(short)") == short)
    }
  }

  @Test(
    "a text that is not a number is refused with its kind",
    arguments: [
      ("", .notANumber), (".", .notANumber), ("e5", .notANumber), ("1e", .notANumber),
      ("1e+", .notANumber), ("0x10", .notANumber), ("1x", .notANumber), ("--1", .notANumber),
      ("1.2.3", .notANumber), ("1 2", .notANumber), ("#", .notANumber), ("١٢", .notANumber),
      ("1,5", .decimalComma(write: "1.5")), ("-1,25", .decimalComma(write: "-1.25")),
      ("0,500", .decimalComma(write: "0.500")), ("1.000,5", .decimalComma(write: "1000.5")),
      ("1 000,5", .decimalComma(write: "1000.5")), ("1234,567", .decimalComma(write: "1234.567")),
      ("1,000", .ambiguousComma(thousands: "1000", decimals: "1.000")),
      ("-12,345", .ambiguousComma(thousands: "-12345", decimals: "-12.345")),
      ("1,000.5", .thousandsSeparator(write: "1000.5")),
      ("1,000,000", .thousandsSeparator(write: "1000000")),
      ("1.000.000", .thousandsSeparator(write: "1000000")),
      ("1 000", .thousandsSeparator(write: "1000")),
      ("1\u{A0}000", .thousandsSeparator(write: "1000")),
      ("1\u{202F}000.5", .thousandsSeparator(write: "1000.5")),
      ("1'000.5", .thousandsSeparator(write: "1000.5")),
      ("1’000", .thousandsSeparator(write: "1000")),
      ("50%", .percentSign(write: "0.5")), ("50 %", .percentSign(write: "0.5")),
      ("2,5\u{A0}%", .percentSign(write: "0.025")), ("1,000%", .percentSign(write: nil)),
      ("5 percent", .percentSign(write: "0.05")), ("5 per cent", .percentSign(write: "0.05")),
      ("2,5pct", .percentSign(write: "0.025")), ("5‰", .percentSign(write: "0.005")),
      ("=5%", .percentSign(write: "0.05")), ("~5%", .percentSign(write: "0.05")),
      ("5 % ad valorem", .percentSign(write: "0.05")), ("percent", .notANumber),
      ("%", .notANumber), ("“5”", .otherSigns(write: "5")), ("5\u{A0}", .otherSigns(write: "5")),
      ("\u{200B}5", .otherSigns(write: "5")), (" 5", .otherSigns(write: "5")),
      ("−5", .otherSigns(write: "-5")), ("$5", .otherSigns(write: "5")),
      ("5 USD", .otherSigns(write: "5")), ("USD 5.5", .otherSigns(write: "5.5")),
      ("inf", .notFinite), ("-Infinity", .notFinite), ("nan", .missing), ("NaN", .missing),
      ("-", .missing), ("–", .missing), ("n/a", .missing), ("..", .missing), ("NULL", .missing),
      ("#REF!", .spreadsheetError), ("#N/A", .spreadsheetError), ("#DIV/0!", .spreadsheetError),
      ("#NV", .spreadsheetError), ("#####", .spreadsheetError), ("Err:502", .spreadsheetError),
      ("2025-01-01", .date), ("01.01.2025", .date), ("1/31/25", .date),
      ("2025-01-01 00:00:00", .date), ("TRUE", .truthValue), ("yes", .truthValue),
      ("1e400", .tooLarge), ("-1e999999999999", .tooLarge),
    ] as [(String, DecimalNumber.Malformation)])
  func malformed(text: String, malformation: DecimalNumber.Malformation) {
    #expect(throws: malformation) { try DecimalNumber.parse(text) }
  }

  @Test("a share may have a percent sign")
  func share() throws {
    #expect(try DecimalNumber.parseShare("50%") == 0.5)
    #expect(try DecimalNumber.parseShare("0.5") == 0.5)
    for blank in [" ", "\u{A0}", "\u{202F}", "\u{2009}", "  "] {
      #expect(try DecimalNumber.parseShare("50\(blank)%") == 0.5)
    }
    #expect(throws: DecimalNumber.Malformation.self) { try DecimalNumber.parseShare("%") }
    #expect(throws: DecimalNumber.Malformation.decimalComma(write: "2.5%")) {
      try DecimalNumber.parseShare("2,5 %")
    }
  }

  @Test("what to write instead is a number, and the one that is meant")
  func suggestions() throws {
    for (text, expected) in [
      ("1,5", "1.5"), ("1.000,5", "1000.5"), ("1 000", "1000"), ("50 %", "0.5"), ("$5", "5"),
    ] {
      let message = try #require(throws: DecimalNumber.Malformation.self) {
        try DecimalNumber.parse(text)
      }.description
      let number = try #require(message.split(separator: " ").last.map(String.init))
      #expect(try DecimalNumber.parse(number) == DecimalNumber.parse(expected), "\(message)")
    }
  }

  @Test("a whole number is written without an exponent")
  func text() {
    #expect(DecimalNumber.text(2000) == "2000")
    #expect(DecimalNumber.text(-0.1) == "-0.1")
    #expect(DecimalNumber.text(1e300) == "1e+300")
  }
}
