/// Writes the free MPS format.
enum MPSWriter {
  static func write(
    _ program: LinearProgram, names: ProgramNames, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    let names = WrittenNames(program, names, for: .mps)
    var text = TextBuffer()
    if program.sense == .maximise {
      text.put("* The objective is to be maximised; here it is negated, to be minimised.\n")
    }
    text.put("NAME \(names.title)\n")
    writeRows(program, names, &text)
    try text.flush(to: sink)
    try writeColumns(program, names, &text, sink)
    writeRightHandSides(program, names, &text)
    try text.flush(to: sink)
    try writeBounds(program, names, &text, sink)
    text.put("ENDATA\n")
    try text.flush(to: sink)
  }

  private static func writeRows(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer
  ) {
    text.put("ROWS\n N \(names.objective)\n")
    for row in 0..<program.rowCount {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      let kind: StaticString =
        lower == upper ? " E " : lower.isFinite ? " G " : upper.isFinite ? " L " : " N "
      text.put(kind)
      text.put(names.rows[row])
      text.newline()
      if let second = names.upper[row] {
        text.put(" L ")
        text.put(second)
        text.newline()
      }
    }
  }

  private static func writeColumns(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer,
    _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    text.put("COLUMNS\n")
    let starts = TermOrder.starts(of: program.termColumn, count: program.columnCount)
    let order = TermOrder.sorted(program.termColumn, starts: starts)
    let isInteger = program.isInteger
    let sign = program.sense.sign
    var markers = 0
    for column in 0..<program.columnCount {
      if isInteger[column] != (column > 0 && isInteger[column - 1]) {
        mark(isInteger[column], &markers, &text)
      }
      let name = names.columns[column]
      // The objective's entry is written even if it is 0, so that all columns are in the file in their order.
      entry(name, names.objective, sign * program.cost[column], &text)
      for term in order[starts[column]..<starts[column + 1]] {
        let row = Int(program.termRow[Int(term)])
        entry(name, names.rows[row], program.termValue[Int(term)], &text)
        if let second = names.upper[row] {
          entry(name, second, program.termValue[Int(term)], &text)
        }
      }
      try text.flushIfFull(to: sink)
    }
    if isInteger.last == true { mark(false, &markers, &text) }
    if program.constant != 0 {
      entry(names.constant, names.objective, sign * program.constant, &text)
    }
  }

  private static func mark(_ begins: Bool, _ count: inout Int, _ text: inout TextBuffer) {
    count += 1
    text.put(" MARKER\(count) 'MARKER' ")
    text.put(begins ? "'INTORG'\n" : "'INTEND'\n")
  }

  private static func entry(
    _ first: String, _ second: String, _ value: Double, _ text: inout TextBuffer
  ) {
    text.space()
    text.put(first)
    text.space()
    text.put(second)
    text.space()
    text.put(value + 0)
    text.newline()
  }

  private static func writeRightHandSides(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer
  ) {
    text.put("RHS\n")
    for row in 0..<program.rowCount {
      let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
      let first = lower.isFinite ? lower : upper
      if first.isFinite, first != 0 { entry("RHS", names.rows[row], first, &text) }
      if let second = names.upper[row], upper != 0 { entry("RHS", second, upper, &text) }
    }
  }

  private static func writeBounds(
    _ program: LinearProgram, _ names: WrittenNames, _ text: inout TextBuffer,
    _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    text.put("BOUNDS\n")
    let isInteger = program.isInteger
    for column in 0..<program.columnCount {
      let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
      let name = names.columns[column]
      if lower == upper {
        bound(" FX BOUND ", name, lower, &text)
      } else if lower == -.infinity, upper == .infinity {
        bound(" FR BOUND ", name, nil, &text)
      } else {
        if lower == -.infinity {
          bound(" MI BOUND ", name, nil, &text)
        } else if lower != 0 || upper < 0 {
          bound(" LO BOUND ", name, lower, &text)
        }
        if upper < .infinity {
          bound(" UP BOUND ", name, upper, &text)
        } else if isInteger[column] {
          // Without this line, some programs take 1 as the upper bound of an integer column.
          bound(" PL BOUND ", name, nil, &text)
        }
      }
      try text.flushIfFull(to: sink)
    }
    if program.constant != 0 { bound(" FX BOUND ", names.constant, 1, &text) }
  }

  private static func bound(
    _ kind: StaticString, _ name: String, _ value: Double?, _ text: inout TextBuffer
  ) {
    text.put(kind)
    text.put(name)
    if let value {
      text.space()
      text.put(value)
    }
    text.newline()
  }
}
