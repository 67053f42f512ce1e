import Formulation
import Sourcing

/// The data of a sharing arrangement that are found by stress runs of the same disruption without sharing.
struct SharingTerms: Sendable {
  /// The most value that the regions outside the members may lose over the window, money: their lost value in
  /// the efficient run without sharing. Nil if the fairness is not `max_min`.
  var outsidersLoss: Double?
  /// The most that members give and receive under `iep`.
  var limits = SharingLimits()
  /// The same if every supplier allocates pro rata; nil if it does anyway, or if there are no such limits.
  var limitsProRata: SharingLimits?
  /// The rights from which the limits follow, by commodity; members in the order of their bloc.
  var rights: [CommodityIndex: EmergencyRights] = [:]
}
