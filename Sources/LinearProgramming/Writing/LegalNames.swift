/// Makes names that are valid in a format and unique.
struct LegalNames {
  private static let greatestLength = 120
  private let format: ProgramFormat
  private var uses: [String: Int] = [:]

  init(for format: ProgramFormat) { self.format = format }

  /// The name with `_` in place of invalid characters, and with a number if it is already used.
  mutating func add(_ name: String, prefix: StaticString) -> String {
    let legal = legalised(name, prefix: prefix)
    guard let used = uses[legal] else {
      uses[legal] = 1
      return legal
    }
    var number = used + 1
    while uses["\(legal)_\(number)"] != nil { number += 1 }
    uses[legal] = number
    uses["\(legal)_\(number)"] = 1
    return "\(legal)_\(number)"
  }

  private func legalised(_ name: String, prefix: StaticString) -> String {
    var bytes: [UInt8] = []
    for scalar in name.unicodeScalars.prefix(Self.greatestLength) {
      bytes.append(scalar.isASCII && allows(UInt8(scalar.value)) ? UInt8(scalar.value) : 0x5F)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return mayBegin(bytes) && !Self.keywords.contains(text.lowercased())
      ? text : "\(prefix)_\(text)"
  }

  private func allows(_ byte: UInt8) -> Bool {
    if Self.isLetter(byte) || Self.isDigit(byte) || byte == 0x5F || byte == 0x2E { return true }
    // The other formats allow all printable characters.
    return format != .lp && byte > 0x20 && byte < 0x7F
  }

  private func mayBegin(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    let isPlain = Self.isLetter(first) || first == 0x5F
    guard format == .lp else { return isPlain }
    // In LP, "e5" is an exponent.
    let isExponent =
      first | 0x20 == 0x65 && bytes.dropFirst().first.map { Self.isDigit($0) || $0 == 0x2E } ?? true
    return isPlain && !isExponent
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Words that start a section or mean a number in one of the formats.
  private static let keywords: Set<String> = [
    "minimize", "minimise", "minimum", "min", "maximize", "maximise", "maximum", "max", "subject",
    "such", "st", "s.t.", "st.", "bounds", "bound", "general", "generals", "gen", "integer",
    "integers", "int", "binary", "binaries", "bin", "end", "free", "inf", "infinity", "semi", "sos",
    "semi-continuous", "name", "rows", "columns", "rhs", "ranges", "endata",
  ]
}

/// All names of one written program.
struct WrittenNames {
  let objective: String
  let columns: [String]
  /// The name of each row. If a row is written as two rows, `upper` has the name of the second.
  let rows: [String]
  private(set) var upper: [Int: String] = [:]
  /// The name of the column, fixed at 1, whose cost is the objective's constant.
  let constant: String
  let title: String

  init(_ program: LinearProgram, _ names: ProgramNames, for format: ProgramFormat) {
    var rowNames = LegalNames(for: format)
    objective = rowNames.add(names.objective, prefix: "objective")
    rows = (0..<program.rowCount).map { rowNames.add(names.row(Row($0)), prefix: "r") }
    for r in 0..<program.rowCount where program.isTwoSided(r) {
      upper[r] = rowNames.add(rows[r] + ".upper", prefix: "r")
    }
    var columnNames = LegalNames(for: format)
    columns = (0..<program.columnCount).map {
      columnNames.add(names.column(Column($0)), prefix: "x")
    }
    constant = columnNames.add("constant", prefix: "x")
    let oneLine = names.title.unicodeScalars.map { $0.isASCII && $0.value > 0x20 ? $0 : "_" }
    title = String(String.UnicodeScalarView(oneLine))
  }
}

extension LinearProgram {
  /// Whether a row has two different finite bounds.
  func isTwoSided(_ row: Int) -> Bool {
    rowLower[row].isFinite && rowUpper[row].isFinite && rowLower[row] != rowUpper[row]
  }
}
