import Foundation
import TestSupport
import Testing

@Suite("Imports between targets")
struct ArchitectureTests {
  /// The package as it is.
  static let package = Result { try PackageLayout(folder: TestPaths.package) }

  @Test("every import follows the order in CONTRIBUTING.md")
  func package() throws {
    let layout = try Self.package.get()
    // Otherwise nothing was read, and this test would show nothing.
    #expect(layout.order.count >= 15 && layout.imports.count > 500)
    #expect(
      layout.dependencies["plusone"]?.isSuperset(of: ["GLPKSolver", "ArgumentParser"]) == true)
    #expect(layout.solvers == ["GLPKSolver"])
    #expect(layout.complaints == [])
  }

  @Test(
    "planning an instance made in memory needs no target that reads files",
    arguments: ["Planning", "Scenarios", "Studies", "PlanInCode"])
  func carries(target: String) throws {
    let dependencies = try Self.package.get().declared
    #expect(dependencies[target] != nil)
    var carried: Set<String> = [target, "GLPKSolver"]
    var open = Array(carried)
    while let next = open.popLast() {
      for found in dependencies[next] ?? [] where carried.insert(found).inserted {
        open.append(found)
      }
    }
    // Studies read files, so this test can fail.
    #expect(carried.isDisjoint(with: ["Yams", "Crypto", "SourcingFiles"]) == (target != "Studies"))
  }

  // MARK: The rules themselves, over a made-up package

  private static let sound = [
    "CONTRIBUTING.md": """
    # Contributing

    1. `Elsewhere`: a list that says nothing of targets.

    ## The targets

    1. `LinearProgramming`: programs. `Reporting` is not meant here.
    2. `CGLPK`, `GLPKSolver`: a solver.
    3. `Reporting`: tables.
    4. `plusone`: commands.

    ## Another section

    1. `Elsewhere`: again.
    """,
    "Package.swift": """
    let package = Package(
      targets: [
        .systemLibrary(name: "CGLPK"),
        .target(name: "LinearProgramming", swiftSettings: strict),
        .target(
          name: "GLPKSolver",
          dependencies: ["CGLPK", "LinearProgramming"]),
        .target(name: "Reporting", dependencies: ["LinearProgramming"]),
        .executableTarget(
          name: "plusone",
          dependencies: [
            "GLPKSolver", "Reporting", .product(name: "Rainbow", package: "Rainbow"),
          ]),
        .testTarget(name: "ReportingTests", dependencies: ["GLPKSolver", "Reporting"]),
      ])
    """,
    "Sources/CGLPK/module.modulemap": "module CGLPK {}\n",
    "Sources/LinearProgramming/Program.swift": "struct Program {}\n",
    "Sources/GLPKSolver/Solver.swift": """
    import CGLPK
    public import LinearProgramming

    public struct GLPK: SolverBackend { var program: Program }

    """,
    "Sources/Reporting/Deep/Table.swift":
      "import Foundation\nimport struct LinearProgramming.Program\nstruct Table { var of: Program }\n",
    "Sources/plusone/Main.swift":
      "import GLPKSolver\nimport Rainbow\n@testable import Reporting\nlet all = (GLPK(), Table())\n",
  ]

  private func complaints(_ changes: [String: String] = [:]) throws -> [String] {
    try withTemporaryFolder { folder in
      for (name, text) in Self.sound.merging(changes, uniquingKeysWith: { $1 }) {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return try PackageLayout(folder: folder).complaints
    }
  }

  @Test("a package that keeps the rules has no complaints")
  func sound() throws {
    #expect(try complaints() == [])
  }

  @Test("an import of a target further down the list is a complaint")
  func upwards() throws {
    let found = try complaints([
      "Sources/LinearProgramming/Program.swift":
        "// First.\npublic import Reporting\nstruct Program { var table: Table }\n"
    ])
    #expect(
      found == [
        "LinearProgramming/Program.swift:2 imports Reporting, which does not stand above LinearProgramming in CONTRIBUTING's list",
        "LinearProgramming/Program.swift:2 imports Reporting, which Package.swift does not declare for LinearProgramming",
      ])
  }

  @Test("a solver that is chosen outside of the program is a complaint")
  func solver() throws {
    let manifest = (Self.sound["Package.swift"] ?? "").replacing(
      "name: \"Reporting\", dependencies: [",
      with: "name: \"Reporting\", dependencies: [\"GLPKSolver\", ")
    let found = try complaints([
      "Package.swift": manifest,
      "Sources/Reporting/Solving.swift": "import GLPKSolver\nlet solver = GLPK()\n",
    ])
    #expect(
      found == [
        "Reporting/Solving.swift:1 imports GLPKSolver; only plusone may choose a solver"
      ])
  }

  @Test("a target with a SolverBackend counts as a solver, whatever its name")
  func secondSolver() throws {
    var manifest = (Self.sound["Package.swift"] ?? "").replacing(
      "name: \"Reporting\", dependencies: [",
      with: "name: \"Reporting\", dependencies: [\"Toy\", ")
    manifest = manifest.replacing(
      "targets: [\n",
      with: "targets: [\n.target(name: \"Toy\", dependencies: [\"LinearProgramming\"]),\n")
    let found = try complaints([
      "CONTRIBUTING.md": (Self.sound["CONTRIBUTING.md"] ?? "").replacing(
        "`GLPKSolver`:", with: "`GLPKSolver`, `Toy`:"),
      "Package.swift": manifest,
      "Sources/Toy/Toy.swift":
        "public import LinearProgramming\nextension Program: Sendable, SolverBackend {}\n"
        + "public struct Toy {}\n",
      "Sources/Reporting/Solving.swift": "import Toy\nlet solver = Toy()\n",
    ])
    #expect(
      found == ["Reporting/Solving.swift:1 imports Toy; only plusone may choose a solver"])
  }

  @Test("an import of which a file uses no name is a complaint")
  func unneeded() throws {
    let found = try complaints([
      "Sources/Reporting/Other.swift":
        "import LinearProgramming\n// Not a Program.\nstruct Other {}\n"
    ])
    #expect(
      found == ["Reporting/Other.swift:1 imports LinearProgramming and uses no name of it"])
  }

  @Test("a link in a comment to another target is a complaint")
  func links() throws {
    let found = try complaints([
      "Sources/Reporting/Other.swift":
        "/// As ``Table/of``, for a ``Program``.\nstruct Other {}\n"
    ])
    #expect(
      found == ["Reporting/Other.swift:1 links to Program, which Reporting does not declare"])
  }

  @Test("a target that the list lacks and a name without a target are complaints")
  func list() throws {
    let text = (Self.sound["CONTRIBUTING.md"] ?? "").replacing(
      "3. `Reporting`", with: "3. `Tables`")
    #expect(
      try complaints(["CONTRIBUTING.md": text]) == [
        "the target Reporting is not in CONTRIBUTING's list",
        "CONTRIBUTING's list names Tables, which is no target in Sources",
      ])
  }

  @Test("a dependency that is declared and not used is a complaint")
  func unused() throws {
    #expect(
      try complaints(["Sources/plusone/Main.swift": "import Reporting\nlet table = Table()\n"]) == [
        "plusone declares GLPKSolver in Package.swift and imports it nowhere",
        "plusone declares Rainbow in Package.swift and imports it nowhere",
      ])
  }
}
