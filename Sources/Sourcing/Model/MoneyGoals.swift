/// Goals on sums of money, made in code.
extension Goal {
  /// At most an amount of capex and fixed costs.
  ///
  /// - Parameters:
  ///   - projects: the projects whose orders count; all if not given.
  ///   - atMost: money over all the periods together, undiscounted.
  ///   - instance: the instance.
  ///   - periods: the periods of the orders that count; all if not given.
  public static func capex(
    of projects: [ProjectIndex]? = nil, atMost: Double, in instance: Instance,
    periods: [PeriodIndex]? = nil
  ) -> Goal {
    let kind = Kind.capex(projects: projects ?? Array(instance.projects.indices))
    return money(kind, atMost, instance, periods)
  }

  /// At most an amount of support from a programme.
  ///
  /// - Parameters:
  ///   - programme: the programme that pays.
  ///   - atMost: money over all the periods together, undiscounted.
  ///   - instance: the instance.
  ///   - periods: the periods of the orders that count; all if not given.
  public static func subsidy(
    from programme: ProgrammeIndex, atMost: Double, in instance: Instance,
    periods: [PeriodIndex]? = nil
  ) -> Goal {
    money(.subsidy(programme: programme), atMost, instance, periods)
  }

  /// At most a total cost.
  ///
  /// - Parameters:
  ///   - atMost: money, discounted.
  ///   - instance: the instance.
  public static func cost(atMost: Double, in instance: Instance) -> Goal {
    money(.cost, atMost, instance, nil)
  }

  private static func money(
    _ kind: Kind, _ atMost: Double, _ instance: Instance, _ periods: [PeriodIndex]?
  ) -> Goal {
    Goal(
      name: "", kind: kind, of: instance.home,
      periods: periods
        ?? kind.name.periods(of: [], into: instance.home, history: .fix, in: instance),
      bounds: [
        Bound(.atMost, Target(constant: atMost, periodCount: instance.horizon.count))
      ])
  }
}
