/// What a country exports of its own goods: its exports without its re-exports.
///
/// The part that remains is 1 − re-exports / exports. By weight and by value each is computed from its own figures.
/// Where one of the two is not known, or re-exports would be larger than exports, the other counts for both.
enum DomesticExports {
  case part(TradeSide, Remark?)
  /// Nothing remains: all exports are re-exports.
  case none

  /// What is uncertain about the part.
  enum Remark: Hashable {
    /// The weight is estimated in proportion to the value.
    case weightByValue(Cause)
    /// The value is estimated in proportion to the weight.
    case valueByWeight(Cause)
    /// The re-exports have no figure that can be used, so that nothing is taken off.
    case nothingKnown

    var text: String {
      switch self {
      case .weightByValue(let cause):
        "weight of \(cause.rawValue) taken off in proportion to their value"
      case .valueByWeight(let cause):
        "value of \(cause.rawValue) taken off in proportion to their weight"
      case .nothingKnown: "re-exports without a figure to compare: nothing is taken off"
      }
    }

    /// Whether the weight that remains is an estimate.
    var isAboutWeight: Bool { if case .valueByWeight = self { false } else { true } }
  }

  /// Why a figure of the re-exports cannot be taken off that of the exports.
  enum Cause: String, Hashable {
    case notKnown = "re-exports not known:"
    case exportsNotKnown = "a part of the exports not known: re-exports are"
    case larger = "re-exports larger than that of the exports:"
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
    // A figure that the exports do not have is not estimated.
    var remark: Remark?
    if weight == nil, exports.tons != nil {
      let isKnown = reexports.tons != nil && reexports.unweighed.isEmpty
      remark = .weightByValue(byWeight != nil ? .larger : isKnown ? .exportsNotKnown : .notKnown)
    } else if value == nil, exports.total > 0 {
      remark = .valueByWeight(byValue != nil ? .larger : .notKnown)
    }
    self = .part(part, remark)
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
