public import LinearProgramming
public import Sourcing

/// One `stress_allocation` row of a window of a finished plan.
public struct AllocationRow: Sendable {
  /// The flow that the row ties to another flow from the same origin.
  public var flow: FlowKey
  /// From 1.
  public var month: Int
  /// What must be 0, units a year.
  public var expression: LinearExpression
}

extension StressBlock {
  /// `stress_allocation`, for the flows of a commodity k from a region i to other regions in a month m of
  /// `reroute_months`:
  ///
  ///     f[k,i,j,m] = ρ[k,i,m]·part(k,i,j,m)·f*[k,i,j,τ],  0 ≤ ρ[k,i,m] ≤ 1
  ///
  /// part: the product of the factors that hit the lane in m, 1 without. ρ is eliminated by the flow l with the largest
  /// part·f*, whose bound is ρ ≤ 1. So each other flow has a row:
  ///
  ///     f[k,i,j,m] − (part·f*)[j]/(part·f*)[l]·f[k,i,l,m] = 0
  ///
  /// How many rows there are does not depend on the disruption. Row: units a year. Dual: the lost value with one more
  /// unit a year that must go to j beyond its share.
  ///
  /// - Parameters:
  ///   - plan: what the window takes from the plan, which must be numbers.
  ///   - factors: the factors of the disruption.
  ///   - options: the months of `reroute_months`.
  func allocationRows(
    of plan: PlanReference, under factors: DisruptionFactors, _ options: StressOptions
  ) -> [AllocationRow] {
    struct Supplier: Hashable {
      var origin: RegionIndex
      var commodity: CommodityIndex
      var month: Int
    }
    var customers: [Supplier: [(flow: Flow, most: Double)]] = [:]
    var suppliers: [Supplier] = []
    for flow in flows where flow.key.isInternational && flow.month <= options.rerouteMonths {
      let key = flow.key
      let supplier = Supplier(origin: key.origin, commodity: key.commodity, month: flow.month)
      if customers[supplier] == nil { suppliers.append(supplier) }
      let share = factors.plannedShare(of: key, month: flow.month, options) ?? 1
      customers[supplier, default: []].append((flow, share * plan.flow(key).constant))
    }
    return suppliers.flatMap { supplier -> [AllocationRow] in
      let served = customers[supplier] ?? []
      guard let largest = served.indices.max(by: { served[$0].most < served[$1].most }) else {
        return []
      }
      return served.indices.filter { $0 != largest }.map { index in
        let (flow, most) = served[index]
        var difference = LinearExpression(flow.column)
        if most > 0 { difference.add(-most / served[largest].most, served[largest].flow.column) }
        return AllocationRow(flow: flow.key, month: flow.month, expression: difference)
      }
    }
  }
}

extension StressBlockBuilder {
  /// Adds the rows of ``StressBlock/allocationRows(of:under:_:)`` to a program of its own disruption.
  func addAllocation(to program: inout KeyedProgram) {
    guard options.allocation == .proRata, hasAllocationRows else { return }
    for row in block.allocationRows(of: plan, under: factors, options) {
      program.addRow(
        key(.allocation(row.flow, month: row.month)), row.expression, lower: 0, upper: 0)
    }
  }
}

extension StressProgram {
  /// The rows of `stress_allocation` under one disruption. They are no rows of ``program``, because their
  /// coefficients depend on the disruption: a session adds them under `pro_rata`.
  ///
  /// - Parameter factors: the factors of the disruption.
  public func allocationRows(under factors: DisruptionFactors) -> [AllocationRow] {
    block.allocationRows(of: reference, under: factors, options)
  }
}
