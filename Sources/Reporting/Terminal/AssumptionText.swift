package import Sourcing
import Tables

/// Where assumptions stand, in words. What is planned for a moved world must say so.
public enum AssumptionText {
  /// `Assumptions: rival-cost at high (+1), growth at 0.5; all else as in the tables.`
  ///
  /// - Parameter places: the place z of each assumption that is moved, by id.
  /// - Returns: the sentence; nil if none is moved.
  public static func sentence(_ places: [String: Double]?) -> String? {
    guard let places, !places.isEmpty else { return nil }
    let texts = places.sorted { $0.key < $1.key }.map { "\($0.key) \(place($0.value))" }
    return "Assumptions: \(texts.joined(separator: ", ")); all else as in the tables."
  }

  /// `at low (-1)`, `at 0.5`; `as in the tables` at 0.
  ///
  /// - Parameter z: the place; nil: 0.
  public static func place(_ z: Double?) -> String {
    switch z {
    case nil, 0: "as in the tables"
    case Assumption.range.lowerBound: "at low (-1)"
    case Assumption.range.upperBound: "at high (+1)"
    case .some(let z): "at \(DecimalNumber.text(z))"
    }
  }
}

extension Instance {
  /// Which assumptions are moved, in a sentence; nil if none is.
  package var assumptionText: String? { AssumptionText.sentence(movedAssumptions) }

  /// The places of the assumptions that are moved, for a key of JSON; nil if none is.
  var assumptionsAsKey: [String: Double]? { movedAssumptions.isEmpty ? nil : movedAssumptions }
}
