import CaseSupport
import Charts
import GLPKSolver
import Pages
import Reporting
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// What the page of an explanation says.
@Suite("Pages of explanations")
struct ExplanationPageTests {
  private static func read(_ name: String) throws -> (Instance, Model) {
    let instance = try InstanceReader.read(folder: TestPaths.case(name))
    let model = try ModelReader.read(
      file: TestPaths.case(name) + "/model.yaml", instance: instance)
    return (instance, model)
  }

  private static func page(_ explanation: Explanation, _ instance: Instance, _ model: Model) -> Page
  {
    Page(
      explanation: explanation, of: instance, model,
      making: .init(program: "PlusOne", command: "plusone explain"))
  }

  @Test("of a feasible model it says what is saved without the goal that costs most")
  func feasible() throws {
    let (instance, model) = try Self.read("goal-reliance")
    let explanation = try Explainer(solver: GLPKSolver()).explain(instance, model)
    let page = Self.page(explanation, instance, model)
    let table = ExplanationReport(explanation, of: instance, model).table
    let saved = try #require(table.rows.compactMap { $0.number("saved") }.max())
    #expect(saved > 0)
    #expect(page.answer.text.contains("save \(NumberText.amount(saved))"))
    #expect(page.figures[0].value.hasPrefix(NumberText.amount(saved)))
    // One bar says no more than the answer.
    #expect(!page.pictures.contains { $0.id == "goal-savings" })
    for picture in page.pictures { try PictureCells.expectAll(of: picture, in: [table]) }
  }

  @Test("of an infeasible model it names what contradicts, and the targets of a plan")
  func infeasible() throws {
    let (instance, model) = try Self.read("infeasible")
    let explanation = try Explainer(solver: GLPKSolver()).explain(instance, model)
    let page = Self.page(explanation, instance, model)
    guard case .infeasible(let conflict?, let advice?) = explanation.finding else {
      Issue.record("no conflict")
      return
    }
    let first = try #require(conflict.texts(in: instance, model).first)
    #expect(page.answer.text.contains(first.prefix(12)))
    #expect(page.answer.mood == .bad && page.pictures.isEmpty)
    #expect(page.figures.count == min(5, advice.joint.count))
  }

  @Test("where the time limit came first it says so")
  func unknown() throws {
    let (instance, model) = try Self.read("goal-reliance")
    var explanation = try Explainer(solver: GLPKSolver()).explain(instance, model)
    explanation.finding = .unknown
    explanation.isComplete = false
    let page = Self.page(explanation, instance, model)
    #expect(page.answer.text.hasPrefix("The time limit was reached"))
    #expect(page.figures.isEmpty && page.pictures.isEmpty)
  }
}
