/// A text as a shell takes it for one word: in single quotes where it has other signs than letters, digits and a few
/// plain ones, such as blanks.
public func shellWord(_ text: String) -> String {
  let isPlain =
    !text.isEmpty && text.first != "~"
    && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./=:,%+@~".contains($0) }
  return isPlain ? text : "'\(text.replacing("'", with: "'\\''"))'"
}
