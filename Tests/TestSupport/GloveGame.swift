/// A game with a known answer, as the table that `split` reads: left and right gloves, of which a pair is worth 1.
public enum GloveGame {
  public static let table = """
    coalition,value
    left,0
    right,0
    other,0
    left;right,1
    other;left,1
    right;other,0
    left;right;other,1

    """
}
