import Analysis
package import Reporting
import Studies

extension JSONDocument {
  /// The files of folders of results whose content Reporting does not define.
  package static let stored: [JSONDocument] = [
    JSONDocument("run.json", places: [.run], of: RunRecord.self),
    JSONDocument("times.json", places: [.run], of: RunTimes.self),
    JSONDocument("manifest.json", places: [.study], of: StudyManifest.self),
    JSONDocument(
      "plusone.json",
      places: [
        .solveFolder, .stressFolder, .worstFolder, .stockpileFolder, .backTestFolder,
        .sensitivityFolder, .hedgeFolder, .watchFolder, .study, .run,
      ],
      of: FolderListing.self),
  ]
}

extension StudyManifest: DescribedJSON {
  package static let objectTitle = "Manifest of a study"
}

extension StudyManifest.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .program: .text("Name and version of the program.")
    case .solver: .text("Name and version of the solver.")
    case .study: .object(StudyManifest.Input.self, "The study's file.")
    case .instance: .object(StudyManifest.Input.self, "The instance's folder.")
    case .names:
      .object(
        FigureNames.self, "Names of the instance for reports.",
        absent: "an earlier version of the program wrote the study")
    case .options: .list(of: StudyManifest.Option.self, "The options.")
    case .variations:
      .list(of: StudyManifest.Variation.self, "The variations, `as-is` first.")
    case .worlds:
      .object(
        StudyManifest.Worlds.self, "The sampled worlds.", absent: "the study samples no worlds")
    case .claims: .texts("The claims.", absent: "the study claims nothing")
    case .coordination: .texts("`joint`, `unilateral` or both.")
    case .disruptions: .texts("Ids of the disruptions.")
    case .sharing: .texts("The sharing arrangements.")
    case .complete: .boolean("Whether all runs of the study are in `runs`.")
    case .times: .text("The file that tells how long runs took.")
    case .runs: .list(of: StudyManifest.Run.self, "The runs; empty until the study has finished.")
    }
  }
}

extension StudyManifest.Input: DescribedJSON {
  static let objectTitle = "Input of a study"
}

extension StudyManifest.Input.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .name: .text("Its name.")
    case .path: .text("Its path, as it was given.")
    case .hash: .text("SHA-256 of what was read.")
    }
  }
}

extension StudyManifest.Option: DescribedJSON {
  static let objectTitle = "Option of a study"
}

extension StudyManifest.Option.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .name: .text("Name of the option.")
    case .model: .text("Path of its model.")
    case .hash: .text("SHA-256 of the model's file.")
    case .set: .map(by: "parameter", .text, "Values that the study sets.")
    }
  }
}

extension StudyManifest.Variation: DescribedJSON {
  static let objectTitle = "Variation of a study"
}

extension StudyManifest.Variation.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .name: .text("Name of the variation.")
    case .editedCells: .number(.count, "Cells that it changes.")
    case .instanceHash: .text("SHA-256 of the instance with the changes.")
    case .set:
      .map(by: "parameter", .text, "Values that it sets.", absent: "it sets no parameters")
    case .probability:
      .number(.share, "How likely it is.", absent: "the study does not say it")
    }
  }
}

extension StudyManifest.Worlds: DescribedJSON {
  static let objectTitle = "Sampled worlds of a study"
}

extension StudyManifest.Worlds.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .samples: .number(.count, "How many worlds there are.")
    case .seed: .number(.count, "Seed of the random numbers.")
    case .sobol:
      .number(
        .count,
        "N of the worlds for Sobol indices: there are N × (assumptions + 2) of them besides the samples.",
        absent: "there are no Sobol indices")
    case .assumptions: .texts("Ids of the assumptions that move.")
    case .drawn:
      .list(
        of: StudyManifest.Worlds.Drawn.self, "How each of them is drawn.",
        absent: "an earlier version of the program wrote the study")
    }
  }
}

extension StudyManifest.Worlds.Drawn: DescribedJSON {
  static let objectTitle = "Assumption of sampled worlds"
}

extension StudyManifest.Worlds.Drawn.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .assumption: .text("Id of the assumption.")
    case .title: .text("Title of the assumption; empty if it has none.")
    case .distribution: .text("`triangular` or `uniform`.")
    case .from: .number(.assumptionPlace, "The least place z.")
    case .to: .number(.assumptionPlace, "The greatest place z.")
    }
  }
}

extension StudyManifest.Run: DescribedJSON {
  static let objectTitle = "Run of a study"
}

extension StudyManifest.Run.CodingKeys: DescribedKeys {
  var definition: KeyDefinition {
    switch self {
    case .run: .text("Name of the run.")
    case .status: .text("As in run.json.")
    case .reason: .text("As in run.json.")
    case .key: .text("As in run.json.")
    case .folder: .text("Path of the run's folder in the folder of the study.")
    case .sizes:
      .object(ProgramSizes.self, "Size of the plan's linear program.", absent: "there is no plan")
    case .iterations: .number(.count, "As in run.json.")
    }
  }
}

extension FolderListing: DescribedJSON {
  package static let objectTitle = "List of the files of a folder"
}

extension FolderListing.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .program: .text("`plusone`.")
    case .format: .number(.count, "Version of the list: 1.")
    case .holds:
      .text(
        "`plan`, `stockpiles`, `back-test`, `sensitivity`, `hedge`, `watch`, `pictures`, `run` or `study`; `unfinished` while the folder is "
          + "written."
      )
    case .files:
      .map(
        by: "file", .object(ObjectDefinition(FolderListing.Entry.self)), "Every file but this one.")
    case .folders:
      .texts("Folders in the folder, each with a list of its own.", absent: "there is none")
    }
  }
}

extension FolderListing.Entry: DescribedJSON {
  package static let objectTitle = "File in a list"
}

extension FolderListing.Entry.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    let differs =
      "the file has measured times, or the list belongs to a study or a sensitivity analysis"
    return switch self {
    case .bytes: .number(.bytes, "Size of the file.", absent: differs)
    case .sha256: .text("SHA-256 of the file.", absent: differs)
    }
  }
}
