/// A square matrix with all its elements, for a second way of computing that shares nothing with the program.
struct DenseMatrix {
  let size: Int
  private var elements: [Double]

  /// The identity.
  init(identity size: Int) {
    self.size = size
    elements = Array(repeating: 0, count: size * size)
    for place in 0..<size { self[place, place] = 1 }
  }

  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  /// The inverse, by Gauss-Jordan elimination with the largest element of a column as its pivot; nil if a pivot is
  /// only round-off.
  var inverse: DenseMatrix? {
    var left = self
    var right = DenseMatrix(identity: size)
    for column in 0..<size {
      let pivot = (column..<size).max { abs(left[$0, column]) < abs(left[$1, column]) } ?? column
      guard abs(left[pivot, column]) > 1e-13 else { return nil }
      left.swapRows(pivot, column)
      right.swapRows(pivot, column)
      let scale = 1 / left[column, column]
      left.scaleRow(column, by: scale)
      right.scaleRow(column, by: scale)
      for row in 0..<size where row != column && left[row, column] != 0 {
        let factor = left[row, column]
        left.subtract(factor, row: column, from: row)
        right.subtract(factor, row: column, from: row)
      }
    }
    return right
  }

  private mutating func swapRows(_ a: Int, _ b: Int) {
    guard a != b else { return }
    for column in 0..<size { elements.swapAt(a * size + column, b * size + column) }
  }

  private mutating func scaleRow(_ row: Int, by factor: Double) {
    for place in (row * size)..<((row + 1) * size) { elements[place] *= factor }
  }

  private mutating func subtract(_ factor: Double, row source: Int, from target: Int) {
    for column in 0..<size {
      let value = elements[source * size + column]
      if value != 0 { elements[target * size + column] -= factor * value }
    }
  }
}
