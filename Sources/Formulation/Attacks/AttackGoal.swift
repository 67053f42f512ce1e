package import LinearProgramming
package import Sourcing

/// A `resilience` goal against any cuts, for one region or bloc, commodity and period: in the window of each attack it
/// asks for the same service. The windows of attacks are programs of their own, which differ in the columns that are
/// closed; they are added as attacks are found that break the goal.
package struct AttackGoal: Sendable {
  /// Where it holds.
  package let cell: AttackCell
  /// The most targets of an attack.
  package let cuts: Int
  /// What attacks take away from the window.
  package let window: AttackedWindow
  /// The window without an attack, as a function of the plan.
  package let undisturbed: RecourseProgram
  /// The column of the window's program that is the least violation, in units. It is 0 or more.
  package let violation: Column
  /// Demand over the window, in units; 1 without demand.
  package let demand: Double
  /// The column that is at least the violation; nil: the goal is hard.
  package let bound: Column?
  /// The constraints of the goal, with their rows in the window.
  package let targets: [Recourse.Target]
  /// The attacks whose windows are in the rows of the program.
  package let written: Set<Attack>

  /// The window of an attack, as a function of the plan.
  package func recourse(of attack: Attack) -> Recourse {
    Recourse(
      .attack(attack, on: cell), program: undisturbed,
      bound: bound, unit: demand, targets: targets, closed: window.columns(closedBy: attack))
  }

  /// Whether an attack is one of those against which the goal holds.
  package func allows(_ attack: Attack) -> Bool {
    attack.targets.count <= cuts && attack.targets.allSatisfy(window.targets.contains)
  }
}

extension PlanningBuilder {
  /// `resilience` against any attack on at most n targets: as ``addResilience(_:against:)``, one copy of the stress
  /// program for each attack A, in which its targets are closed, and one v for all of them:
  ///
  ///     (1/12)·Σ_{m, j∈M, k∈K} u[j,k,m] ≤ (1−β)·(1/12)·Σ_{m, j∈M, k∈K} D[j,k,τ] + v   for each A
  ///
  /// Few attacks matter: their windows are found while the program is solved.
  mutating func addResilience(_ cell: WindowCell, against budget: AttackBudget) {
    let written = attacksInRows[AttackCell(cell)]
    let violation = cell.goal.penalty.map {
      addColumn(beyondCost: $0, size: sizes.quantity(of: cell.commodity))
    }
    let undisturbed = DisruptionFactors(instance: instance, disruption: nil)
    let requirements = serviceRequirements(cell, nil, undisturbed, violation)
    let constraints = requirements.map { begin($0.constraint) }
    for attack in written { addWindow(of: attack, cell, requirements, constraints) }
    let (window, block, least, rows) = serviceWindow(
      requirements, cell.commodity, undisturbed, period: cell.period)
    let planColumns = output.program.columnCount
    let counted = cell.commodity.places(in: cell.subject.members)
    let attacked = AttackedWindow(
      budget.targets(in: instance, projects: model.projects), block: block, in: instance, producers,
      columns: window.program.columnCount, shortageCost: { counted.contains($0) ? 1 : 0 })
    let demand = requirements.flatMap(\.windows).map(\.demand).max() ?? 0
    output.attackGoals.append(
      AttackGoal(
        cell: AttackCell(cell), cuts: budget.cuts,
        window: attacked.shifted(by: planColumns),
        undisturbed: RecourseProgram(window.program, firstStageColumns: planColumns),
        violation: Column(least.index - planColumns), demand: demand > 0 ? demand : 1,
        bound: violation,
        targets: zip(constraints, rows).map { Recourse.Target(constraint: $0, rows: $1) },
        written: Set(written)))
  }

  /// Writes the window of one attack into the rows.
  private mutating func addWindow(
    of attack: Attack, _ cell: WindowCell, _ requirements: [ServiceRequirement],
    _ constraints: [GoalConstraintIndex]
  ) {
    let factors = DisruptionFactors(
      instance: instance,
      disruption: attack.disruption(in: instance, months: model.stress.horizonMonths))
    let block = addStressBlock(factors, period: cell.period)
    for (requirement, constraint) in zip(requirements, constraints) {
      for window in requirement.windows {
        let unserved = block.unserved(
          cell.commodity.members, in: cell.subject.members, months: window.months)
        addServiceRow(constraint, unserved: unserved, demand: window.demand)
      }
    }
  }
}
