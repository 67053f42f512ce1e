/// Where a result is written: a folder of results, or what a command prints with `--format`. The raw value is its text
/// on the page of formats.
package enum ResultPlace: String, Sendable, CaseIterable {
  // Folders of results.
  case solveFolder = "solve --out"
  case stressFolder = "stress --out"
  case chokepointsFolder = "chokepoints --out"
  case stockpileFolder = "stockpile --out"
  case study = "study"
  /// The folder of one run, in the folder of a study.
  case run = "study, each run"

  // What commands print.
  case solveCSV = "solve --format csv"
  case solveJSON = "solve --format json"
  case reportCSV = "report --format csv"
  case reportJSON = "report --format json"
  case explainCSV = "explain --format csv"
  case explainJSON = "explain --format json"
  case frontierCSV = "frontier --format csv"
  case frontierJSON = "frontier --format json"
  case alternativesCSV = "alternatives --format csv"
  case alternativesJSON = "alternatives --format json"
  case stressCSV = "stress --format csv"
  case stressJSON = "stress --format json"
  case chokepointsCSV = "chokepoints --format csv"
  case chokepointsJSON = "chokepoints --format json"
  case stockpileCSV = "stockpile --format csv"
  case stockpileJSON = "stockpile --format json"
  case splitCSV = "split --format csv"
  case splitJSON = "split --format json"
  case studyCSV = "study --format csv"
  case studyJSON = "study --format json"
  case studyResultsCSV = "study results --format csv"
  case studyResultsJSON = "study results --format json"
  case importCSV = "import --format csv"
  case importJSON = "import --format json"
}
