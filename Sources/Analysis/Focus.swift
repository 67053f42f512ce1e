public import Sourcing

/// The commodity or group that a summary is about, if the user does not choose one.
///
/// For one plan these are the commodities of the model's goals, in the order in which the goals first name
/// them; if no goal names one, it is the instance's parameter `focus`. A comparison of several models needs
/// one commodity for all of them, so it uses the parameter `focus` only.
public enum Focus {
  /// All commodities and groups in focus; empty if neither model nor instance names one.
  public static func all(of model: Model, in instance: Instance) -> [CommodityGroup] {
    let named = model.goals.flatMap(\.commodities).uniqued(by: \.id)
    return named.isEmpty ? [common(to: instance)].compactMap(\.self) : named
  }

  /// The first of ``all(of:in:)``.
  public static func first(of model: Model, in instance: Instance) -> CommodityGroup? {
    all(of: model, in: instance).first
  }

  /// The commodity or group that the instance's parameter `focus` names, the same for all models; nil if there
  /// is none.
  public static func common(to instance: Instance) -> CommodityGroup? {
    name(in: instance).flatMap(instance.commodityGroup)
  }

  /// The text of the instance's parameter `focus`. It need not be the id of a commodity or group.
  public static func name(in instance: Instance) -> String? { instance.parameters["focus"] }
}
