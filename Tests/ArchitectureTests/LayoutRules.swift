/// The rules for imports between targets.
extension PackageLayout {
  /// The only target that may choose a solver.
  private static var composer: String { "plusone" }
  /// Targets with a type that is a `SolverBackend`, except the target that defines the protocol and wraps backends.
  var solvers: Set<String> {
    Set(files.filter { $0.value.contains(where: \.isBackend) }.keys)
      .subtracting(["LinearProgramming"])
  }

  /// All broken rules, one sentence each.
  var complaints: [String] {
    let solvers = solvers
    return listComplaints + imports.flatMap { complaints(about: $0, solvers) }
      + unusedDependencies + unneededImports + brokenLinks
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

  private func complaints(about entry: Import, _ solvers: Set<String>) -> [String] {
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
    if solvers.contains(entry.module), entry.target != Self.composer {
      found.append("\(place); only \(Self.composer) may choose a solver")
    }
    return found
  }

  /// Only for targets with Swift files: imports of C files are not read.
  private var unusedDependencies: [String] {
    let used = Dictionary(grouping: imports, by: \.target)
      .mapValues { Set($0.map(\.module)) }
    return used.keys.sorted().flatMap { target in
      (dependencies[target] ?? []).subtracting(used[target] ?? []).sorted()
        .map { "\(target) declares \($0) in Package.swift and imports it nowhere" }
    }
  }

  /// A file must use some name of every target that it imports. Names are compared by their spelling, so a common
  /// name such as `count` counts for each target that has it.
  private var unneededImports: [String] {
    let offered = files.mapValues { $0.reduce(into: Set<Substring>()) { $0.formUnion($1.offered) } }
    let words = Dictionary(
      uniqueKeysWithValues: files.values.joined().map { ($0.path, $0.words) })
    return imports.compactMap { entry in
      guard let names = offered[entry.module], !names.isEmpty, let used = words[entry.file],
        used.isDisjoint(with: names)
      else { return nil }
      return "\(entry.file):\(entry.line) imports \(entry.module) and uses no name of it"
    }
  }

  /// A link in a doc comment works only inside its own target.
  private var brokenLinks: [String] {
    files.keys.sorted().flatMap { target -> [String] in
      let own = files[target] ?? []
      let declared = own.reduce(into: Set<Substring>()) { $0.formUnion($1.declared) }
      return own.flatMap { file in
        file.links.filter { !declared.contains($0.name) }.map {
          "\(file.path):\($0.line) links to \($0.name), which \(target) does not declare"
        }
      }
    }
  }
}
