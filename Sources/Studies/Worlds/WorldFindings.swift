import Synchronization

/// What sampled worlds say of a study. It takes long to work out, and tables, report and page all need it: it is worked
/// out when it is first asked for, and only once.
final class WorldFindings: Sendable {
  private struct Found {
    var boxes: StudyBoxes?
    var indices: StudyIndices?
  }

  private let found = Mutex(Found())

  func boxes(of comparison: Comparison) -> StudyBoxes {
    found.withLock { found in
      let boxes = found.boxes ?? StudyBoxes(comparison)
      found.boxes = boxes
      return boxes
    }
  }

  func indices(of comparison: Comparison) -> StudyIndices {
    found.withLock { found in
      let indices = found.indices ?? StudyIndices(comparison)
      found.indices = indices
      return indices
    }
  }
}

extension Comparison {
  /// Where claims fail in the sampled worlds; worked out once.
  public var boxes: StudyBoxes { findings.boxes(of: self) }

  /// Which assumptions decide all measures that some run has; worked out once.
  public var indices: StudyIndices { findings.indices(of: self) }
}
