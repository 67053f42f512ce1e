// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "plusone",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "plusone", targets: ["plusone"]),
    .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
    .library(name: "GLPKSolver", targets: ["GLPKSolver"]),
    .library(name: "SolverConformance", targets: ["SolverConformance"]),
    .library(name: "Sourcing", targets: ["Sourcing"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/onevcat/Rainbow", from: "4.2.0"),
  ],
  targets: [
    // The solver branch: C library, C guard, pure values, GLPK behind one door.
    .systemLibrary(
      name: "CGLPK",
      providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]
    ),
    .target(name: "CGLPKShim", dependencies: ["CGLPK"]),
    .target(name: "LinearProgramming", swiftSettings: strict),
    .target(
      name: "GLPKSolver",
      dependencies: ["CGLPK", "CGLPKShim", "LinearProgramming"],
      swiftSettings: strict
    ),
    // What any solver must do, as checks that the tests of a backend run.
    .target(
      name: "SolverConformance", dependencies: ["LinearProgramming"], swiftSettings: strict),

    // The modelling branch: files, the field, scenarios, reports. None of it sees a solver.
    .target(name: "Tables", swiftSettings: strict),
    .target(
      name: "Sourcing",
      dependencies: [
        "LinearProgramming", "Tables", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(name: "Importing", dependencies: ["Sourcing", "Tables"], swiftSettings: strict),
    .target(
      name: "Scenarios",
      dependencies: ["LinearProgramming", "Sourcing", "Tables"],
      swiftSettings: strict
    ),
    .target(name: "CFolderSwap"),
    .target(
      name: "Reporting",
      dependencies: [
        "CFolderSwap", "LinearProgramming", "Scenarios", "Sourcing", "Tables",
      ],
      swiftSettings: strict
    ),

    // Only the executable joins the two.
    .executableTarget(
      name: "plusone",
      dependencies: [
        "GLPKSolver", "Importing", "LinearProgramming", "Reporting", "Scenarios", "Sourcing",
        "Tables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Rainbow", package: "Rainbow"),
      ],
      swiftSettings: strict
    ),

    // What tests share: files, temporary folders, runs of the built executable.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LinearProgrammingTests",
      dependencies: ["LinearProgramming", "SolverConformance", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GLPKSolverTests",
      dependencies: ["GLPKSolver", "LinearProgramming", "SolverConformance"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TablesTests", dependencies: ["Tables", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SourcingTests",
      dependencies: [
        "GLPKSolver", "LinearProgramming", "Sourcing", "Tables", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Golden", "Published"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ImportingTests",
      dependencies: ["GLPKSolver", "Importing", "Sourcing", "Tables", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ScenariosTests",
      dependencies: [
        "GLPKSolver", "LinearProgramming", "Scenarios", "Sourcing", "Tables", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "GLPKSolver", "LinearProgramming", "Reporting", "Sourcing", "Tables", "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "plusoneTests",
      dependencies: [
        "GLPKSolver", "LinearProgramming", "Reporting", "Sourcing", "Tables", "TestSupport",
        "plusone",
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)

// `make bench`: kept out of every other build, which would have to fetch and compile its library.
if Context.environment["PLUSONE_BENCHMARKS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"))
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "GLPKSolver", "LinearProgramming", "Reporting", "Scenarios", "Sourcing",
        .product(name: "Benchmark", package: "swift-benchmark"),
      ],
      path: "Benchmarks",
      swiftSettings: strict
    ))
}
