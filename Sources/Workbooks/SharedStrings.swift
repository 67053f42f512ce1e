/// Reads the texts that cells share. Pronunciations of Asian texts are no part of them.
final class SharedStrings: PartHandler {
  private(set) var failure: WorkbookFailure?
  private(set) var texts: [String] = []
  private let limit: Int
  private var text = ""
  private var isInText = false
  private var isPronunciation = false

  /// - Parameter limit: the most texts.
  init(limit: Int) { self.limit = limit }

  func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "si": text = ""
    case "rPh": isPronunciation = true
    case "t": isInText = !isPronunciation
    default: break
    }
  }

  func end(_ element: String) {
    switch element {
    case "si":
      texts.append(text)
      if texts.count > limit { failure = .tooLarge("it has more than \(limit) texts") }
    case "rPh": isPronunciation = false
    case "t": isInText = false
    default: break
    }
  }

  func text(_ text: String) { if isInText { self.text += text } }
}
