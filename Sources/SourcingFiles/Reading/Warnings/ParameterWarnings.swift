import Sourcing
import Tables

extension WarningFinder {
  /// Parameters that name blocs of the content of bills, but name nothing: the content would leave them out.
  func unknownBlocs() -> [Problem] {
    Instance.contentParameters.compactMap { name in
      guard let value = instance.parameters[name], instance.regionSet(value) == nil else {
        return nil
      }
      let hint = nearestHint(to: value, among: instance.regionSetNames, listsKnown: false)
      return Problem(
        "the parameter `\(name)` must name a region or a bloc: found `\(value)`\(hint). The content of bills leaves it out",
        file: tables.folder + "/" + Manifest.fileName,
        line: tables.manifest.parameterLines[name], column: "parameters", severity: .warning)
    }
  }
}
