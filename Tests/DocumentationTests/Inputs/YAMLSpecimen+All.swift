import Importing
import Sourcing
import SourcingFiles
import Studies

extension YAMLSpecimen {
  /// One for each mapping of each file.
  static let all: [YAMLSpecimen] = YAMLFilesPage.files.flatMap { file in
    file.mapping.all.map { mapping in
      of(mapping, in: file.mapping)
    }
  }.reduce(into: []) { all, next in
    if !all.contains(where: { $0.mapping.name == next.mapping.name }) { all.append(next) }
  }

  private static func of(_ mapping: YAMLMapping, in file: YAMLMapping) -> YAMLSpecimen {
    switch file.name {
    case YAMLMapping.manifest.name: manifest(mapping)
    case YAMLMapping.model.name: model(mapping)
    case YAMLMapping.study.name: study(mapping)
    default: importMap(mapping)
    }
  }

  private static func manifest(_ mapping: YAMLMapping) -> YAMLSpecimen {
    let rest = "name: a\ndiscount_rate: 0\nhome: JPN\n"
    return switch mapping.name {
    case "`periods`":
      YAMLSpecimen(
        mapping: mapping, kind: .manifest, frame: rest + "periods: @", narrower: ["from", "to"])
    case "a period":
      YAMLSpecimen(
        mapping: mapping, kind: .manifest, frame: rest + "periods: [2020, 2021, @]",
        variants: [Variant(with: ["label": "2022"])])
    default: YAMLSpecimen(mapping: mapping, kind: .manifest)
    }
  }

  private static func model(_ mapping: YAMLMapping) -> YAMLSpecimen {
    let name = mapping.name
    let inside = { (frame: String, variants: [Variant], narrower: [String]) in
      YAMLSpecimen(
        mapping: mapping, kind: .model, frame: frame, variants: variants, narrower: narrower)
    }
    if name.hasPrefix("a goal") {
      var goal = inside("goals: [@]", goalVariants(mapping), [])
      // There is one project.
      goal.namingAll = ["projects"]
      return goal
    }
    if name.hasPrefix("a stage") { return inside("objective: [@]", timings(mapping), []) }
    return switch name {
    case "risk", "stress", "assumptions": inside("\(name): @", [Variant()], [])
    case "cvar": inside("risk: {cvar: @}", [Variant()], ["alpha"])
    case "against any cuts":
      inside(
        "goals: [{kind: resilience, of: JPN, commodity: oxide, at_least: 0.5, against: @}]",
        [Variant()], [])
    case "sharing":
      inside(
        "stress: {sharing: @}",
        [Variant(without: ["quota"]), Variant(with: ["mode": "quota"])], [])
    default:
      // There is one project and one programme.
      YAMLSpecimen(mapping: mapping, kind: .model, namingAll: ["projects", "programmes"])
    }
  }

  /// The ways to say when, where a mapping has them.
  private static func timings(_ mapping: YAMLMapping) -> [Variant] {
    guard mapping["by"] != nil else { return [Variant()] }
    return [
      Variant(without: ["in", "from", "until"]), Variant(without: ["by", "from", "until"]),
      Variant(without: ["by", "in"]),
    ]
  }

  /// The same, once more for each target that a goal may leave out.
  private static func goalVariants(_ mapping: YAMLMapping) -> [Variant] {
    let targets = mapping.keys.filter {
      if case .requiredIf = $0.presence { true } else { false }
    }.map(\.name)
    let timings = timings(mapping)
    return timings
      + targets.map { Variant(without: timings[0].without + [$0]) }
  }

  private static func study(_ mapping: YAMLMapping) -> YAMLSpecimen {
    let options = "options: [{model: model.yaml}]\n"
    return switch mapping.name {
    case "an option": YAMLSpecimen(mapping: mapping, kind: .study, frame: "options: [@]")
    case "sampled worlds":
      YAMLSpecimen(mapping: mapping, kind: .study, frame: options + "worlds: @")
    case "a variation":
      YAMLSpecimen(
        mapping: mapping, kind: .study, frame: options + "variations: [@]",
        variants: [Variant(), Variant(without: ["edit"]), Variant(without: ["set"])])
    case "an assumption at a place":
      YAMLSpecimen(
        mapping: mapping, kind: .study,
        frame: options + "variations: [{name: other, edit: [@]}]")
    case "an edit":
      YAMLSpecimen(
        mapping: mapping, kind: .study,
        frame: options + "variations: [{name: other, edit: [@]}]",
        variants: [["add", "multiply"], ["set", "multiply"], ["set", "add"]].map {
          Variant(without: $0)
        })
    default:
      // Without variations there is nothing to combine.
      YAMLSpecimen(
        mapping: mapping, kind: .study, variants: [Variant(), Variant(without: ["combine"])])
    }
  }

  private static func importMap(_ mapping: YAMLMapping) -> YAMLSpecimen {
    YAMLSpecimen(
      mapping: mapping, kind: .importMap,
      frame: mapping.name == "a commodity" ? "commodities: [@]" : nil)
  }
}
