/// Bars side by side for each name, in colours of their group, with a stroke at what they are compared with.
struct GroupedBars {
  /// The column with the names.
  var names: String
  /// The column with the groups, and their colours in the order of the bars.
  var groups: String
  /// The groups with their colours, in the order of the bars.
  var colours: [(value: String, colour: String)]
  /// The column with the lengths of bars.
  var amount: String
  /// What is written at the axis of amounts.
  var title: String
  /// The column of what bars are compared with, and its name; nil: nothing.
  var compared: (column: String, name: String)?
  /// What pointing at a mark shows beside the amount.
  var tooltip: [Channel] = []

  /// The view of some data.
  ///
  /// - Parameter data: has the columns.
  func view(of data: PictureData) -> View {
    let order = data.texts(of: names)
    let shown = data.texts(of: groups)
    let colours = colours.filter { shown.contains($0.value) }
    let y = Channel.nominal(names, nil).sorted(order)
    let offset = Channel.nominal(groups, nil).sorted(colours.map(\.value))
    let all =
      tooltip + [.nominal("_amountText", title)]
      + (compared.map { [.nominal("_comparedText", $0.name)] } ?? [])
    let scale = Scale.colours(
      colours + (compared.map { [(value: $0.name, colour: Palette.text)] } ?? []))
    let legend = Legend {
      $0.columns = 3
      $0.labelLimit = 300
      $0.symbolType = "square"
    }
    let bars = View(
      Mark(.bar),
      Encoding {
        $0.y = y
        $0.yOffset = offset
        $0.x = .quantitative(amount, title)
        $0.color = .nominal(groups, nil).with {
          $0.scale = scale
          $0.legend = .some(legend)
        }
        $0.tooltip = all
      })
    var layers = [bars]
    var transforms: [Transform] = [.amountText(amount, as: "_amountText")]
    if let compared {
      transforms.append(.amountText(compared.column, as: "_comparedText"))
      layers.append(
        View(
          Mark(.tick).with {
            $0.thickness = 2.5
            $0.opacity = 1
            $0.color = Palette.text
          },
          Encoding {
            $0.y = y
            $0.yOffset = offset
            $0.x = .quantitative(compared.column, title)
            $0.color = .datum(.text(compared.name)).with { $0.scale = scale }
            $0.tooltip = all
          }))
    }
    var view = View.layers(layers, data: data.table)
      .filling(height: max(60, Double(order.count * (12 + 14 * max(1, colours.count)))))
    view.transform = transforms
    return view
  }
}
