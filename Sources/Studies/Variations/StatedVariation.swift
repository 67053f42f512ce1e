import SourcingFiles

/// A variation as the study's file states it, or several of them at once.
struct StatedVariation {
  /// Its name; of a combination the names joined by `+`.
  var name: String
  /// Line of the study's file, from 1.
  var line: Int
  /// In the order in which they are applied.
  var edits: [TableEdit] = []
  /// Assumptions with the places where they stand; each assumption once.
  var places: [StatedPlace] = []
  /// Values of parameters of models, by name.
  var settings: [String: String] = [:]
  /// nil if it is not given.
  var probability: Double?
  /// Whether it is several variations at once.
  var isCombination = false
}

/// An assumption with the place where a variation puts it.
struct StatedPlace {
  var place: AssumptionPlace
  /// Line of the study's file, from 1.
  var line: Int
}
