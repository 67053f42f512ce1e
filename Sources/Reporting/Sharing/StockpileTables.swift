import Games
import Scenarios
import Sourcing

extension StockpileComparison {
  /// All tables of the comparison, as `stockpile --out` writes them.
  public var tables: [ReportTable] {
    [totalsTable, commoditiesTable, membersTable, buyListTable, transfersTable, sizesTable]
      + (everySize.allSatisfy(\.isReached) ? [] : [limitsTable])
      + (divisions.isEmpty ? [] : [splitsTable, coalitionsTable])
  }

  /// One row for each mode of sharing. `service` is the largest that can be reached if the service level cannot; then
  /// there is no saving.
  public var totalsTable: ReportTable {
    var table = ReportTable(.stockpileSharing)
    for sizes in shown {
      let saving = saving(sizes)
      table.add(
        .text(sizes.mode.text), .number(sizing.service), .number(sizes.service),
        .text(sizes.isReached ? "true" : "false"), cell(totalStock(sizes)),
        cell(stockValue(sizes)), .number(sizes.stockCost), cell(saving),
        cell(own.stockCost > 0 ? saving.map { $0 / own.stockCost } : nil))
    }
    return table
  }

  /// One row for each mode and commodity, all members together.
  var commoditiesTable: ReportTable {
    var table = ReportTable(.stockpileCommodities)
    for sizes in shown {
      for commodity in commodities {
        let here = amounts(sizes, commodity: commodity)
        table.add(
          .text(sizes.mode.text), .text(instance.commodities[commodity].id),
          .text(instance.commodities[commodity].unit), .number(here.stock),
          cell(stockValue(sizes, commodity: commodity)), .number(here.cost),
          cell(saving(sizes, commodity: commodity)))
      }
    }
    return table
  }

  /// One row for each mode, member and commodity that it stocks.
  public var membersTable: ReportTable {
    var table = ReportTable(.stockpileMembers)
    for sizes in shown {
      for region in members {
        for commodity in commodities(of: region) {
          let here = amounts(sizes, regions: [region], commodity: commodity)
          table.add(
            .text(sizes.mode.text), .text(instance.regions[region].id),
            .text(instance.commodities[commodity].id),
            .text(instance.commodities[commodity].unit), .number(here.stock),
            .number(here.cost), cell(saving(sizes, of: region, commodity: commodity)))
        }
      }
    }
    return table
  }

  /// One row for each mode and stockpile.
  public var sizesTable: ReportTable {
    var table = ReportTable(.stockpileSizes)
    for sizes in shown {
      for level in sizes.levels {
        let stockpile = instance.stockpiles[level.stockpile]
        table.add(
          .text(sizes.mode.text), .text(stockpile.id),
          .text(instance.regions[stockpile.region].id),
          .text(instance.commodities[stockpile.commodity].id), .number(stockpile.initial),
          .number(level.quantity), .number(stockpile.capacity), .number(level.cost))
      }
    }
    return table
  }

  /// One row for each mode and market of a member that cannot reach the service level: the most that it can reach, in
  /// which disruptions, what limits it, and the most without that limit.
  var limitsTable: ReportTable {
    var table = ReportTable(.stockpileLimits)
    for sizes in everySize {
      for shortfall in sizes.shortfalls {
        table.add(
          .text(sizes.mode.text), .text(instance.regions[shortfall.place.region].id),
          .text(instance.commodities[shortfall.place.commodity].id), .number(sizing.service),
          .number(shortfall.service), .text(disruptions(of: shortfall).joined(separator: ";")),
          .text(
            shortfall.isExplained
              ? shortfall.limits.map(\.limit.rawValue).joined(separator: ";") : "unknown"),
          .text(shortfall.takesAll ? "true" : "false"),
          cell(shortfall.limits.map(\.service).max()))
      }
    }
    return table
  }

  /// One row for each mode, split and member: its saving, and what it pays.
  var splitsTable: ReportTable {
    var table = ReportTable(.stockpileSplits)
    for division in divisions {
      for split in division.splits.splits {
        let worst = split.objections.first
        for (place, member) in division.coalitions.members.enumerated() {
          let ownCost = division.coalitions.ownCosts[place]
          table.add(
            .text(division.mode.text), .text(split.rule.rawValue), .text(member),
            .number(ownCost), .number(division.heldCosts[place]), .number(split.amounts[place]),
            .number(ownCost - split.amounts[place]),
            .number(division.heldCosts[place] - ownCost + split.amounts[place]),
            .text(split.isInCore ? "true" : "false"),
            .number(Double(split.objections.count)),
            worst.map { .text(division.splits.game.name(of: $0.coalition)) } ?? .blank,
            cell(worst?.excess))
        }
      }
    }
    return table
  }

  /// One row for each mode and coalition: what the stocks of all members cost if only the coalition shares.
  var coalitionsTable: ReportTable {
    var table = ReportTable(.stockpileCoalitions)
    for division in divisions {
      let game = division.splits.game
      for mask in 1..<game.values.count {
        table.add(
          .text(division.mode.text), .text(game.name(of: Coalition(mask: mask))),
          .number(division.coalitions.costs[mask]), .number(game.values[mask]))
      }
    }
    return table
  }

  func cell(_ value: Double?) -> ReportTable.Cell { value.map { .number($0) } ?? .blank }
}
