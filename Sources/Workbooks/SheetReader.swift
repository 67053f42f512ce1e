/// Reads the rows of a sheet.
final class SheetReader: PartHandler {
  private(set) var failure: WorkbookFailure?
  private(set) var rows: [Workbook.Row] = []
  /// How many cells may still be read.
  private(set) var cellsLeft: Int
  /// How many bytes the texts of cells may still have.
  private(set) var bytesLeft: Int
  private let part: String
  private let shared: [String]

  private var row = 0
  private var cells: [Int: String] = [:]
  private var column = -1
  private var kind = ""
  private var value = ""
  private var isInValue = false
  private var isPronunciation = false

  init(part: String, shared: [String], cellsLeft: Int, bytesLeft: Int) {
    self.part = part
    self.shared = shared
    self.cellsLeft = cellsLeft
    self.bytesLeft = bytesLeft
  }

  func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "row":
      // A row or cell without a place comes after the one before it.
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      (cells, column) = ([:], -1)
      if !(1...1_048_576).contains(row) || row <= rows.last?.number ?? 0 {
        damage("row \(attributes["r"] ?? "") is in no order")
      }
    case "c":
      let place = attributes["r"]
      column = place.map { Self.column($0) ?? -1 } ?? column + 1
      if !(0..<16_384).contains(column) || cells[column] != nil {
        damage("row \(row) has the cell \(place ?? "") twice, or where none can be")
      }
      kind = attributes["t"] ?? "n"
      value = ""
    case "v": isInValue = true
    case "t": isInValue = kind == "inlineStr" && !isPronunciation
    case "rPh": isPronunciation = true
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "v", "t": isInValue = false
    case "rPh": isPronunciation = false
    case "c": finishCell()
    case "row":
      if !cells.isEmpty { rows.append(Workbook.Row(number: row, cells: cells)) }
    default: break
    }
  }

  func text(_ text: String) { if isInValue { value += text } }

  private func finishCell() {
    guard failure == nil, !value.isEmpty else { return }
    var text = value
    switch kind {
    case "s":
      guard let place = Int(value), shared.indices.contains(place) else {
        return damage("row \(row) has a text that is not in the list of texts")
      }
      text = shared[place]
    case "b": text = value == "1" ? "TRUE" : "FALSE"
    default: break
    }
    guard !text.isEmpty else { return }
    guard text.utf8.count <= WorkbookLimits.cellBytes else {
      return damage("row \(row) has a text that is longer than a cell can be")
    }
    cellsLeft -= 1
    bytesLeft -= text.utf8.count
    if cellsLeft < 0 { failure = .tooLarge("it has too many cells") }
    if bytesLeft < 0 { failure = .tooLarge("its cells have too much text") }
    cells[column] = text
  }

  private func damage(_ reason: String) {
    if failure == nil { failure = .damaged(part: part, reason: reason) }
  }

  /// The column of a place such as `AB12`, from 0; nil if it is none.
  static func column(_ place: String) -> Int? {
    var result = 0
    for letter in place.utf8.prefix(while: { !(48...57).contains($0) }) {
      let number = Int(letter & 0xDF) - 64
      guard (1...26).contains(number), result < 100_000 else { return nil }
      result = 26 * result + number
    }
    return result > 0 ? result - 1 : nil
  }
}
