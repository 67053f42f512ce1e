/// A value with all that it holds as a text. Equal values have equal texts: dictionaries and sets are sorted.
func valueText(_ value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  var parts = mirror.children.map { child in
    (child.label.map { "\($0): " } ?? "") + valueText(child.value)
  }
  switch mirror.displayStyle {
  case .dictionary, .set: parts.sort()
  case .enum where mirror.children.isEmpty: return "\(value)"
  default: break
  }
  return parts.isEmpty ? "\(value)" : "(\(parts.joined(separator: ", ")))"
}
