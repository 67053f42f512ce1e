public import Tables

/// What an instance's folder says about the instance in `instance.yaml`, without its tables.
public struct InstanceHeader: Sendable {
  /// What it is about; empty if the file has no title.
  public var title: String

  /// Reads the header of an instance.
  ///
  /// - Parameter folder: path of the instance's folder.
  /// - Throws: why the file cannot be read, or is no YAML mapping. What is wrong in other keys is no problem here.
  public init(folder: String) throws(InputProblems) {
    let file = "\(folder)/\(Manifest.fileName)"
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: file, limit: FileLimit.text) } catch {
      throw InputProblems(error, file: file)
    }
    let log = ProblemLog()
    let document = YAMLReader.read(bytes, file: file, log: log)
    try log.throwIfAny()
    title = document?["title"]?.scalar ?? ""
  }
}
