public import Sourcing

/// The commodities that figures are about where nobody names one.
///
/// One rule: what the model's goals are about, in the order in which they first name it; without any, the
/// instance's parameter `focus`. Where one commodity is wanted it is the first. What compares several
/// models has to ask the same of all of them, so it goes by the instance alone.
public enum Focus {
  /// All of them; empty where neither model nor instance names any.
  public static func all(of model: Model, in instance: Instance) -> [CommodityGroup] {
    var seen: Set<String> = []
    let named = model.goals.flatMap(\.commodities).filter { seen.insert($0.id).inserted }
    return named.isEmpty ? [common(to: instance)].compactMap(\.self) : named
  }

  /// The first of them.
  public static func first(of model: Model, in instance: Instance) -> CommodityGroup? {
    all(of: model, in: instance).first
  }

  /// The one that is common to all models over an instance: its parameter `focus`.
  public static func common(to instance: Instance) -> CommodityGroup? {
    name(in: instance).flatMap(instance.commodityGroup)
  }

  /// What the instance's parameter `focus` says, whether it is a commodity or not.
  public static func name(in instance: Instance) -> String? { instance.parameters["focus"] }
}
