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
    let document = try YAMLReader.read(file: file).document
    title = document?["title"]?.scalar ?? ""
  }
}
