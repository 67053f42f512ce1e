import Tables

/// The `instance.yaml` of a new instance.
struct NewManifest {
  private let imported: ImportedInstance
  private let folder: String

  init(_ imported: ImportedInstance, folder: String) {
    self.imported = imported
    self.folder = folder
  }

  var text: String {
    let name = identifier
    let first = imported.years.first ?? 2024
    let last = (imported.years.last ?? first) + 1
    var lines = [
      "name: \(name)", "title: \(quoted(imported.title ?? name))",
      "currency: \(MoneyUnit.standard.words)  # current prices, each year's own",
      "# The years with data, and one more to plan for; add as many as you like.",
      "periods: {from: \(first), to: \(last)}",
      "discount_rate: 0.05  # assumption",
    ]
    if let home = imported.home { lines.append("home: \(home)") }
    let parameters = [("rival", imported.rival), ("focus", imported.focus)].compactMap {
      key, value in
      value.map { "\(key): \($0)" }
    }
    if !parameters.isEmpty {
      lines += [
        "# Values for models: the largest supplier, and the first commodity.",
        "parameters: {\(parameters.joined(separator: ", "))}",
      ]
    }
    lines += ["sources:", "  - \(quoted(imported.source))", ""]
    return lines.joined(separator: "\n")
  }

  /// The folder's name with signs that names may not have replaced.
  private var identifier: String {
    let allowed = fileName(folder).map { sign in
      sign.isASCII && (sign.isLetter || sign.isNumber || "_.-".contains(sign)) ? sign : "_"
    }
    let name = String(allowed.drop { !$0.isLetter && !$0.isNumber })
    return name.isEmpty ? "imported" : name
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
