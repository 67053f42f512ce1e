import Sourcing

extension TableSchema {
  static let assumptions = [
    TableSchema(
      .assumptions,
      "Assumptions: how far numbers of the other tables may be wrong. Rows with the same name move together.",
      [
        .sharedIdentifier("assumption", "the assumption"),
        .reference("table", .table, "the table whose numbers it moves, without `.csv`"),
        ColumnSchema(
          name: "where", kind: .conditions, unit: "", isRequired: false, mayBeBlank: true,
          blankRule: "every row of the table",
          meaning: "the rows, such as `region=CHN;process=refine`"),
        .reference("column", .numberColumn, "the column whose numbers it moves"),
        .number(
          "low", "unit of the column, or factor", in: .any,
          "the low end: with `multiply` a factor of at most 1, with `add` an amount of at most 0, "
            + "with `set` the number"),
        .number(
          "high", "unit of the column, or factor", in: .any,
          "the high end: with `multiply` at least 1, with `add` at least 0, with `set` the number"),
        .optionalChoice(
          "mode", Assumption.Edit.Mode.self, blank: "`multiply`",
          "what `low` and `high` are: factors of the number, amounts added to it, or the number itself"
        ),
        .optionalChoice(
          "distribution", Assumption.Distribution.self,
          blank: "the one in another row, else `triangular`",
          "how likely the values between are: most likely the table's number, or all equally"),
        .text(
          "title", blank: "none",
          "what is not known, in a few words; that of its first row with a title is the title of the assumption"
        ),
        .text("source", "where the range comes from"),
      ],
      rules: [
        "An assumption stands at one number z for all its rows: -1 is `low`, 0 the table's own numbers, 1 `high`, with "
          + "straight lines between. With `set` the table's own number lies from `low` to `high`.",
        "`where` joins conditions by `;`. A condition is `column=value`, and `a|b` is one value or the other. "
          + "Numbers are equal by value, texts as written: `period=2027` is no row with `*`. `column=` is a blank cell.",
        "In columns of periods and numbers, `period=2027..2030` is all from one to the other, both included, and "
          + "`capacity>=100` compares, as do `<=`, `>` and `<`; `region!=CHN` takes any column. A blank cell and `*` do "
          + "not match a range or a comparison.",
        "A row matches at least one row of its table. No two rows of one assumption move the same cell.",
        "A blank cell that has a default number counts as that number; other blank cells cannot be moved.",
        "Whole numbers, such as `months`, are rounded to the nearest.",
        "The tables keep their own rules with each assumption at `low` and at `high`, the others at 0. "
          + "Every command checks the single cells; `validate` also checks whole tables.",
        "Several assumptions may move the same cell: their factors multiply, and what `add` and `set` change is "
          + "added to that.",
      ])
  ]
}
