package import LinearProgramming
package import Sourcing

/// What an attack takes away from a stress window, and the most that each unit of it can cost.
package struct AttackedWindow: Sendable {
  /// The targets, in the order of their names.
  package let targets: [AttackTarget]
  /// Their names.
  package let names: [String]
  /// The columns of the window that each target closes.
  package let columns: [[Column]]
  /// For each column of the window's program the most that the loss rises for each unit less of it; 0 of those that no
  /// target closes.
  package let weights: [Double]

  init(
    _ targets: [AttackTarget], block: StressBlock, in instance: Instance, _ producers: Producers,
    columns count: Int, shortageCost: (Place) -> Double
  ) {
    self.targets = targets
    names = targets.map { $0.name(in: instance) }
    columns = targets.map { block.columns(closedBy: $0, in: instance, producers) }
    weights = UnitValues(
      of: block, in: instance, producers, shortageCost: shortageCost
    ).weights(columns: count)
  }

  /// The same for a program in which the window's columns come first, without the ones before them.
  func shifted(by count: Int) -> AttackedWindow {
    AttackedWindow(
      targets: targets, names: names, columns: columns.map { $0.map { Column($0.index - count) } },
      weights: Array(weights.dropFirst(count)))
  }

  private init(
    targets: [AttackTarget], names: [String], columns: [[Column]], weights: [Double]
  ) {
    self.targets = targets
    self.names = names
    self.columns = columns
    self.weights = weights
  }

  /// The columns that an attack closes. Targets that the window does not have close none.
  package func columns(closedBy attack: Attack) -> [Column] {
    let closed = attack.targets.flatMap { target in
      targets.firstIndex(of: target).map { columns[$0] } ?? []
    }
    return Set(closed).sorted()
  }
}

extension StressProgram {
  /// The program of the window without a disruption, whose columns attacks close: under `pro_rata` with the rows of
  /// `stress_allocation`. A cut closes all exports of a good at once, or none, so these rows hold under every attack.
  package var undisturbed: LinearProgram {
    var lp = program
    let factors = DisruptionFactors(instance: instance, disruption: nil)
    let bounds = bounds(under: factors)
    for (column, upper) in bounds.columnUpper { lp.setBounds(column, lower: 0, upper: upper) }
    for (row, lower, upper) in bounds.rows { lp.setBounds(row, lower: lower, upper: upper) }
    if options.allocation == .proRata {
      for row in allocationRows(under: factors) { lp.addRow(row.expression, lower: 0, upper: 0) }
    }
    return lp
  }

  /// What attacks on some targets take away, if the lost value of some regions counts.
  ///
  /// - Parameters:
  ///   - targets: the targets, in the order of their names.
  ///   - regions: the regions whose lost value counts.
  package func attacked(_ targets: [AttackTarget], lostValueIn regions: Set<RegionIndex>)
    -> AttackedWindow
  {
    attacked(targets) { place in
      regions.contains(place.region)
        ? instance.demands[region: place.region, commodity: place.commodity, period: period]
          .shortageCost : 0
    }
  }

  /// What attacks on some targets take away.
  ///
  /// - Parameters:
  ///   - targets: the targets, in the order of their names.
  ///   - cost: what a unit of shortage at a place costs.
  package func attacked(_ targets: [AttackTarget], shortageCost cost: (Place) -> Double)
    -> AttackedWindow
  {
    AttackedWindow(
      targets, block: block, in: instance, reference.producers, columns: program.columnCount,
      shortageCost: cost)
  }
}
