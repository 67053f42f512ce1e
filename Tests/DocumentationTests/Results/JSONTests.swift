import Foundation
import GLPKSolver
import LinearProgramming
import Reporting
import Scenarios
import SourcingFiles
import Storage
import TestSupport
import Testing

@Suite("JSON on the page of formats")
struct JSONTests {
  static let documents = JSONDocument.answers + JSONDocument.stored

  /// The document that a result is.
  private func definition(of result: WrittenResult) -> JSONDocument? {
    Self.documents.first { document in
      document.places.contains { $0.rawValue == result.place }
        && result.fileName.map { $0 == document.name } ?? true
    }
  }

  @Test("is what the commands write, and no more")
  func written() throws {
    var walk = JSONWalk()
    var places: [String: Set<String>] = [:]
    for result in try WrittenResults.shared.get() where result.form == .json {
      // Tables as JSON have the columns of the table: see the tests of tables.
      guard
        !TableDefinition.all.contains(where: { $0.places.map(\.rawValue).contains(result.place) })
          || result.fileName != nil
      else { continue }
      let document = try #require(
        definition(of: result), "\(result.place), \(result.fileName ?? "printed")")
      places[document.name, default: []].insert(result.place)
      try walk.walk(result.bytes, as: document)
    }
    let failed = try failedExplanation()
    for document in Self.documents {
      #expect(places[document.name] == Set(document.places.map(\.rawValue)), "\(document.name)")
      if document.name == "explain" { try walk.walk(failed, as: document) }
    }
    #expect(walk.faults.sorted() == [])
    let described = Self.documents.flatMap(\.root.withInner).flatMap { object in
      object.keys.map { JSONWalk.Key(object: object.title, key: $0.name) }
    }
    let unseen = Set(described).subtracting(walk.shown).map { "\($0.object): \($0.key)" }
    #expect(unseen.sorted() == [], "no command has written these keys")
  }

  @Test("has one title for each kind of object")
  func titles() {
    var keys: [String: [String]] = [:]
    let objects = Self.documents.flatMap(\.root.withAllInner)
    for object in objects {
      let meanings = object.keys.map { "\($0.name): \($0.definition.meaning)" }
      #expect(keys[object.title] ?? meanings == meanings, "\(object.title)")
      keys[object.title] = meanings
    }
    #expect(keys.count > 30)
    #expect(objects.count > keys.count, "else no title is compared")
  }

  /// An explanation that a failure of the solver has cut short, which no small input brings about.
  private func failedExplanation() throws -> Data {
    let folder = TestPaths.case("infeasible")
    let instance = try InstanceReader.read(folder: folder)
    let model = try ModelReader.read(file: folder + "/model.yaml", instance: instance)
    let solver = ScriptedSolver(GLPKSolver()) {
      $0.number < 2 ? .honest : .fails(.refuted("it broke"))
    }
    let explanation = try Explainer(solver: solver).explain(instance, model)
    return try ExplanationReport(explanation, of: instance, model).json()
  }

  @Test("stands on the page")
  func page() throws {
    try GeneratedSection(page: "docs/formats.md", name: "json").expect(
      JSONPage(documents: Self.documents, tables: TableDefinition.all).text)
  }
}
