import Charts
import Testing

@Suite("Colours")
struct PaletteTests {
  @Test("shades of a colour differ, go from dark to light, and have the form #rrggbb")
  func shades() {
    for count in [2, 5, 40] {
      let shades = Palette.shades(of: Palette.partner, count: count)
      #expect(Set(shades).count == count)
      #expect(shades.allSatisfy { $0.count == 7 && $0.hasPrefix("#") })
      let light = shades.map { Int($0.dropFirst(), radix: 16).map { $0 >> 16 } ?? -1 }
      #expect(light == light.sorted())
    }
    #expect(Palette.shades(of: Palette.rival, count: 1) == [Palette.rival])
  }

  @Test("choices have colours that mean nothing else")
  func choices() {
    let meanings = [
      Palette.home, Palette.rival, Palette.partner, Palette.other, Palette.shortage, Palette.stock,
      Palette.built, Palette.compared,
    ]
    #expect(Set(Palette.choices).isDisjoint(with: meanings))
    #expect(Set(Palette.choices + [Palette.heat[0]]).count == Palette.choices.count + 1)
  }

  @Test("a region has the colour of its role, the same whatever else is drawn")
  func regions() {
    let regions = SamplePictures.regions
    #expect(regions.colour("RIV") == Palette.rival)
    #expect(regions.colour("HOM") == Palette.home)
    #expect(regions.ordered(["OTH", "HOM", "RIV", "NEW"]) == ["RIV", "HOM", "OTH", "NEW"])
    #expect(regions.colour("NEW") == Palette.other)
    #expect(regions.name("NEW") == "NEW")
  }
}
