/// The colours of the rules by which a saving is split: shades of the colour of what is reported.
enum SplitColours {
  static let all = zip(
    ["shapley", "proportional", "nucleolus"], Palette.shades(of: Palette.plan, count: 3)
  ).map { (value: $0, colour: $1) }
}
