/// The colours of the rules by which a saving is split: those of choices.
enum SplitColours {
  static let all = zip(["shapley", "proportional", "nucleolus"], Palette.choices)
    .map { (value: $0, colour: $1) }
}
