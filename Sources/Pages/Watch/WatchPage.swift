import Charts
public import EarlyWarning
import Importing
public import Reporting
public import Sourcing

extension Page {
  /// The page of watched trade: what has moved, what it would cost, and the imports and unit values over time.
  ///
  /// - Parameters:
  ///   - watch: what was seen.
  ///   - instance: the instance by whose plan alerts are priced; nil: none.
  ///   - model: the model of the plan; nil: none.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(
    watch: Watch, of instance: Instance? = nil, _ model: Model? = nil, report: some BlockReport,
    making: Making
  ) {
    let findings = WatchFindings(watch)
    self.init(
      question: Question(
        title: "What has moved in the imports of \(findings.importer), and what it would cost",
        instance: instance?.shownTitle ?? watch.source.rawValue, settings: findings.settings),
      answer: findings.answer, figures: findings.figures, assumed: findings.assumed,
      pictures: WatchPictures(watch, of: instance, model).all, report: report.resolvedBlocks,
      making: making)
  }
}
