/// What the figures of goals mean, for the tables and the JSON that have them.
extension TableDefinition {
  /// When the figures of a goal are blank.
  static let idleGoal = "the goal has no effect on this instance"
  static let directionMeaning = "`at_most` or `at_least`: the side of the target that is allowed."
  static let achievedMeaning =
    "What the plan reaches; a share of nothing is 0. Of a resilience goal the largest service level that is possible in the "
    + "disruption, or in the worst attack, if the region of the goal is served first."
  static let servingLessMeaning =
    "Whether the target is kept and may be kept only with shortages: it binds, its share has no total, or less "
    + "is served than in the plan without goals."
  static let unservedMeaning =
    "The share of demand in the region or bloc of the goal that is not served: of the goal's commodity, or of a good made "
    + "from it there, whichever is larger."
  static let eachMonthMeaning =
    "Of a resilience goal, whether the target is for every month instead of the whole window."
  /// Which attack a goal against any attack names.
  static let attackMeaning =
    "Of a resilience goal against any attack, the attack in which least can be served: the names of its targets, joined "
    + "by `;`. `none` if no attack makes it less."
  static let threatMeaning =
    "Of a resilience goal the id of the disruption in which it holds; of one against any attack the names of the targets "
    + "of the attack in which least can be served, joined by `;`, or `none` if no attack makes it less."
  static let noAttack = "the goal is not against any attack, or nothing is demanded"
  static let slackMeaning =
    "How far the target is kept. Where it is missed, it is negative by more than rounding (about 1e-6)."
  /// What a binding goal is.
  static let bindingMeaning = "Whether the plan is at the target, up to rounding."
}

/// The columns that `goals.csv` and `explanation.csv` share.
extension ResultColumn {
  static let direction = text("direction", TableDefinition.directionMeaning)
  static let achieved = number(
    "achieved", .goalUnit, TableDefinition.achievedMeaning, blank: TableDefinition.idleGoal)
  static let slack = number(
    "slack", .goalUnit, TableDefinition.slackMeaning, blank: TableDefinition.idleGoal)
  static let binding = flag("binding", TableDefinition.bindingMeaning)
}
