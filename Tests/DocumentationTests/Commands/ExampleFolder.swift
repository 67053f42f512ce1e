import Foundation
import TestSupport
import Testing

/// A folder in which the examples of a page or of a command's help are run: it holds what they need beside the
/// instances and models that come with the program.
struct ExampleFolder {
  let url: URL

  /// Results that examples read. Each is made by a command if no example before has made it.
  private static let results = [
    "plan":
      "plusone solve japan-rare-earths --model reliance-cap --set cap=50% --set by=2030 --out plan",
    "results": "plusone study short-study.yaml --out results",
  ]

  /// - Parameter files: further files of the folder.
  init(_ url: URL, files: [String: String]) throws {
    self.url = url
    for folder in ["instances", "models"] {
      try FileManager.default.createSymbolicLink(
        at: url.appending(path: folder),
        withDestinationURL: TestPaths.package.appending(path: folder))
    }
    let baci = TestPaths.package.appending(path: "Tests/Downloads/baci")
    for file in try FileManager.default.contentsOfDirectory(atPath: baci.path)
    where file.hasSuffix(".csv") {
      try FileManager.default.copyItem(
        at: baci.appending(path: file), to: url.appending(path: file))
    }
    let all = Downloads.files.merging(["short-study.yaml": Self.study]) { $1 }
    try write(all.merging(files) { $1 }.mapValues { Array($0.utf8) }, to: url)
    try write(["6.4.xlsx": try MiningWorkbook.all.bytes()], to: url)
  }

  /// Runs a command as a shell does and expects the status 0, or of `watch` the one that says that something has moved.
  func run(_ command: DocumentedCommand) throws {
    for (name, maker) in Self.results where needs(name, command) {
      try run(DocumentedCommand(text: maker, place: command.place))
    }
    if command.text.hasPrefix("plusone study japan-rare-earths") { try shortenStudy() }
    let ended =
      isSame(everywhere: command)
      ? try SharedRuns.shared.outcome(of: command.text, out: outFolder(of: command)) {
        try end(of: command)
      } : try end(of: command)
    let isDone =
      ended.status == 0 || ended.status == 3 && command.words.dropFirst().first == "watch"
    #expect(isDone, "\(command.place): \(command.text)\n\(ended.errors)")
  }

  /// Runs a command that plans with a time limit that is over at once, and expects the status 75, of a study 0: it has
  /// taken its options and inputs by then. False for a command that is not run: it does not plan, or another line of its
  /// block makes its study.
  func stops(_ command: DocumentedCommand) throws -> Bool {
    let planning: Set<String> = ["frontier", "sensitivity", "solve", "stress", "study"]
    let words = command.words.dropFirst().prefix(2)
    guard let name = words.first, let input = words.last, planning.contains(name) else {
      return false
    }
    let isStudy = name == "study"
    let isThere = FileManager.default.fileExists(atPath: url.appending(path: input).path)
    guard !isStudy || isThere else { return false }
    let limits = "--time-limit 1e-9" + (isStudy ? " --only '*/as-is'" : "")
    let stopped = DocumentedCommand(
      text: "\(command.withoutShell) \(limits)", place: command.place)
    let ended = try end(of: stopped)
    #expect(
      ended.status == (isStudy ? 0 : 75), "\(command.place): \(command.text)\n\(ended.errors)")
    return true
  }

  private func end(of command: DocumentedCommand) throws -> RunResult {
    let programs = executableURL.deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try TestSupport.run(
      URL(filePath: "/bin/sh"), ["-c", command.text], in: url,
      environment: ["PATH": "\(programs):\(path)"])
  }

  /// The folder that `--out` names.
  private func outFolder(of command: DocumentedCommand) -> URL? {
    command.words.firstIndex(of: "--out").flatMap { place in
      command.words.dropFirst(place + 1).first.map { url.appending(path: $0) }
    }
  }

  /// Whether the command needs nothing that only this folder has, and makes at most a folder of results.
  private func isSame(everywhere command: DocumentedCommand) -> Bool {
    guard command.words.dropFirst().first.map(Self.shared.contains) ?? false,
      !command.text.contains(/[|<>&;]/)
    else { return false }
    return command.words.allSatisfy { word in
      word.hasPrefix("instances/") || word.hasPrefix("models/") || word == "short-study.yaml"
        || !FileManager.default.fileExists(atPath: url.appending(path: word).path)
    }
  }

  /// Commands whose only output besides what they print is the folder `--out`.
  private static let shared: Set<String> = [
    "alternatives", "backtest", "explain", "frontier", "solve", "stress", "study",
    "validate",
  ]

  /// Whether the command reads a folder that is not there.
  private func needs(_ name: String, _ command: DocumentedCommand) -> Bool {
    let words = command.words
    let isRead = words.indices.dropFirst().contains {
      words[$0] == name && words[$0 - 1] != "--out"
    }
    let isMissing = !FileManager.default.fileExists(atPath: url.appending(path: name).path)
    return isRead && isMissing
  }

  /// Copies the instance, with a study of two options: the whole one takes minutes in a debug build.
  private func shortenStudy() throws {
    let name = "japan-rare-earths"
    let copy = url.appending(path: name)
    try FileManager.default.copyItem(
      at: TestPaths.package.appending(path: "instances/\(name)"), to: copy)
    try Self.study.replacing("instance: japan-rare-earths", with: "instance: .")
      .write(to: copy.appending(path: "study.yaml"), atomically: true, encoding: .utf8)
  }

  private static let study = """
    name: short
    instance: japan-rare-earths
    options:
      - model: baseline
      - {model: reliance-cap, name: below-50-by-2030, set: {cap: 50%, by: 2030}}
    disruptions: [dual-use-ban-2026]

    """
}

/// Small files in the form of the sources of statistics.
enum Downloads {
  static let files = [
    "TradeData.csv": """
    refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue
    2022,392,M,156,284610,5000000,20000000
    2022,392,M,276,284690,100000,900000
    2022,392,M,156,280530,3000000,90000000
    2022,348,M,36,2606,90000000,4000000
    2022,348,M,276,281820,1000000,400000

    """,
    "BACI_HS92_Y2000_V202401b.csv": """
    t,i,j,k,v,q
    2000,36,348,260600,4000,90000
    2000,276,348,281820,400,1000

    """,
    "mcs2024-raree_world.csv": """
    Country,Type,Prod_t_2022,Prod_t_est_2023
    Australia,"Rare earths, mine production, rare-earth-oxide equivalent, metric tons",18000,18000
    China,"Rare earths, mine production, rare-earth-oxide equivalent, metric tons",210000,240000
    Other countries,"Rare earths, mine production, rare-earth-oxide equivalent, metric tons",60,80

    """,
    "mcs2024-bauxi_world.csv": """
    Country,Type,Prod_kt_2022,Prod_kt_est_2023
    Australia,"Bauxite, mine production",102000,98000

    """,
    "Nickel.csv": MiningWorkbook.csv(MiningWorkbook.nickel),
  ]
}
