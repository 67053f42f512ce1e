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
      ("", .notANumber), ("-", .notANumber), (".", .notANumber), ("e5", .notANumber),
      ("1e", .notANumber), ("1e+", .notANumber), ("0x10", .notANumber), ("1x", .notANumber),
      ("--1", .notANumber), ("1.2.3", .thousandsSeparator), ("1,000", .thousandsSeparator),
      ("1 000", .thousandsSeparator), ("1'000.5", .thousandsSeparator), ("50%", .percentSign),
      ("nan", .notFinite), ("NaN", .notFinite), ("inf", .notFinite), ("-Infinity", .notFinite),
      ("1e400", .tooLarge), ("-1e999999999999", .tooLarge), ("١٢", .notANumber),
    ] as [(String, DecimalNumber.Malformation)])
  func malformed(text: String, malformation: DecimalNumber.Malformation) {
    #expect(throws: malformation) { try DecimalNumber.parse(text) }
  }

  @Test("a share may have a percent sign")
  func share() throws {
    #expect(try DecimalNumber.parseShare("50%") == 0.5)
    #expect(try DecimalNumber.parseShare("0.5") == 0.5)
    #expect(throws: DecimalNumber.Malformation.self) { try DecimalNumber.parseShare("%") }
  }

  @Test("a whole number is written without an exponent")
  func text() {
    #expect(DecimalNumber.text(2000) == "2000")
    #expect(DecimalNumber.text(-0.1) == "-0.1")
    #expect(DecimalNumber.text(1e300) == "1e+300")
  }
}
