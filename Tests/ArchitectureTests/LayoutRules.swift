/// The rules for imports between targets.
extension PackageLayout {
  /// The only target that may choose a solver.
  private static var composer: String { "plusone" }
  private static var solvers: Set<String> { ["GLPKSolver"] }

  /// What breaks a rule, a sentence each; empty where all is well.
  var complaints: [String] {
    listComplaints + imports.flatMap(complaints(about:)) + unusedDependencies
  }

  /// The list names every target once and nothing else.
  private var listComplaints: [String] {
    let missing = dependencies.keys.sorted().filter { !order.contains($0) }
      .map { "the target \($0) is not in CONTRIBUTING's list" }
    let unknown = order.filter { dependencies[$0] == nil }
      .map { "CONTRIBUTING's list names \($0), which is no target in Sources" }
    let twice = Set(order.filter { name in order.count { $0 == name } > 1 }).sorted()
      .map { "CONTRIBUTING's list names \($0) twice" }
    return missing + unknown + twice
  }

  private func complaints(about entry: Import) -> [String] {
    guard dependencies[entry.module] != nil, entry.module != entry.target else { return [] }
    let place = "\(entry.file):\(entry.line) imports \(entry.module)"
    var found: [String] = []
    if let own = order.firstIndex(of: entry.target),
      let other = order.firstIndex(of: entry.module), other >= own
    {
      found.append("\(place), which does not stand above \(entry.target) in CONTRIBUTING's list")
    }
    if dependencies[entry.target]?.contains(entry.module) != true {
      found.append("\(place), which Package.swift does not declare for \(entry.target)")
    }
    if Self.solvers.contains(entry.module), entry.target != Self.composer {
      found.append("\(place); only \(Self.composer) may choose a solver")
    }
    return found
  }

  /// Of targets with Swift files; those in C have no imports that this reads.
  private var unusedDependencies: [String] {
    let used = Dictionary(grouping: imports, by: \.target)
      .mapValues { Set($0.map(\.module)) }
    return used.keys.sorted().flatMap { target in
      (dependencies[target] ?? []).subtracting(used[target] ?? []).sorted()
        .map { "\(target) declares \($0) in Package.swift and imports it nowhere" }
    }
  }
}
