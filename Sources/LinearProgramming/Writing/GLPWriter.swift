/// Writes GLPK's own format, the only one of the three formats that keeps the whole program.
enum GLPWriter {
  static func write(
    _ program: LinearProgram, names: ProgramNames, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let names = WrittenNames(program, names, for: .glpk)
    var text = TextBuffer()
    text.put("p \(program.isMixedInteger ? "mip" : "lp") ")
    text.put(program.sense == .minimise ? "min " : "max ")
    text.put("\(program.rowCount) \(program.columnCount) \(program.termCount)\n")
    text.put("n p \(names.title)\nn z \(names.objective)\n")
    for row in 0..<program.rowCount {
      text.put("i ")
      text.put(row + 1)
      bounds(program.rowLower[row], program.rowUpper[row], &text)
      name("i ", row, names.rows[row], &text)
      try text.flushIfFull(to: sink)
    }
    try writeColumns(program, names, &text, sink)
    try writeTerms(program, &text, sink)
    text.put("e o f\n")
    try text.flush(to: sink)
  }

  private static func writeColumns(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer,
    _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    let isInteger = program.isInteger
    for column in 0..<program.columnCount {
      text.put("j ")
      text.put(column + 1)
      if program.isMixedInteger { text.put(isInteger[column] ? " i" : " c") }
      bounds(program.columnLower[column], program.columnUpper[column], &text)
      name("j ", column, names.columns[column], &text)
      try text.flushIfFull(to: sink)
    }
  }

  private static func writeTerms(
    _ program: LinearProgram, _ text: inout TextBuffer, _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    if program.constant != 0 { term(0, 0, program.constant, &text) }
    for column in 0..<program.columnCount where program.cost[column] != 0 {
      term(0, column + 1, program.cost[column], &text)
      try text.flushIfFull(to: sink)
    }
    for k in 0..<program.termCount {
      term(Int(program.termRow[k]) + 1, Int(program.termColumn[k]) + 1, program.termValue[k], &text)
      try text.flushIfFull(to: sink)
    }
  }

  private static func bounds(_ lower: Double, _ upper: Double, _ text: inout TextBuffer) {
    if lower == upper {
      text.put(" s ")
      text.put(lower)
    } else if lower == -.infinity, upper == .infinity {
      text.put(" f")
    } else if upper == .infinity {
      text.put(" l ")
      text.put(lower)
    } else if lower == -.infinity {
      text.put(" u ")
      text.put(upper)
    } else {
      text.put(" d ")
      text.put(lower)
      text.space()
      text.put(upper)
    }
    text.newline()
  }

  private static func name(
    _ kind: StaticString, _ index: Int, _ name: String, _ text: inout TextBuffer
  ) {
    text.put("n ")
    text.put(kind)
    text.put(index + 1)
    text.space()
    text.put(name)
    text.newline()
  }

  private static func term(_ row: Int, _ column: Int, _ value: Double, _ text: inout TextBuffer) {
    text.put("a ")
    text.put(row)
    text.space()
    text.put(column)
    text.space()
    text.put(value)
    text.newline()
  }
}
