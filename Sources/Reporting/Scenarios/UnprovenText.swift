/// How reports say that no plan was found but that this is not proven.
public enum UnprovenText {
  /// That is said of a mixed-integer program only.
  public static let sentence =
    "That no plan exists is what branch and cut says; to prove it takes too many branches."
}
