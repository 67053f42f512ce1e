/// A number of targets in words: `1 target`, `2 targets`.
package func targetCount(_ count: Int) -> String {
  count == 1 ? "1 target" : "\(count) targets"
}
