import Sourcing

extension Instance {
  /// Names of the instance and of a model with the hashes of what was read, for a page.
  func inputHashes(with model: Model) -> [(name: String, hash: String)] {
    [("instance \(name)", contentHash), ("model \(model.name)", model.contentHash)]
  }
}
