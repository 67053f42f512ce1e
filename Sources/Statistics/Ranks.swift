/// The places of values in ascending order.
enum Ranks {
  /// The rank of each value, from 1, minus the mean rank (n + 1)/2. Equal values have the mean of their ranks.
  static func centred(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    let middle = Double(values.count + 1) / 2
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      // The ranks start + 1 ... end.
      let rank = Double(start + 1 + end) / 2 - middle
      for place in order[start..<end] { ranks[place] = rank }
      start = end
    }
    return ranks
  }
}
