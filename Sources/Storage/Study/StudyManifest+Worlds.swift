import Statistics
import Studies

/// The worlds of a study in its manifest: enough to draw them again.
extension StudyManifest.Worlds {
  private static let shapes: [(shape: UncertainFactor.Shape, name: String)] = [
    (.triangular, "triangular"), (.uniform, "uniform"),
  ]

  init(_ worlds: DrawnWorlds) {
    samples = worlds.samples
    seed = Int(worlds.seed)
    sobol = worlds.sobol > 0 ? worlds.sobol : nil
    assumptions = worlds.factors.map(\.name)
    drawn = zip(worlds.factors, worlds.titles).map { factor, title in
      Drawn(
        assumption: factor.name, title: title,
        distribution: Self.shapes.first { $0.shape == factor.shape }?.name ?? "",
        from: factor.range.lowerBound, to: factor.range.upperBound)
    }
  }

  /// The worlds; nil if the manifest does not say how they are drawn.
  var drawnWorlds: DrawnWorlds? {
    guard let drawn, seed >= 0 else { return nil }
    let factors = drawn.compactMap { drawn -> UncertainFactor? in
      let shape = Self.shapes.first { $0.name == drawn.distribution }?.shape
      guard let shape, drawn.from <= drawn.to else { return nil }
      return UncertainFactor(name: drawn.assumption, shape: shape, range: drawn.from...drawn.to)
    }
    guard factors.count == drawn.count else { return nil }
    return DrawnWorlds(
      factors: factors, titles: drawn.map(\.title), samples: samples, seed: UInt64(seed),
      sobol: sobol ?? 0)
  }
}
