import Foundation
import SourcingFiles
import TestSupport
import Testing

@Suite("The comment at the top of a model's file")
struct ModelHeaderTests {
  private func header(_ text: String) throws -> ModelHeader {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "m.yaml")
      try Data(text.utf8).write(to: file)
      return try ModelHeader(file: file.path)
    }
  }

  @Test("explains every parameter of every model that comes with the program")
  func shipped() throws {
    var count = 0
    for name in TestPaths.modelNames {
      let header = try ModelHeader(file: TestPaths.model(name))
      #expect(header.description.count > 20 && header.title.count > 5, "\(name)")
      for parameter in header.parameters {
        #expect(!parameter.meaning.isEmpty, "\(name): \(parameter.name)")
        #expect(!parameter.value.isEmpty, "\(name): \(parameter.name)")
        count += 1
      }
    }
    #expect(count > 50)
  }

  @Test("has a description, meanings of several lines, and meanings of several parameters")
  func parts() throws {
    let found = try header(
      """
      # A cap on one supplier,
      # whoever it is.
      #
      # of, upon  the region that is supplied, and the one
      #           that it relies upon
      # cap       the largest share
      # other  no parameter has this name
      #           and this continues nothing
      name: m
      title: At most $cap
      # by  a comment further down
      parameters: {of: $home, upon: B, cap: {2030: 50%}, by: last}
      """)
    #expect(found.description == "A cap on one supplier, whoever it is.")
    #expect(found.title == "At most $cap")
    #expect(
      found.parameters.map { "\($0.name) = \($0.value): \($0.meaning)" } == [
        "of = $home: the region that is supplied, and the one that it relies upon",
        "upon = B: the region that is supplied, and the one that it relies upon",
        "cap = {2030: 50%}: the largest share", "by = last: ", "others_keep = 0: \(Self.common)",
      ])
  }

  @Test("others_keep is a parameter of every model, with its value in the file, once")
  func othersKeep() throws {
    let shown = { (text: String) in
      try self.header(text).parameters.map { "\($0.name) = \($0.value): \($0.meaning)" }
    }
    #expect(try shown("name: m\n") == ["others_keep = 0: \(Self.common)"])
    #expect(
      try shown("# A cap.\n#\n# others_keep  what they keep\nname: m\nothers_keep: 40%\n")
        == ["others_keep = 40%: what they keep"])
    #expect(
      try shown("# A cap.\n#\n# others_keep  a\nparameters: {others_keep: 100%, b: 1}\n")
        == ["others_keep = 100%: a", "b = 1: "])
    for name in TestPaths.modelNames {
      let header = try ModelHeader(file: TestPaths.model(name))
      #expect(header.parameters.count { $0.name == "others_keep" } == 1, "\(name)")
    }
  }

  /// What it means where a comment does not say it.
  private static let common =
    "the share of their trade in the plan without goals that others keep (default 0; every model takes it)"

  @Test("may be missing")
  func none() throws {
    let found = try header("name: m\nparameters: {a: 1}\n")
    #expect(found.description == "" && found.title == "")
    #expect(found.parameters.first == .init(name: "a", value: "1", meaning: ""))
  }
}
