/// The `instance.yaml` after an import: a new one, or the import's own one with more years.
struct ManifestUpdate {
  /// The text to write; nil: the file stays as it is.
  let text: String?
  /// Lines about what changed.
  private(set) var changes: [String] = []

  init(_ imported: ImportedInstance, _ target: ImportTarget, _ stubs: StubMerge) {
    guard target.instance != nil else {
      let rival = imported.home.flatMap { stubs.now.rival(of: $0, focus: imported.focus) }
      text = NewManifest(imported, folder: target.folder, rival: rival).text
      return
    }
    guard let old = target.manifest else {
      text = nil
      return
    }
    var manifest = old
    manifest.extend(to: imported.years)
    if let home = old.home {
      manifest.change(
        rival: stubs.before.rival(of: home, focus: old.focus),
        to: stubs.now.rival(of: home, focus: old.focus))
    }
    manifest.add(source: imported.source)
    text = manifest.text == old.text ? nil : manifest.text
    if (manifest.from, manifest.to) != (old.from, old.to) {
      changes = [
        "instance.yaml: periods \(manifest.from) to \(manifest.to) (before: \(old.from) to \(old.to))"
      ]
    }
  }
}
