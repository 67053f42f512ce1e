public import Sourcing
import Tables

extension InstanceTables {
  /// The tables with some assumptions at places of their own, and the instance that they make. All others stay where they
  /// are in these tables.
  ///
  /// - Parameters:
  ///   - places: the place z of each assumption, from -1 (low) to 1 (high), by id. An id that is not among the
  ///     assumptions moves nothing.
  ///   - assumptions: those of the instance that was made from these tables.
  ///   - check: a further check of the instance, such as that no recipes make goods from nothing. It is called if a recipe
  ///     is moved.
  /// - Throws: all problems, each at the row of `assumptions.csv` that moves the number with the problem; what `check`
  ///   throws.
  public func moved(
    to places: [String: Double], of assumptions: some Sequence<Assumption>,
    check: (Instance) throws -> Void = { _ in }
  ) throws -> (tables: InstanceTables, instance: Instance) {
    try moved(
      to: assumptions.compactMap { assumption in
        places[assumption.id].map { AssumptionPlace(assumption, at: $0) }
      }, check: check)
  }

  /// As ``moved(to:of:check:)``, of assumptions that are at hand.
  ///
  /// - Parameters:
  ///   - places: each assumption at most once.
  ///   - check: a further check of the instance, which is called if a recipe is moved.
  /// - Throws: as ``moved(to:of:check:)``.
  public func moved(
    to places: [AssumptionPlace], check: (Instance) throws -> Void = { _ in }
  ) throws -> (tables: InstanceTables, instance: Instance) {
    let tables = try applying(places)
    let instance = try tables.compile()
    guard tables.places.contains(where: { $0.assumption.moves(.recipes) }) else {
      return (tables, instance)
    }
    do { try check(instance) } catch let error as InputProblems {
      throw InputProblems(tables.attributed(error.problems), reason: error.reason)
    }
    return (tables, instance)
  }
}

extension Instance {
  /// The assumptions that are moved, each with its place, in the order of `assumptions.csv`.
  public var movedPlaces: [AssumptionPlace] {
    assumptions.compactMap { assumption in
      movedAssumptions[assumption.id].map { AssumptionPlace(assumption, at: $0) }
    }
  }
}

extension Assumption {
  /// Whether it moves numbers of a table.
  ///
  /// - Parameter table: the table.
  public func moves(_ table: InstanceTable) -> Bool {
    edits.contains { $0.table == table.rawValue }
  }
}
