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
    .library(name: "Statistics", targets: ["Statistics"]),
    .library(name: "Outputs", targets: ["Outputs"]),
    .library(name: "Tables", targets: ["Tables"]),
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .library(name: "Sourcing", targets: ["Sourcing"]),
    .library(name: "SourcingFiles", targets: ["SourcingFiles"]),
    .library(name: "Importing", targets: ["Importing"]),
    .library(name: "Formulation", targets: ["Formulation"]),
    .library(name: "Planning", targets: ["Planning"]),
    .library(name: "Games", targets: ["Games"]),
    .library(name: "Analysis", targets: ["Analysis"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
    .library(name: "EarlyWarning", targets: ["EarlyWarning"]),
    .library(name: "Studies", targets: ["Studies"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "Pages", targets: ["Pages"]),
    .library(name: "Storage", targets: ["Storage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
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

    // The modelling branch: the field's values, their files, the programs they become, plans, and
    // questions asked of plans. None of it sees a backend.
    .target(name: "Parallel", swiftSettings: strict),
    // Which few parts of a linear program hurt most if they are taken away. It knows nothing of plans.
    .target(
      name: "Interdiction", dependencies: ["LinearProgramming", "Parallel"], swiftSettings: strict),
    // Decisions that many linear programs share. It knows nothing of plans.
    .target(
      name: "Hedging", dependencies: ["LinearProgramming", "Parallel"], swiftSettings: strict),
    .target(name: "Outputs", swiftSettings: strict),
    .target(name: "Numbers", swiftSettings: strict),
    // Samples and their figures, by the GNU Scientific Library. It knows nothing of plans.
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .target(name: "Statistics", dependencies: ["CGSL"], swiftSettings: strict),
    .target(name: "Tables", dependencies: ["Outputs"], swiftSettings: strict),
    // Cells of Excel workbooks, whose archives libzip unpacks.
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(name: "Workbooks", dependencies: ["CZip"], swiftSettings: strict),
    .target(name: "Sourcing", dependencies: ["Numbers"], swiftSettings: strict),
    .target(
      name: "SourcingFiles",
      dependencies: [
        "Numbers", "Sourcing", "Tables", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Importing",
      dependencies: ["Outputs", "Sourcing", "SourcingFiles", "Tables", "Workbooks"],
      swiftSettings: strict),
    .target(name: "CostFlows", dependencies: ["Sourcing"], swiftSettings: strict),
    .target(
      name: "Formulation", dependencies: ["LinearProgramming", "Sourcing"], swiftSettings: strict),
    .target(
      name: "Planning",
      dependencies: [
        "CostFlows", "Formulation", "Interdiction", "LinearProgramming", "Parallel", "Sourcing",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Games", dependencies: ["LinearProgramming", "Numbers", "Tables"], swiftSettings: strict
    ),
    .target(
      name: "Analysis",
      dependencies: ["CostFlows", "Formulation", "LinearProgramming", "Planning", "Sourcing"],
      swiftSettings: strict
    ),
    .target(
      name: "Scenarios",
      dependencies: [
        "Analysis", "Formulation", "Games", "Interdiction", "LinearProgramming", "Numbers",
        "Parallel", "Planning", "Sourcing", "Tables",
      ],
      swiftSettings: strict
    ),
    // What has moved in trade statistics, and what it would cost a plan.
    .target(
      name: "EarlyWarning",
      dependencies: [
        "Analysis", "Importing", "Parallel", "Scenarios", "Sourcing", "Statistics", "Tables",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Studies",
      dependencies: [
        "Analysis", "Formulation", "Hedging", "LinearProgramming", "Parallel", "Planning",
        "Scenarios", "Sourcing", "SourcingFiles", "Statistics", "Tables",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "Analysis", "CostFlows", "EarlyWarning", "Formulation", "Games", "Importing",
        "LinearProgramming", "Outputs", "Parallel", "Planning", "Scenarios", "Sourcing",
        "SourcingFiles", "Statistics", "Studies", "Tables",
      ],
      swiftSettings: strict
    ),
    // Pictures as values, drawn by Vega-Lite. It knows no plans.
    .target(name: "Charts", swiftSettings: strict),
    .target(
      name: "Pages",
      dependencies: [
        "Analysis", "Charts", "EarlyWarning", "Games", "Importing", "LinearProgramming",
        "Reporting",
        "Scenarios", "Sourcing", "Statistics", "Studies",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Template")],
      swiftSettings: strict
    ),
    .target(name: "CFolderSwap"),
    .target(
      name: "Storage",
      dependencies: [
        "Analysis", "CFolderSwap", "Formulation", "Outputs", "Planning", "Reporting", "Scenarios",
        "Sourcing", "SourcingFiles", "Statistics", "Studies", "Tables",
      ],
      swiftSettings: strict
    ),

    // Only the executable joins the two.
    .executableTarget(
      name: "plusone",
      dependencies: [
        "Analysis", "Charts", "EarlyWarning", "Formulation", "Games", "GLPKSolver", "Importing",
        "LinearProgramming", "Outputs", "Pages", "Planning", "Reporting", "Scenarios", "Sourcing",
        "SourcingFiles",
        "Storage", "Studies", "Tables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Rainbow", package: "Rainbow"),
      ],
      swiftSettings: strict
    ),

    // The library in use, without any file format: the listing of README.md and of the page "Plan in code".
    .executableTarget(
      name: "PlanInCode", dependencies: ["GLPKSolver", "Planning", "Sourcing"],
      path: "Examples/PlanInCode", swiftSettings: strict),
    // Figures, a stress run, a frontier and an explanation: the listing of the page "Questions in code".
    .executableTarget(
      name: "QuestionsInCode",
      dependencies: ["Analysis", "GLPKSolver", "Planning", "Scenarios", "Sourcing"],
      path: "Examples/QuestionsInCode", swiftSettings: strict),

    // What tests share: files, temporary folders, instances in other units, runs of the built executable,
    // scripted and exact solvers, a browser; solved cases.
    .target(
      name: "TestSupport",
      dependencies: [
        "CGLPK", "CZip", "LinearProgramming", "Sourcing", "SourcingFiles", "Tables",
        .product(name: "Yams", package: "Yams"),
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "TestSupportTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    // The example, and instances and models that are made in code.
    .testTarget(
      name: "SourcingTests",
      dependencies: [
        "GLPKSolver", "PlanInCode", "Planning", "QuestionsInCode", "Sourcing", "SourcingFiles",
        "TestSupport",
      ],
      swiftSettings: strict
    ),
    // Pages in docs against the definitions in the code.
    .testTarget(
      name: "DocumentationTests",
      dependencies: [
        "Analysis", "Formulation", "Games", "GLPKSolver", "Importing", "LinearProgramming",
        "Numbers", "Planning", "Reporting", "Scenarios", "Sourcing", "SourcingFiles", "Storage",
        "Studies", "Tables", "TestSupport", "plusone",
      ],
      swiftSettings: strict
    ),
    // The scripts that make releases and check commits.
    .testTarget(name: "ScriptsTests", dependencies: ["TestSupport"], swiftSettings: strict),
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
      name: "HedgingTests",
      dependencies: ["GLPKSolver", "Hedging", "LinearProgramming", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InterdictionTests",
      dependencies: ["GLPKSolver", "Interdiction", "LinearProgramming", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: strict),
    .testTarget(
      name: "TablesTests", dependencies: ["Outputs", "Tables", "TestSupport"], swiftSettings: strict
    ),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["TestSupport", "Workbooks"], swiftSettings: strict),
    .testTarget(
      name: "SourcingFilesTests",
      dependencies: [
        "Formulation", "GLPKSolver", "Scenarios", "Sourcing", "SourcingFiles", "Tables",
        "TestSupport", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CostFlowsTests", dependencies: ["CostFlows", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "FormulationTests",
      dependencies: [
        "CaseSupport", "Formulation", "GLPKSolver", "LinearProgramming", "Planning", "Scenarios",
        "Sourcing", "SourcingFiles", "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PlanningTests",
      dependencies: [
        "CaseSupport", "Formulation", "GLPKSolver", "LinearProgramming", "Planning", "Sourcing",
        "SourcingFiles", "Tables", "TestSupport", .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Published"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ImportingTests",
      dependencies: [
        "GLPKSolver", "Importing", "LinearProgramming", "Planning", "Sourcing", "SourcingFiles",
        "Tables", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GamesTests",
      dependencies: ["Games", "GLPKSolver", "LinearProgramming", "Tables", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ScenariosTests",
      dependencies: [
        "Analysis", "CaseSupport", "Formulation", "GLPKSolver", "Games", "LinearProgramming",
        "Planning", "Scenarios", "Sourcing", "SourcingFiles", "Studies", "Tables", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "EarlyWarningTests",
      dependencies: [
        "Analysis", "CaseSupport", "EarlyWarning", "GLPKSolver", "Importing", "LinearProgramming",
        "Planning", "Scenarios", "Sourcing", "SourcingFiles", "Statistics", "Tables", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StudiesTests",
      dependencies: [
        "Analysis", "CaseSupport", "GLPKSolver", "LinearProgramming", "Planning", "Scenarios",
        "Sourcing", "SourcingFiles", "Statistics", "Studies", "Tables", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "CaseSupport",
      dependencies: [
        "Analysis", "GLPKSolver", "LinearProgramming", "Planning", "Sourcing", "SourcingFiles",
        "TestSupport",
      ],
      path: "Tests/CaseSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "CaseSupport", "CostFlows", "Formulation", "GLPKSolver", "Planning", "Sourcing",
        "SourcingFiles", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StorageTests", dependencies: ["Outputs", "Storage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Analysis", "CaseSupport", "EarlyWarning", "GLPKSolver", "Importing", "Planning",
        "Reporting", "Scenarios", "Sourcing", "SourcingFiles", "Storage", "Studies", "Tables",
        "TestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "TestSupport"], exclude: ["Golden"],
      swiftSettings: strict),
    // Pages as text, and as headless Chromium draws them.
    .testTarget(
      name: "PagesTests",
      dependencies: [
        "Analysis", "CaseSupport", "Charts", "EarlyWarning", "GLPKSolver", "Games", "Importing",
        "LinearProgramming", "Pages",
        "Planning", "Reporting", "Scenarios", "Sourcing", "SourcingFiles", "Statistics", "Storage",
        "Studies", "Tables", "TestSupport", "plusone",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "plusoneTests",
      dependencies: [
        "Analysis", "Formulation", "GLPKSolver", "Games", "LinearProgramming", "Outputs",
        "Planning", "Reporting", "Scenarios", "Sourcing", "SourcingFiles", "Storage", "Tables",
        "TestSupport", "plusone", .product(name: "Yams", package: "Yams"),
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
        "Analysis", "Formulation", "GLPKSolver", "LinearProgramming", "Planning", "Reporting",
        "Scenarios", "Sourcing", "SourcingFiles", "Storage",
        .product(name: "Benchmark", package: "swift-benchmark"),
      ],
      path: "Benchmarks",
      swiftSettings: strict
    ))
}

// `make docs`: the plugin is no part of the program, so no other build fetches it.
if Context.environment["PLUSONE_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// `make test`: optimised code under test takes a fifth of the time. Only if asked for: SwiftPM refuses a dependency
// with such flags. The tests themselves are not optimised; they run too little of their own code.
if Context.environment["PLUSONE_OPTIMISED"] != nil {
  for target in package.targets where [.regular, .executable].contains(target.type) {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [.unsafeFlags(["-O"], .when(configuration: .debug))]
  }
}
