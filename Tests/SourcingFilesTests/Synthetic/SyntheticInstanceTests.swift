import SourcingFiles
import Testing

@Suite("Synthetic instances")
struct SyntheticInstanceTests {
  @Test("sizes are read as REGIONSxSTAGESxPERIODS")
  func sizes() {
    #expect(SyntheticInstance.Size("40x4x10")?.description == "40x4x10")
    for wrong in [
      "", "40", "40x4", "2x4x10", "40x1x10", "40x4x1", "40x4x10x2", "ax4x10", "9999x4x10",
      "1000x1000x1000",
    ] {
      #expect(SyntheticInstance.Size(wrong) == nil)
    }
  }

  @Test("the same seed makes the same instance, and another seed makes another one")
  func seeded() throws {
    let size = try #require(SyntheticInstance.Size("5x3x4"))
    let files = { SyntheticInstance(size: size, seed: $0).files(name: "x") }
    #expect(files(3) == files(3))
    #expect(files(3)["lanes.csv"] != files(4)["lanes.csv"])
    let lanes = try #require(files(3)["lanes.csv"]).split(separator: "\n")
    #expect(lanes.count == 2 + 4 * 5 * 4)
    #expect(
      lanes.prefix(3) == [
        "commodity,origin,destination,unit_cost,tariff", "*,*,*,20,", "good1,R1,R2,0.24,0.0484",
      ])
  }
}
