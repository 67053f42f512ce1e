/// What the columns and keys of the buy list and of transfers mean: `buy_list.csv`, `transfers.csv` and the JSON text.
enum BuyListTexts {
  static let region = "Id of the member."
  static let commodity = "Id of the commodity."
  static let unit = "Unit of the commodity."
  static let have = "Level at the start, as the instance has it."
  static let haveMonths =
    "12 × have / what the member uses a year in the period of the disruptions."
  static let need = "Least-cost level at the start of every disruption."
  static let needMonths = "12 × need / what the member uses a year."
  static let noUse = "the member does not use the commodity in the period"
  static let add = "need − have if that is above 0, else 0: what must be bought."
  static let spare = "have − need if that is above 0, else 0."
  static let price = "Price of the commodity in the period of the disruptions."
  static let noPrice = "the instance has no price for it"
  static let cost = "add × price: what the purchase costs, once."
  static let noCost = "something must be bought and has no price"
  static let stockCost = "Stock cost of `need`."
  static let notFound =
    "that was not found, because of the time limit or a failure of the solver"

  static let disruption = "Id of the disruption."
  static let from = "Id of the member that gives."
  static let to = "Id of the member that receives."
  static let month = "Month of the window."
  static let quantity = "Amount given in the month. It arrives in the same month."
}
