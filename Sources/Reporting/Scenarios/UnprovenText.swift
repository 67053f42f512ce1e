/// The sentence of reports for a plan that was not found, without proof that there is none.
public enum UnprovenText {
  /// For mixed-integer programs only.
  public static let sentence =
    "That no plan exists is what branch and cut says; to prove it takes too many branches."
}
