import Scenarios
import Sourcing
import SourcingFiles
import Tables

/// Reads `worlds:` and `claims:` of a study.
struct WorldsReader {
  let fields: YAMLFields
  let log: ProblemLog
  let tables: InstanceTables
  /// The variation as-is.
  let base: Study.Variation

  /// The sampled worlds; nil where the file asks for none, or where something is wrong, which is noted.
  ///
  /// - Parameter taken: names of the listed variations.
  func worlds(besides taken: [String]) -> StudyWorlds? {
    guard let value = fields["worlds"],
      let keys = YAMLFields(value, as: .studyWorlds, file: fields.file, log: log)
    else { return nil }
    let problemCount = log.count
    let samples = keys.whole("samples")
    let seed = keys["seed"] == nil ? Int(WorldSample.usualSeed) : keys.whole("seed")
    let sobol = keys["sobol"] == nil ? 0 : keys.whole("sobol")
    let assumptions = assumptions(keys)
    guard let samples, let seed, let sobol, let assumptions, log.count == problemCount else {
      return nil
    }
    let space = WorldSpace(assumptions, in: tables)
    let worlds = StudyWorlds(
      WorldSample(samples, seed: UInt64(seed), in: space), sobol: sobol, of: tables, base: base)
    let names = Set(worlds.allNames)
    for name in taken where names.contains(name) {
      keys.report(
        "`\(name)` is the name of a variation and of a sampled world; give the variation another name",
        value.line, "samples")
    }
    return worlds
  }

  /// The assumptions that move; nil where something is wrong, which is noted.
  private func assumptions(_ keys: YAMLFields) -> [Assumption]? {
    let all = Array(base.instance.assumptions)
    guard !all.isEmpty else {
      keys.report(
        "the instance has no assumptions to sample; write assumptions.csv, which says how far numbers may be wrong",
        keys.line)
      return nil
    }
    guard let value = keys["assumptions"] else { return all }
    guard let items = value.sequence, !items.isEmpty else {
      keys.report(
        "found \(value.kindName); must be a list of assumptions such as [\(all[0].id)]",
        value.line, "assumptions")
      return nil
    }
    var wanted: Set<String> = []
    for item in items {
      guard let id = item.scalar, all.contains(where: { $0.id == id }) else {
        let text = item.scalar ?? item.kindName
        keys.report(
          "unknown assumption `\(text)`\(log.nearestHint(to: text, among: all.map(\.id)))",
          item.line, "assumptions")
        continue
      }
      if !wanted.insert(id).inserted {
        keys.report("the assumption `\(id)` is listed twice", item.line, "assumptions")
      }
    }
    return all.filter { wanted.contains($0.id) }
  }

  // MARK: Claims

  /// The claims, without those that are wrong, which is noted.
  func claims() -> [Claim] {
    guard let value = fields["claims"] else { return [] }
    guard let items = value.sequence, !items.isEmpty else {
      fields.report(
        "found \(value.kindName); must be a list of comparisons such as [change_cost < 50]",
        value.line, "claims")
      return []
    }
    let known = PlanMeasure.all(
      sharing: base.disruptions.isEmpty ? [] : base.sharing.map(\.label))
    var texts: Set<String> = []
    return items.compactMap { item in
      guard let text = item.scalar else {
        fields.report(
          "found \(item.kindName); a claim is a comparison such as change_cost < 50", item.line,
          "claims")
        return nil
      }
      do throws(Claim.Mistake) {
        let claim = try Claim(text, among: known)
        guard texts.insert(claim.text).inserted else {
          fields.report("the claim `\(claim.text)` is listed twice", item.line, "claims")
          return nil
        }
        return claim
      } catch {
        fields.report("\(error)", item.line, "claims")
        return nil
      }
    }
  }
}
