extension ImportMap {
  /// A map of goods without a file: each is a commodity in tons.
  public init(_ goods: [GoodChoice]) {
    self.init()
    items = goods.map { good in
      Item(
        commodity: good.id, name: "", codes: good.codes, usgsName: nil, worldMiningName: nil,
        statistic: "", process: nil, unit: .t, unitCost: nil, line: 0)
    }
  }
}
