import ArgumentParser
import Reporting
import SourcingFiles

/// `plusone list`, `plusone list INSTANCE`
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the instances and models that have names, or what an instance or a model has.",
    discussion: """
      Commands take an instance or a model by its path or by its name. A name is looked up in the folders instances \
      and models of the current folder, then of the nearest folder above that has both, then among those that came \
      with the program.

      Without INSTANCE: all names of instances and models, with the parameters of the models. With INSTANCE: its \
      regions, blocs, commodities, groups, periods, stockpiles, programmes, projects, disruptions and assumptions, \
      and each model with the values that its parameters have there. With --model: what the parameters of this model mean.

      Examples:

        plusone list
        plusone list japan-rare-earths
        plusone list japan-rare-earths --model reliance-cap
        plusone list --model reliance-cap

      Exit status: 0 done; 65 bad data; 66 there is no such instance or model.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), or one row for each thing that is listed (csv, json)."
  }

  @Argument(help: "List what this instance has: a folder, or a name.", completion: .instance)
  var instance: String?

  @Option(
    help: ArgumentHelp(
      "Explain the parameters of this model: a YAML file, or a name.", valueName: "model"),
    completion: .model)
  var model: String?

  @OptionGroup var output: ReportOptions<Output>

  func run() throws {
    try reportingErrors {
      let listing = try listing()
      try output.show(
        ListingReport(listing), csv: listing.table, json: listing.table.json())
    }
  }

  private func listing() throws -> Listing {
    let inputs = ShippedFolders.inputs
    let chosen = try model.map { try inputs.modelEntry($0) }
    if let instance {
      let folder = try inputs.instance(instance)
      let (tables, data) = try InstanceReader.readWithTables(folder: folder)
      return try Listing(
        of: data, tables, models: chosen.map { [$0] } ?? inputs.models, explains: chosen != nil)
    }
    guard let chosen else { return Listing(of: inputs) }
    return Listing(of: chosen, try ModelHeader(file: chosen.path))
  }
}
