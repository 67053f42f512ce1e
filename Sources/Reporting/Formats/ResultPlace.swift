/// Where a result is written: a folder of results, or what a command prints with `--format`. The raw value is its text
/// on the page of formats.
package enum ResultPlace: String, Sendable, CaseIterable {
  /// The folder that `solve --out` writes.
  case solveFolder = "solve --out"
  /// The folder that `stress --out` writes.
  case stressFolder = "stress --out"
  /// The folder that `chokepoints --out` writes.
  case chokepointsFolder = "chokepoints --out"
  /// The folder that `worst --out` writes.
  case worstFolder = "worst --out"
  /// The folder that `stockpile --out` writes.
  case stockpileFolder = "stockpile --out"
  /// The folder that `backtest --out` writes.
  case backTestFolder = "backtest --out"
  /// The folder that `sensitivity --out` writes.
  case sensitivityFolder = "sensitivity --out"
  /// The folder that `hedge --out` writes.
  case hedgeFolder = "hedge --out"
  /// The folder that `watch --out` writes.
  case watchFolder = "watch --out"
  /// The folder of a study.
  case study = "study"
  /// The folder of one run, in the folder of a study.
  case run = "study, each run"
  /// The table that `solve` prints.
  case solveCSV = "solve --format csv"
  /// The JSON text that `solve` prints.
  case solveJSON = "solve --format json"
  /// The table that `report` prints.
  case reportCSV = "report --format csv"
  /// The JSON text that `report` prints.
  case reportJSON = "report --format json"
  /// The table that `explain` prints.
  case explainCSV = "explain --format csv"
  /// The JSON text that `explain` prints.
  case explainJSON = "explain --format json"
  /// The table that `frontier` prints.
  case frontierCSV = "frontier --format csv"
  /// The JSON text that `frontier` prints.
  case frontierJSON = "frontier --format json"
  /// The table that `alternatives` prints.
  case alternativesCSV = "alternatives --format csv"
  /// The JSON text that `alternatives` prints.
  case alternativesJSON = "alternatives --format json"
  /// The table that `stress` prints.
  case stressCSV = "stress --format csv"
  /// The JSON text that `stress` prints.
  case stressJSON = "stress --format json"
  /// The table that `chokepoints` prints.
  case chokepointsCSV = "chokepoints --format csv"
  /// The JSON text that `chokepoints` prints.
  case chokepointsJSON = "chokepoints --format json"
  /// The table that `worst` prints.
  case worstCSV = "worst --format csv"
  /// The JSON text that `worst` prints.
  case worstJSON = "worst --format json"
  /// The table that `stockpile` prints.
  case stockpileCSV = "stockpile --format csv"
  /// The JSON text that `stockpile` prints.
  case stockpileJSON = "stockpile --format json"
  /// The table that `backtest` prints.
  case backTestCSV = "backtest --format csv"
  /// The JSON text that `backtest` prints.
  case backTestJSON = "backtest --format json"
  /// The table that `sensitivity` prints.
  case sensitivityCSV = "sensitivity --format csv"
  /// The JSON text that `sensitivity` prints.
  case sensitivityJSON = "sensitivity --format json"
  /// The table that `hedge` prints.
  case hedgeCSV = "hedge --format csv"
  /// The JSON text that `hedge` prints.
  case hedgeJSON = "hedge --format json"
  /// The table that `watch` prints.
  case watchCSV = "watch --format csv"
  /// The JSON text that `watch` prints.
  case watchJSON = "watch --format json"
  /// The table that `split` prints.
  case splitCSV = "split --format csv"
  /// The JSON text that `split` prints.
  case splitJSON = "split --format json"
  /// The table that `study` prints.
  case studyCSV = "study --format csv"
  /// The JSON text that `study` prints.
  case studyJSON = "study --format json"
  /// The table that `study results` prints.
  case studyResultsCSV = "study results --format csv"
  /// The JSON text that `study results` prints.
  case studyResultsJSON = "study results --format json"
  /// The table that `study results --pivot` prints.
  case studyPivotCSV = "study results --pivot --format csv"
  /// The JSON text that `study results --pivot` prints.
  case studyPivotJSON = "study results --pivot --format json"
  /// The table that `study results --robustness` prints.
  case studyRobustnessCSV = "study results --robustness --format csv"
  /// The JSON text that `study results --robustness` prints.
  case studyRobustnessJSON = "study results --robustness --format json"
  /// The table that `study results --boxes` prints.
  case studyBoxesCSV = "study results --boxes --format csv"
  /// The JSON text that `study results --boxes` prints.
  case studyBoxesJSON = "study results --boxes --format json"
  /// The table that `study results --indices` prints.
  case studyIndicesCSV = "study results --indices --format csv"
  /// The JSON text that `study results --indices` prints.
  case studyIndicesJSON = "study results --indices --format json"
  /// The table that `import` prints.
  case importCSV = "import --format csv"
  /// The JSON text that `import` prints.
  case importJSON = "import --format json"
  /// The table that `validate --provenance` prints.
  case validateCSV = "validate --provenance --format csv"
  /// The JSON text that `validate --provenance` prints.
  case validateJSON = "validate --provenance --format json"
  /// The table that `validate --checks` prints.
  case validateChecksCSV = "validate --checks --format csv"
  /// The JSON text that `validate --checks` prints.
  case validateChecksJSON = "validate --checks --format json"
  /// The table that `list` prints.
  case listCSV = "list --format csv"
  /// The JSON text that `list` prints.
  case listJSON = "list --format json"
  /// The table of assumptions that `validate` prints.
  case validateAssumptionsCSV = "validate --assumptions --format csv"
  /// The JSON text on assumptions that `validate` prints.
  case validateAssumptionsJSON = "validate --assumptions --format json"
}
