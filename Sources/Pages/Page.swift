public import Charts
public import Reporting

/// What one HTML page shows: the question, the answer with its main figures, pictures, tables, and how it was made.
public struct Page: Sendable {
  /// The words of the browser's tab: what was asked of what.
  public var title: String
  /// What was asked.
  public var question: Question
  /// What came out.
  public var answer: Answer
  /// Three to five figures with what they are compared with.
  public var figures: [KeyFigure]
  /// What is assumed: ranges where there are any, moved assumptions, what the figures are of; a sentence each.
  public var assumed: [String]
  /// The pictures, the most important first.
  public var pictures: [Picture]
  /// The whole report, as it is printed in a terminal.
  public var report: [ReportBlock]
  /// How the page was made.
  public var making: Making

  /// What was asked.
  public struct Question: Sendable {
    /// Title of the model, or of the question: `At most 50% of Japan's rare earths from China`.
    public var title: String
    /// Title of the instance.
    public var instance: String
    /// What was set for this run, a sentence each.
    public var settings: [String]

    /// - Parameters:
    ///   - title: of the model, or of the question.
    ///   - instance: title of the instance.
    ///   - settings: what was set for this run, a sentence each.
    public init(title: String, instance: String, settings: [String]) {
      self.title = title
      self.instance = instance
      self.settings = settings
    }
  }

  /// What came out.
  public struct Answer: Sendable {
    /// One sentence, or few.
    public var text: String
    /// Whether it is what was wished.
    public var mood: Mood

    /// - Parameters:
    ///   - text: one sentence, or few.
    ///   - mood: whether it is what was wished.
    public init(_ text: String, _ mood: Mood = .neutral) {
      self.text = text
      self.mood = mood
    }
  }

  /// Whether something is what was wished.
  public enum Mood: String, Sendable {
    /// All goals are met as wished.
    case good
    /// Something is missed, or there is no answer.
    case bad
    /// Nothing was wished.
    case neutral
  }

  /// One of the main figures.
  public struct KeyFigure: Sendable {
    /// Whose it is and of what: `Japan's bill`.
    public var label: String
    /// With its unit: `10,556 USD million (2019)`.
    public var value: String
    /// What it is compared with: `9.213 (0.087%) more than without goals`; nil: nothing.
    public var compared: String?
    /// How sure it is: `in 90% of 200 worlds 5.3 to 43.7 (median 14.9)`; nil: that was not asked.
    public var range: String?

    /// - Parameters:
    ///   - label: whose it is and of what.
    ///   - value: with its unit.
    ///   - compared: what it is compared with.
    ///   - range: how sure it is.
    public init(_ label: String, _ value: String, compared: String? = nil, range: String? = nil) {
      self.label = label
      self.value = value
      self.compared = compared
      self.range = range
    }
  }

  /// How a page was made.
  public struct Making: Sendable {
    /// Name and version of the program.
    public var program: String
    /// The command as it was typed.
    public var command: String
    /// Names of inputs with the hashes of what was read.
    public var inputs: [(name: String, hash: String)]
    /// Name and version of the solver; nil: nothing was solved.
    public var solver: String?
    /// What nobody set, such as parameters with their defaults, a sentence each.
    public var defaults: [String]

    /// - Parameters:
    ///   - program: name and version of the program.
    ///   - command: the command as it was typed.
    ///   - inputs: names of inputs with the hashes of what was read.
    ///   - solver: name and version of the solver.
    ///   - defaults: what nobody set, a sentence each.
    public init(
      program: String, command: String, inputs: [(name: String, hash: String)] = [],
      solver: String? = nil, defaults: [String] = []
    ) {
      self.program = program
      self.command = command
      self.inputs = inputs
      self.solver = solver
      self.defaults = defaults
    }
  }

  /// A page.
  ///
  /// - Parameters:
  ///   - question: what was asked.
  ///   - answer: what came out.
  ///   - figures: three to five figures with what they are compared with.
  ///   - assumed: what is assumed, a sentence each.
  ///   - pictures: the pictures, the most important first. One with an id that is taken gets a number.
  ///   - report: the whole report.
  ///   - making: how the page was made.
  public init(
    question: Question, answer: Answer, figures: [KeyFigure], assumed: [String] = [],
    pictures: [Picture] = [], report: [ReportBlock] = [], making: Making
  ) {
    title = "\(question.title) · \(question.instance)"
    self.question = question
    self.answer = answer
    self.figures = figures
    self.assumed = assumed
    self.pictures = pictures.withDistinctIDs
    self.report = report
    self.making = making
  }
}

extension [Picture] {
  /// The same with a number after each id that an earlier one has: ids of goods that differ can look alike in them.
  fileprivate var withDistinctIDs: [Picture] {
    var taken: Set<String> = []
    return map { picture in
      var picture = picture
      let id = picture.id
      var number = 1
      while !taken.insert(picture.id).inserted {
        number += 1
        picture.id = "\(id)-\(number)"
      }
      return picture
    }
  }
}
