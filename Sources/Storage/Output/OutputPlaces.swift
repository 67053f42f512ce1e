public import Outputs

/// Checks of the places of outputs against what is read and against each other, before any work is done. A device or a
/// stream is no place.
public enum OutputPlaces {
  /// Refuses an output in a folder of results that is read. A plan without goals is read with the folder of the plan that it
  /// is in.
  ///
  /// - Throws: `OutputFailure`.
  public static func check(_ output: String, outside folder: String) throws(OutputFailure) {
    guard !OutputPath.isDevice(output) else { return }
    let place = try OutputPath(output)
    guard
      place.isInside(folder)
        || (StoredPlan.isInPlan(folder) && place.isInside("\(folder)/.."))
    else { return }
    throw OutputFailure(
      path: output, reason: "is in \(folder), which this command reads; name another place")
  }

  /// Refuses outputs of one command that are at one place, or one in another.
  ///
  /// - Throws: `OutputFailure`.
  public static func checkApart(_ outputs: [String]) throws(OutputFailure) {
    var places: [OutputPath] = []
    for output in outputs where !OutputPath.isDevice(output) {
      let place = try OutputPath(output)
      for other in places {
        if other.holds(place.path) { throw clash(place, with: other) }
        if place.holds(other.path) { throw clash(other, with: place) }
      }
      places.append(place)
    }
  }

  private static func clash(_ inner: OutputPath, with outer: OutputPath) -> OutputFailure {
    let how = inner.path == outer.path ? "is the place of" : "is in"
    return OutputFailure(
      path: inner.named,
      reason: "\(how) \(outer.named), which this command writes too; name another place")
  }
}
