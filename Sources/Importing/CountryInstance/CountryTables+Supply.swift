import Tables

/// Producers, lanes and projects.
extension CountryTables {
  /// Ways in which a region has goods to send or to use.
  enum Way: CaseIterable {
    case production, reexports, otherSupply

    func tons(_ balance: GoodBalance) -> Double {
      switch self {
      case .production: balance.production
      case .reexports: balance.reexports
      case .otherSupply: balance.otherSupply
      }
    }
  }

  func process(_ way: Way, _ good: String) -> String {
    switch way {
    case .production: balances.making[good] == .exporters ? "make_\(good)" : "mine_\(good)"
    case .reexports: "pass_on_\(good)"
    case .otherSupply: "other_\(good)"
    }
  }

  /// The largest tons of a way in the years with data.
  func most(_ way: Way, _ place: GoodBalances.Place) -> Double {
    balances.years.map { way.tons(balances.balance(place, $0)) }.max() ?? 0
  }

  func places(_ way: Way, _ good: String) -> [GoodBalances.Place] {
    balances.places.filter { $0.good == good && most(way, $0) > 0 }
  }

  var processTable: PlainTable {
    var table = PlainTable("process", "stage", "output")
    for good in goods {
      for way in Way.allCases where !places(way, good).isEmpty {
        let (stage, note) = words(way, good)
        table.add(process(way, good), stage, good, basis: .definition, note: note)
      }
    }
    return table
  }

  private func words(_ way: Way, _ good: String) -> (stage: String, note: String) {
    switch way {
    case .production:
      if case .mines(let entry)? = balances.making[good] {
        let content =
          entry.content == 1
          ? "" : ", with \(numberText(entry.content)) t of the figure in 1 t of the good (assumed)"
        return ("mining", "World Mining Data: \(entry.mineral)\(content)")
      }
      return ("supply", "the countries that export more than they import make what they export")
    case .reexports:
      return ("trade", "imports that leave again: as much goes out as comes in")
    case .otherSupply:
      return ("supply", "exports beyond imports and production: other production, or stocks")
    }
  }

  /// What passes through a region is used there and sent again. Empty if nothing does.
  var recipeTable: String? {
    var table = PlainTable("process", "commodity", "role", "quantity")
    for good in goods where !places(.reexports, good).isEmpty {
      table.add(
        process(.reexports, good), good, "input", "1", basis: .definition,
        note: "goods are passed on as they come")
    }
    return table.isEmpty ? nil : table.text
  }

  private func facility(_ way: Way, _ place: GoodBalances.Place) -> String {
    "\(process(way, place.good))-\(place.region)"
  }

  private func capacity(_ way: Way, _ place: GoodBalances.Place, _ year: Int) -> Double {
    Self.spare * way.tons(balances.balance(place, year))
  }

  var facilityTable: PlainTable {
    var table = PlainTable("facility", "process", "region", "capacity", "unit_cost")
    for good in goods {
      for way in Way.allCases {
        for place in places(way, good) {
          let year = base
          let tons = way.tons(balances.balance(place, year))
          table.add(
            facility(way, place), process(way, good), place.region,
            numberText(capacity(way, place, year)), "0", basis: .assumption,
            source: cited(place, year),
            note:
              "\(shortText(tons)) t in \(year), and a tenth more (assumed); what goods cost is in the lanes"
          )
        }
      }
    }
    return table
  }

  /// The capacities of the years that plans are told of, the base year among them, so that ranges of facilities.csv move
  /// only what comes later.
  var capacityTable: String? {
    var table = PlainTable("facility", "period", "capacity")
    for good in goods {
      for way in Way.allCases {
        for place in places(way, good) {
          for year in periods.lowerBound...base {
            let data = balances.dataYear(year)
            table.add(
              facility(way, place), String(year), numberText(capacity(way, place, data)),
              basis: .assumption, source: cited(place, data),
              note:
                "\(shortText(way.tons(balances.balance(place, data)))) t in \(data), and a tenth more (assumed)"
            )
          }
        }
      }
    }
    return table.isEmpty ? nil : table.text
  }

  // MARK: Projects

  /// A mine or plant that could be built.
  struct Project {
    var good: String
    var region: String
    /// Metric tons a year in the base year.
    var output: Double
  }

  /// Capex in years of sales.
  static let capexYears = 3.0
  static let leadYears = 5
  /// The part of the producer's output that can be added.
  static let expansion = 0.25
  /// The additional cost of a ton, as a part of the price.
  static let premium = 0.1
  static let projectsPerGood = 2

  /// The largest producers of each good but home, the rival and the rest of the world, which is no single producer.
  var projects: [Project] {
    goods.flatMap { good in
      places(.production, good).filter {
        ![question.home, regions.rival, CountryRegions.rest].contains($0.region)
      }.map {
        Project(
          good: good, region: $0.region, output: balances.balance($0, base).production)
      }.filter { $0.output > 0 }.sorted { ($1.output, $0.region) < ($0.output, $1.region) }
        .prefix(Self.projectsPerGood)
    }
  }

  var projectTable: PlainTable {
    var table = PlainTable(
      "project", "process", "region", "max_capacity", "capex", "unit_cost", "lead_years",
      "earliest",
      "life_years", "kind")
    for project in projects {
      let price = costs.median(project.good)
      let place = GoodBalances.Place(good: project.good, region: project.region)
      table.add(
        "more_\(project.good)-\(project.region)", process(.production, project.good),
        project.region, numberText(Self.expansion * project.output),
        numberText(Self.capexYears * price), numberText(Self.premium * price),
        String(Self.leadYears), String(base + 1), "20", "overseas", basis: .assumption,
        source: cited(place, balances.dataYear(base)),
        note:
          "no project is known: a quarter of the output of \(shortText(project.output)) t more; capex of 3 years of sales at the median unit value, 5 years to build, a tenth of that value dearer a ton"
      )
    }
    return table
  }
}
