import Foundation
import Reporting
import TestSupport

/// Compares JSON texts with definitions, and notes what they show.
struct JSONWalk {
  struct Key: Hashable {
    var object: String
    var key: String
  }

  /// Where a text is not as its definition says.
  private(set) var faults: Set<String> = []
  /// Keys that some text has, with a value that is not `null`.
  private(set) var shown: Set<Key> = []

  mutating func walk(_ text: Data, as document: JSONDocument) throws {
    let value = try JSONDecoder().decode(JSONValue.self, from: text)
    check(value, .object(document.root), at: document.name)
  }

  private mutating func check(_ value: JSONValue, _ shape: KeyDefinition.Shape, at place: String) {
    switch (shape, value) {
    case (.text, .text), (.number, .number), (.boolean, .boolean), (.orNull, .null): break
    // Numbers that are not finite.
    case (.number, .text("inf")), (.number, .text("-inf")): break
    case (.orNull(let inner), _): check(value, inner, at: place)
    case (.list(let inner), .list(let values)):
      for value in values { check(value, inner, at: place + "[]") }
    case (.map(_, let inner), .object(let values)):
      for value in values.values { check(value, inner, at: place + "{}") }
    case (.object(let definition), .object(let values)): check(values, definition, at: place)
    default: faults.insert("\(place) has another type than its definition")
    }
  }

  private mutating func check(
    _ values: [String: JSONValue], _ definition: ObjectDefinition, at place: String
  ) {
    for name in values.keys where !definition.keys.contains(where: { $0.name == name }) {
      faults.insert("\(place).\(name) has no definition")
    }
    for (name, key) in definition.keys {
      switch values[name] {
      case nil:
        if key.absent == nil { faults.insert("\(place).\(name) is missing") }
      case .null:
        if key.null == nil { faults.insert("\(place).\(name) is null") }
      case let value?:
        shown.insert(Key(object: definition.title, key: name))
        check(value, key.shape, at: "\(place).\(name)")
      }
    }
  }
}

extension ObjectDefinition {
  /// The object and all that are inside it, each once, in the order in which they first appear.
  var withInner: [ObjectDefinition] {
    var found: [ObjectDefinition] = []
    collect(into: &found)
    return found
  }

  /// The object and all that are inside it, each as often as it appears.
  var withAllInner: [ObjectDefinition] {
    [self] + keys.compactMap(\.definition.shape.object).flatMap(\.withAllInner)
  }

  fileprivate func collect(into found: inout [ObjectDefinition]) {
    guard !found.contains(where: { $0.title == title }) else { return }
    found.append(self)
    for (_, key) in keys { key.shape.object?.collect(into: &found) }
  }
}

extension KeyDefinition.Shape {
  /// The object that stands at the key, in a list or in a map.
  var object: ObjectDefinition? {
    switch self {
    case .text, .number, .boolean: nil
    case .object(let definition): definition
    case .list(let inner), .map(_, let inner), .orNull(let inner): inner.object
    }
  }
}
