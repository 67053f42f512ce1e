import Foundation
import Sourcing
import Tables

/// Parts of an instance in words.
extension Instance {
  /// What a project makes, where, of what kind it is, and what supports it.
  func words(for project: Project) -> String {
    let process = processes[project.process]
    let good = commodities[process.output].id
    let place = "\(good) by \(process.id) in \(regions[project.region].id)"
    let kind = project.kind.isEmpty ? nil : project.kind
    let programme = project.programme.map { "programme \(programmes[$0].id)" }
    return [place, kind, programme].compactMap(\.self).joined(separator: "; ")
  }

  /// What a disruption changes, for how long, and how likely it is. Effects that differ in their commodities alone are
  /// one text.
  func words(for disruption: Disruption) -> String {
    var scopes: [EffectScope] = []
    var goods: [EffectScope: [CommodityIndex]?] = [:]
    for effect in disruption.effects {
      let scope = EffectScope(effect)
      if let known = goods[scope] {
        goods[scope] = .some(known.flatMap { list in effect.commodities.map { list + $0 } })
      } else {
        scopes.append(scope)
        goods[scope] = .some(effect.commodities)
      }
    }
    var texts = scopes.map { words(for: $0, of: goods[$0] ?? nil) }
    if let probability = disruption.probability {
      texts.append("probability \(share(probability)) a year")
    }
    return texts.joined(separator: "; ")
  }

  /// - Parameter goods: the commodities that the effect is about; nil: all.
  private func words(for effect: EffectScope, of goods: [CommodityIndex]?) -> String {
    let named = goods.map { " of " + $0.map { commodities[$0].id }.joined(separator: ", ") } ?? ""
    let by = effect.process.map { " by \(processes[$0].id)" } ?? ""
    let place = words(for: effect.regions)
    let partners = effect.partners.map(words(for:))
    let what =
      switch effect.kind {
      case .production: "production\(named)\(by) in \(place)"
      case .exports: "exports\(named) from \(place)" + (partners.map { " to \($0)" } ?? "")
      case .lane: "trade\(named) between \(place) and \(partners ?? "others")"
      case .demand: "demand\(named) in \(place)"
      case .stock: "stocks\(named) in \(place)"
      }
    let months = "\(effect.months) month\(effect.months == 1 ? "" : "s")"
    let level = share(effect.factor)
    return effect.kind == .stock ? "\(what) at \(level)" : "\(what) at \(level) for \(months)"
  }

  /// A share of the data as a percentage, as short as it is there: `0%`, `6.25%`.
  func share(_ value: Double) -> String { String(format: "%.6g", 100 * value) + "%" }

  /// Some regions by the name of their bloc, if there is one, else by their own.
  private func words(for members: [RegionIndex]) -> String {
    if members.count > 1 {
      if members.count == regions.count { return world.id }
      if let bloc = blocs.first(where: { $0.members == members.sorted() }) { return bloc.id }
    }
    return members.map { regions[$0].id }.joined(separator: ", ")
  }
}

/// All of an effect but its commodities.
private struct EffectScope: Hashable {
  var kind: Disruption.Effect.Kind
  var regions: [RegionIndex]
  var process: ProcessIndex?
  var partners: [RegionIndex]?
  var factor: Double
  var months: Int

  init(_ effect: Disruption.Effect) {
    (kind, regions, process) = (effect.kind, effect.regions, effect.process)
    (partners, factor, months) = (effect.partners, effect.factor, effect.months)
  }
}

extension Assumption {
  /// What it moves, and how far: `facilities.unit_cost by a factor from 0.8 to 1.5; lanes.tariff from 0 to 0.25`.
  var words: String {
    edits.map { edit in
      let range = "\(DecimalNumber.text(edit.low)) to \(DecimalNumber.text(edit.high))"
      let change =
        switch edit.mode {
        case .multiply: "by a factor from"
        case .add: "by"
        case .set: "from"
        }
      return "\(edit.table).\(edit.column) \(change) \(range)"
    }.joined(separator: "; ")
  }
}
