public import Sourcing

extension Plan {
  /// The capacity of a producer in a period, units of main output a year: the capacity of a facility, or what
  /// is in operation of a project.
  public func capacity(
    of producer: Producers.Producer, in period: PeriodIndex, _ instance: Instance
  ) -> Double {
    if let facility = producer.facility { return instance.facilities[facility].capacity[period] }
    if let project = producer.project {
      return builtCapacity(of: project, in: period, instance)
    }
    return 0
  }

  /// max(0, capacity − x[q,t]) of a producer in a period, units of main output a year.
  func idleCapacity(
    of producer: ProducerIndex, _ producers: Producers, in period: PeriodIndex, _ instance: Instance
  ) -> Double {
    max(0, capacity(of: producers.all[producer], in: period, instance) - activity[producer][period])
  }
}
