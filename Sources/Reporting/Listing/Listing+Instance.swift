public import Sourcing
public import SourcingFiles
public import Tables

extension Listing {
  /// The parts of an instance, and the models with what they mean for it.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - tables: the tables that it was read from, for names.
  ///   - models: the models to list.
  ///   - explains: whether the report says what the parameters of the models mean, instead of the parts of the instance.
  /// - Throws: if it explains a model, what is wrong with the model. Else such a model is listed with what is wrong.
  public init(
    of instance: Instance, _ tables: InstanceTables, models: [NamedInputs.Entry],
    explains: Bool = false
  ) throws(InputProblems) {
    isOfInstance = true
    heading = [
      instance.shownTitle,
      "Home: \(Names(instance).sentence(instance.home.id)). \(money(of: instance))",
    ]
    explainsParameters = explains
    for model in models {
      do throws(InputProblems) {
        let header = try ModelHeader(file: model.path)
        let solved = try ModelReader.read(file: model.path, instance: instance)
        add(model, header, for: solved, problem: "")
      } catch {
        if explains { throw error }
        let reason = error.problems.first?.message ?? ""
        add(model, nil, problem: "cannot be used with this instance: \(reason)")
      }
    }
    guard !explains else { return }
    for (name, value) in instance.parameters.sorted(by: { $0.key < $1.key }) {
      entries.append(ListedEntry(kind: .parameter, name: name, value: value))
    }
    addPlaces(instance, tables)
    addGoods(instance, tables)
    addOthers(instance, tables)
    notes = [
      "plusone list \(instance.name) --model MODEL: what the parameters of a model mean, and their values here."
    ]
  }

  private mutating func add(
    _ kind: ListedEntry.Kind, _ name: String, _ title: String?, _ detail: String
  ) {
    entries.append(ListedEntry(kind: kind, name: name, title: title ?? "", detail: detail))
  }

  private mutating func addPlaces(_ instance: Instance, _ tables: InstanceTables) {
    for region in instance.regions {
      let isHome = region.id == instance.home.id
      add(.region, region.id, region.name, isHome ? "home" : "")
    }
    let names = tables.names(in: .blocs)
    for bloc in instance.blocs {
      let members = bloc.members.map { instance.regions[$0].id }.joined(separator: ", ")
      add(.bloc, bloc.id, names[bloc.id], members)
    }
    add(.bloc, instance.world.id, nil, "all regions")
  }

  private mutating func addGoods(_ instance: Instance, _ tables: InstanceTables) {
    let (names, groupNames) = (tables.names(in: .commodities), tables.names(in: .groups))
    for commodity in instance.commodities {
      add(.commodity, commodity.id, names[commodity.id], commodity.unit)
    }
    for group in instance.groups {
      let members = group.members.map { instance.commodities[$0].id }.joined(separator: ", ")
      add(.group, group.id, groupNames[group.id], members)
    }
  }

  private mutating func addOthers(_ instance: Instance, _ tables: InstanceTables) {
    for period in instance.horizon.periods {
      add(.period, period.label, nil, period.years == 1 ? "1 year" : "\(period.years) years")
    }
    let stores = tables.names(in: .stockpiles)
    for stockpile in instance.stockpiles {
      let place = instance.regions[stockpile.region].id
      add(
        .stockpile, stockpile.id, stores[stockpile.id],
        "\(instance.commodities[stockpile.commodity].id) in \(place)")
    }
    let programmes = tables.names(in: .programmes)
    for programme in instance.programmes {
      let payer = instance.regions[programme.payer].id
      add(
        .programme, programme.id, programmes[programme.id],
        "\(payer) pays \(instance.share(programme.share)) of capex, at most "
          + NumberText.amount(programme.budget))
    }
    let projects = tables.names(in: .projects)
    for project in instance.projects {
      add(.project, project.id, projects[project.id], instance.words(for: project))
    }
    let disruptions = tables.names(in: .disruptions)
    for disruption in instance.disruptions {
      add(
        .disruption, disruption.id, disruptions[disruption.id], instance.words(for: disruption))
    }
    for assumption in instance.assumptions {
      add(.assumption, assumption.id, assumption.title, assumption.words)
    }
  }
}

private func money(of instance: Instance) -> String {
  instance.currency.isEmpty ? "" : "Money in \(instance.currency)."
}
