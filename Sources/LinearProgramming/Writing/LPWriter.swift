/// Writes the CPLEX LP format.
enum LPWriter {
  static func write(
    _ program: LinearProgram, names: ProgramNames, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let names = WrittenNames(program, names, for: .lp)
    var text = TextBuffer()
    text.put("\\* \(names.title) *\\\n\n")
    try writeObjective(program, names, &text, sink)
    try writeRows(program, names, &text, sink)
    try writeBounds(program, names, &text, sink)
    if program.isMixedInteger {
      text.put("\nGeneral\n")
      for index in program.integerColumns {
        text.space()
        text.put(names.columns[Int(index)])
        text.newline()
        try text.flushIfFull(to: sink)
      }
    }
    text.put("\nEnd\n")
    try text.flush(to: sink)
  }

  private static func writeObjective(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer,
    _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    text.put(program.sense == .minimise ? "Minimize\n " : "Maximize\n ")
    text.put(names.objective)
    text.put(":")
    // All columns are written here, so that programs that read the file keep their order.
    var written = 0
    for column in program.cost.indices {
      try breakLine(&written, &text, sink)
      text.putTerm(program.cost[column], names.columns[column])
    }
    if program.constant != 0 || program.columnCount == 0 {
      try breakLine(&written, &text, sink)
      text.putTerm(program.constant, names.constant)
    }
    text.newline()
  }

  private static func writeRows(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer,
    _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    text.put("\nSubject To\n")
    let starts = TermOrder.starts(of: program.termRow, count: program.rowCount)
    let order = TermOrder.sorted(program.termRow, starts: starts)
    for row in 0..<program.rowCount {
      let terms = order[starts[row]..<starts[row + 1]]
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      let name = names.rows[row]
      if lower.isFinite {
        try writeSum(terms, name, program, names, &text, sink)
        text.put(lower == upper ? " = " : " >= ")
        text.put(lower)
        text.newline()
      }
      if upper.isFinite, lower != upper {
        try writeSum(terms, names.upper[row] ?? name, program, names, &text, sink)
        text.put(" <= ")
        text.put(upper)
        text.newline()
      }
      if lower.isInfinite, upper.isInfinite { text.put("\\ \(name) has no bounds\n") }
      try text.flushIfFull(to: sink)
    }
    if program.rowCount == 0 {
      // The section must not be empty.
      text.put(" none: 0 ")
      text.put(names.columns.first ?? names.constant)
      text.put(" <= 0\n")
    }
  }

  private static func writeSum(
    _ terms: ArraySlice<Int32>, _ name: String, _ program: LinearProgram, _ names: WrittenNames,
    _ text: inout TextBuffer, _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    text.space()
    text.put(name)
    text.put(":")
    if terms.isEmpty { text.putTerm(0, names.columns.first ?? names.constant) }
    var written = 0
    for term in terms {
      try breakLine(&written, &text, sink)
      let k = Int(term)
      text.putTerm(program.termValue[k], names.columns[Int(program.termColumn[k])])
    }
  }

  /// Starts a new line after every five terms.
  private static func breakLine(
    _ written: inout Int, _ text: inout TextBuffer, _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    if written > 0, written % 5 == 0 {
      text.put("\n ")
      try text.flushIfFull(to: sink)
    }
    written += 1
  }

  private static func writeBounds(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer,
    _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    text.put("\nBounds\n")
    for column in program.cost.indices {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      guard lower != 0 || upper != .infinity else { continue }
      text.space()
      if lower == -.infinity, upper == .infinity {
        text.put(names.columns[column])
        text.put(" free\n")
      } else if lower == upper {
        text.put(names.columns[column])
        text.put(" = ")
        text.put(lower)
        text.newline()
      } else {
        text.put(lower)
        text.put(" <= ")
        text.put(names.columns[column])
        if upper.isFinite {
          text.put(" <= ")
          text.put(upper)
        }
        text.newline()
      }
      try text.flushIfFull(to: sink)
    }
    if program.constant != 0 || program.columnCount == 0 {
      text.space()
      text.put(names.constant)
      text.put(" = 1\n")
    }
  }
}
