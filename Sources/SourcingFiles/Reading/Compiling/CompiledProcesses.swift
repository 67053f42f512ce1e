import Sourcing
import Tables

/// Processes with their recipes, and their names.
struct CompiledProcesses {
  let processes: Table<Process>
  let names: NameIndex<ProcessIndex>

  init(_ source: TableSource, goods: CompiledGoods) {
    let (bare, names) = Self.withoutRecipes(source, goods)
    self.names = names
    processes = Self.withRecipes(bare, names: names, source, goods)
  }

  private static func withoutRecipes(
    _ source: TableSource, _ goods: CompiledGoods
  ) -> (processes: Table<Process>, names: NameIndex<ProcessIndex>) {
    var processes: Table<Process> = []
    var names = NameIndex<ProcessIndex>(.process)
    if let reader = source.reader(.processes) {
      let (id, stage) = (reader.column("process"), reader.column("stage"))
      var output = reader.references("output", in: goods.commodityNames)
      for row in reader.rows {
        let name = names.define(id, row: row, as: processes.endIndex)
        let (label, product) = (stage.text(row), output.required(row))
        guard let name else { continue }
        var process = Process(
          id: name, stage: label ?? "", output: product ?? CommodityIndex(0), inputs: [],
          byproducts: [])
        process.line = reader.table.line(of: row)
        processes.append(process)
      }
    }
    if source.isDamaged(.processes) { names.isIncomplete = true }
    return (processes, names)
  }

  private static func withRecipes(
    _ bare: Table<Process>, names: NameIndex<ProcessIndex>, _ source: TableSource,
    _ goods: CompiledGoods
  ) -> Table<Process> {
    guard let reader = source.reader(.recipes) else { return bare }
    var processes = bare
    var process = reader.references("process", in: names)
    var commodity = reader.references("commodity", in: goods.commodityNames)
    let (role, quantity) = (reader.column("role"), reader.column("quantity"))
    for row in reader.rows {
      let (owner, product) = (process.required(row), commodity.required(row))
      let (what, amount) = (role.choice(row), quantity.number(row))
      guard let owner, let product, let kind = what.flatMap(RecipeRole.init) else { continue }
      let term = Process.Term(commodity: product, quantity: amount)
      if kind == .input {
        processes[owner].inputs.replace(term)
      } else if product == processes[owner].output {
        reader.report(
          "`\(goods.commodities[product].id)` is the main output of `\(processes[owner].id)` already, 1 a unit; a byproduct is another commodity",
          row: row, column: "commodity")
      } else {
        processes[owner].byproducts.replace(term)
      }
    }
    return processes
  }
}

/// What a commodity is in a recipe.
enum RecipeRole: String, CaseIterable { case input, byproduct }

extension [Process.Term] {
  /// Adds a term, or replaces the term of the same commodity.
  fileprivate mutating func replace(_ term: Process.Term) {
    if let index = firstIndex(where: { $0.commodity == term.commodity }) {
      self[index] = term
    } else {
      append(term)
    }
  }
}
