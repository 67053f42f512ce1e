import LinearProgramming
import Testing

/// A small program in each format.
@Suite struct WriterTests {
  private var program: LinearProgram {
    var program = LinearProgram(sense: .maximise)
    program.constant = -2.5
    let a = program.addColumn(cost: 3)
    let b = program.addColumn(lower: 0.5, upper: 4.5, cost: -1, integer: true)
    let c = program.addColumn(lower: -.infinity, upper: 0.1, cost: 0)
    let d = program.addColumn(lower: -.infinity, cost: 1e-7)
    let range = program.addRow(lower: 1, upper: 8)
    program.add(1, a, to: range)
    program.add(-2.25, b, to: range)
    let equality = program.addRow(lower: 0, upper: 0)
    program.add(1, c, to: equality)
    program.add(-1, d, to: equality)
    program.addRow()
    return program
  }

  private var names: ProgramNames {
    let columns = ["make[JPN]", "lots", "é", "max"]
    let rows = ["balance", "balance", "free row"]
    return ProgramNames(
      title: "two lines\nof title", objective: "cost", column: { columns[$0.index] },
      row: { rows[$0.index] })
  }

  private func text(_ format: ProgramFormat) -> String {
    var text = ""
    program.write(as: format, names: names, to: &text)
    return text
  }

  @Test("a program is written in the LP format")
  func lp() {
    let expected = #"""
      \* two_lines_of_title *\

      Maximize
       cost: + 3 make_JPN_ - lots + 0 _ + 1e-07 x_max - 2.5 constant

      Subject To
       balance: + make_JPN_ - 2.25 lots >= 1
       balance.upper: + make_JPN_ - 2.25 lots <= 8
       balance_2: + _ - x_max = 0
      \ free_row has no bounds

      Bounds
       1 <= lots <= 4
       -inf <= _ <= 0.1
       x_max free
       constant = 1

      General
       lots

      End

      """#
    #expect(text(.lp) == expected)
  }

  @Test("a program is written in the MPS format, in which maximising is negated")
  func mpsMaximiseNegated() {
    let expected = """
      * The objective is to be maximised; here it is negated, to be minimised.
      NAME two_lines_of_title
      ROWS
       N cost
       G balance
       L balance.upper
       E balance_2
       N free_row
      COLUMNS
       make[JPN] cost -3
       make[JPN] balance 1
       make[JPN] balance.upper 1
       MARKER1 'MARKER' 'INTORG'
       lots cost 1
       lots balance -2.25
       lots balance.upper -2.25
       MARKER2 'MARKER' 'INTEND'
       _ cost 0
       _ balance_2 1
       x_max cost -1e-07
       x_max balance_2 -1
       constant cost 2.5
      RHS
       RHS balance 1
       RHS balance.upper 8
      BOUNDS
       LO BOUND lots 1
       UP BOUND lots 4
       MI BOUND _
       UP BOUND _ 0.1
       FR BOUND x_max
       FX BOUND constant 1
      ENDATA

      """
    #expect(text(.mps) == expected)
  }

  @Test("a program is written in GLPK's own format")
  func glpkFormat() {
    let expected = """
      p mip max 3 4 4
      n p two_lines_of_title
      n z cost
      i 1 d 1 8
      n i 1 balance
      i 2 s 0
      n i 2 balance_2
      i 3 f
      n i 3 free_row
      j 1 c l 0
      n j 1 make[JPN]
      j 2 i d 1 4
      n j 2 lots
      j 3 c u 0.1
      n j 3 _
      j 4 c f
      n j 4 x_max
      a 0 0 -2.5
      a 0 1 3
      a 0 2 -1
      a 0 4 1e-07
      a 1 1 1
      a 1 2 -2.25
      a 2 3 1
      a 2 4 -1
      e o f

      """
    #expect(text(.glpk) == expected)
  }

  @Test("numbers read back as they were")
  func numbersReadBack() {
    for value in [0.1, 1.0 / 3, 1e-300, 123_456_789.123_456_78, 1e15, 1e22, -7, 2.5e-8] {
      var program = LinearProgram()
      program.addColumn(cost: value)
      var text = ""
      program.write(as: .glpk, to: &text)
      let line = text.split(separator: "\n").first { $0.hasPrefix("a 0 1 ") }
      #expect(line.flatMap { Double($0.dropFirst(6)) } == value)
    }
  }

  @Test("a sink takes a large program in pieces, and may refuse", arguments: ProgramFormat.allCases)
  func sinkTakesLarge(format: ProgramFormat) throws {
    struct Full: Error {}
    var program = LinearProgram()
    let columns = (0..<20_000).map { program.addColumn(cost: Double($0)) }
    for column in columns {
      let row = program.addRow(lower: 1)
      program.add(0.5, column, to: row)
    }
    var (pieces, bytes) = (0, 0)
    program.write(as: format) {
      pieces += 1
      bytes += $0.count
    }
    var text = ""
    program.write(as: format, to: &text)
    #expect(bytes == text.utf8.count)
    #expect(pieces > 5)
    #expect(throws: Full.self) { try program.write(as: format) { _ in throw Full() } }
  }
}
