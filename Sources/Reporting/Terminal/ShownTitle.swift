package import Sourcing

/// What a report has as its heading.
package protocol Titled {
  /// Its id.
  var name: String { get }
  /// Empty where there is none.
  var title: String { get }
}

extension Titled {
  /// The title; the name where there is none.
  package var shownTitle: String { title.isEmpty ? name : title }
}

extension Instance: Titled {}
extension Model: Titled {}
extension Summary.Source: Titled {}
