/// What a country exports of its own goods: its exports without its re-exports.
///
/// The part that remains is 1 − re-exports / exports. By weight and by value each is computed from its own figures. Where
/// one of the two is not known, or re-exports would be larger than exports, the other counts for both.
enum DomesticExports {
  case part(TradeSide, Remark?)
  /// Nothing remains: all exports are re-exports.
  case none

  /// What is uncertain about the part.
  enum Remark: Hashable {
    /// The weight is estimated in proportion to the value.
    case weightByValue
    /// The value is estimated in proportion to the weight.
    case valueByWeight
    /// The re-exports have no figure that can be used, so that nothing is taken off.
    case nothingKnown

    var text: String {
      switch self {
      case .weightByValue: "weight of re-exports not known: taken off in proportion to their value"
      case .valueByWeight: "value of re-exports not known: taken off in proportion to their weight"
      case .nothingKnown: "re-exports without a figure to compare: nothing is taken off"
      }
    }
  }

  init(exports: TradeSide, reexports: TradeSide?) {
    guard let reexports else {
      self = .part(exports, nil)
      return
    }
    let isWeighed = exports.unweighed.isEmpty && reexports.unweighed.isEmpty
    let byWeight = isWeighed ? Self.share(reexports.tons ?? 0, of: exports.tons ?? 0) : nil
    let byValue = Self.share(reexports.total, of: exports.total)
    let (weight, value) = (Self.possible(byWeight), Self.possible(byValue))
    guard let share = weight ?? value else {
      let isMore = byWeight != nil || byValue != nil
      self = isMore ? .none : .part(exports, .nothingKnown)
      return
    }
    guard share < 1 - Self.roundOff else {
      self = .none
      return
    }
    let part = exports.scaled(weight: 1 - share, value: max(0, 1 - (value ?? share)))
    let remark: Remark? = weight == nil ? .weightByValue : value == nil ? .valueByWeight : nil
    self = .part(part, exports.tons == nil && remark == .weightByValue ? nil : remark)
  }

  private static let roundOff = 1e-9

  /// nil if one of the two is not known.
  private static func share(_ part: Double, of whole: Double) -> Double? {
    part > 0 && whole > 0 ? part / whole : nil
  }

  /// nil if the part is larger than the whole.
  private static func possible(_ share: Double?) -> Double? {
    share.flatMap { $0 <= 1 + roundOff ? $0 : nil }
  }
}
