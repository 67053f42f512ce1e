import Tables

/// The `instance.yaml` of a new instance.
struct NewManifest {
  private let imported: ImportedInstance
  private let folder: String
  private let rival: String?

  /// - Parameter rival: the value of the parameter `rival`; nil: it has none.
  init(_ imported: ImportedInstance, folder: String, rival: String?) {
    self.imported = imported
    self.folder = folder
    self.rival = rival
  }

  var text: String {
    let name = identifier
    let first = imported.years.first ?? 2024
    let last = (imported.years.last ?? first) + 1
    var lines = [
      "name: \(name)", "title: \(quotedYAML(imported.title ?? name))",
      "currency: \(MoneyUnit.standard.words)  # current prices, each year's own",
      OwnManifest.note, OwnManifest.periods(from: first, to: last),
      "discount_rate: 0.05  # assumption",
    ]
    if let home = imported.home { lines.append("home: \(home)") }
    if let parameters = OwnManifest.parameters(rival: rival, focus: imported.focus) {
      lines += [
        "# Values for models: the largest supplier, and the first commodity.", parameters,
      ]
    }
    lines += ["sources:", "  - \(quotedYAML(imported.source))", ""]
    return lines.joined(separator: "\n")
  }

  /// The folder's name with signs that names may not have replaced.
  private var identifier: String {
    let allowed = folder.lastPathPart.map { sign in
      sign.isASCII && (sign.isLetter || sign.isNumber || "_.-".contains(sign)) ? sign : "_"
    }
    let name = String(allowed.drop { !$0.isLetter && !$0.isNumber })
    return name.isEmpty ? "imported" : name
  }
}
