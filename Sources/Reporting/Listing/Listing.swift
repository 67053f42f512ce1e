/// What `plusone list` shows: the instances and models that have names, or the parts of one instance or model.
public struct Listing: Sendable {
  /// The first lines of the report.
  public internal(set) var heading: [String] = []
  /// What is listed, in the order of the table.
  public internal(set) var entries: [ListedEntry] = []
  /// The last lines of the report.
  public internal(set) var notes: [String] = []
  /// Whether it lists the parts of an instance: the titles of models then have its values.
  var isOfInstance = false
  /// Whether the report says what each parameter of a model means.
  var explainsParameters = false

  /// The listing as `list --format csv` prints it.
  public var table: ReportTable {
    var table = ReportTable(.list)
    let cell = { (text: String?) -> ReportTable.Cell in
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .blank
    }
    for entry in entries {
      table.add(
        .text(entry.kind.rawValue), .text(entry.name), cell(entry.title), cell(entry.model),
        cell(entry.value), cell(entry.detail), cell(entry.path))
    }
    return table
  }
}

extension TableDefinition {
  static let list = TableDefinition(
    "list", places: [.listCSV, .listJSON],
    rows: "One row for each thing that has a name.",
    columns: [
      .text(
        "kind",
        "What it is: \(ListedEntry.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))."
      ),
      .text("name", "As commands, models and tables name it."),
      .text(
        "title",
        "Its title, or its name for people. Of a model that is listed for an instance the title has the values of "
          + "this instance; else it has the names of parameters, such as `$cap`.",
        blank: "it has none"),
      .text("model", "The model whose parameter it is.", blank: "it is no parameter of a model"),
      .text(
        "value",
        "The value of a parameter: for an instance the value that holds with it, else the value in the model's file.",
        blank: "it is no parameter, or its value is empty"),
      .text(
        "detail",
        "More about it: what a model or a parameter of a model is for, the members of a bloc or group, the unit of a "
          + "commodity, the length of a period, what is stored, built or paid and where, what a disruption changes, "
          + "what an assumption moves.",
        blank: "there is no more to say, or the model's file does not explain it"),
      .text(
        "path", "The folder of an instance, or the file of a model.",
        blank: "it is no instance and no model"),
    ])
}
