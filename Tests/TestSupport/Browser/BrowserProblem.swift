/// Why a page could not be drawn or asked.
public struct BrowserProblem: Error, Sendable, CustomStringConvertible {
  public var description: String

  init(_ description: String) { self.description = description }
}
