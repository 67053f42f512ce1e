extension Instance {
  /// Processes and facilities.
  func checkProduction(_ checker: inout ValueChecker) {
    checker.checkIDs(processes.map(\.id), of: "process")
    for process in processes {
      let element = "process `\(process.id)`"
      checker.check(process.output, in: commodities.indices, element, "output")
      check(process.inputs, element, "inputs", &checker)
      check(process.byproducts, element, "byproducts", &checker)
      if process.byproducts.contains(where: { $0.commodity == process.output }) {
        checker.add(element, "byproducts", "hold the main output; a byproduct is another commodity")
      }
    }
    checker.checkIDs(facilities.map(\.id), of: "facility")
    for facility in facilities { check(facility, &checker) }
  }

  private func check(
    _ terms: [Process.Term], _ element: String, _ field: String, _ checker: inout ValueChecker
  ) {
    for term in terms {
      checker.check(term.commodity, in: commodities.indices, element, field)
      checker.check(term.quantity, .positive, element, field)
    }
    if Set(terms.map(\.commodity)).count < terms.count {
      checker.add(element, field, "name a commodity twice")
    }
  }

  private func check(_ facility: Facility, _ checker: inout ValueChecker) {
    let element = "facility `\(facility.id)`"
    checker.check(facility.process, in: processes.indices, element, "process")
    checker.check(facility.region, in: regions.indices, element, "region")
    checker.check(
      from: facility.opens, "opens", to: facility.closes, "closes", element, horizon)
    checker.check(facility.unitCost, .amount, element, "unitCost", horizon)
    let hasCapacity = checker.check(facility.capacity, .limit, element, "capacity", horizon)
    let hasMinimum = checker.check(facility.minimum, .amount, element, "minimum", horizon)
    guard hasCapacity, hasMinimum else { return }
    for period in horizon.indices where facility.minimum[period] > facility.capacity[period] {
      checker.add(
        element, "minimum",
        "found \(facility.minimum[period]) in \(horizon[period].label), above the capacity \(facility.capacity[period])"
      )
    }
  }

  /// Projects and programmes.
  func checkInvestment(_ checker: inout ValueChecker) {
    checker.checkIDs(programmes.map(\.id), of: "programme")
    for programme in programmes {
      let element = "programme `\(programme.id)`"
      checker.check(programme.payer, in: regions.indices, element, "payer")
      checker.check(programme.budget, .limit, element, "budget")
      checker.check(programme.share, .share, element, "share")
      checker.check(
        from: programme.opens, "opens", to: programme.closes, "closes", element, horizon)
    }
    checker.checkIDs(projects.map(\.id), of: "project")
    let names = Set(facilities.map(\.id))
    for project in projects {
      if names.contains(project.id) {
        checker.add("project `\(project.id)`", "id", "is a facility already")
      }
      check(project, &checker)
    }
  }

  private func check(_ project: Project, _ checker: inout ValueChecker) {
    let element = "project `\(project.id)`"
    checker.check(project.process, in: processes.indices, element, "process")
    checker.check(project.region, in: regions.indices, element, "region")
    checker.check(project.maxCapacity, .limit, element, "maxCapacity")
    let amounts = [
      ("capex", project.capex), ("unitCost", project.unitCost), ("leadYears", project.leadYears),
      ("fixedCost", project.fixedCost), ("minCapacity", project.minCapacity),
    ]
    for (field, amount) in amounts { checker.check(amount, .amount, element, field) }
    checker.check(project.lifeYears, .positive, element, "lifeYears")
    if project.minCapacity > project.maxCapacity {
      checker.add(
        element, "minCapacity",
        "found \(project.minCapacity), above `maxCapacity` \(project.maxCapacity)")
    }
    checker.check(
      from: project.earliest, "earliest", to: project.latest, "latest", element, horizon)
    checker.check(project.programme, in: programmes.indices, element, "programme")
  }
}
