import Reporting
import Studies

extension Page {
  /// The page on the runs of a study.
  ///
  /// - Parameters:
  ///   - subject: the study and what of it is shown.
  ///   - making: how the page was made.
  public init(study subject: StudySubject, making: Making) {
    let words = StudyWords(subject)
    let answer = StudyAnswer(words)
    self.init(
      question: Question(
        title: "Which option is worth choosing? \(subject.name)", instance: subject.names.title,
        settings: answer.settings),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed,
      pictures: StudyPictures(words).all, report: subject.report.resolvedBlocks, making: making)
  }
}
