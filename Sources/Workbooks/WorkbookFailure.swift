/// Why a workbook cannot be read.
public enum WorkbookFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes are no .xlsx; the text says what they are, if that is known.
  case notAWorkbook(String)
  /// A workbook in the binary form of Excel 97 to 2003.
  case oldForm
  /// It is encrypted.
  case passwordProtected
  /// A part of it is missing or damaged.
  case damaged(part: String, reason: String)
  /// It is larger than a limit of ``WorkbookLimits``.
  case tooLarge(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notAWorkbook(let found):
      "the file is \(found); must be an Excel workbook (.xlsx), or a sheet of it saved as CSV"
    case .oldForm:
      "the file is an old Excel workbook (.xls); save it as an Excel workbook (.xlsx), or its sheet as CSV"
    case .passwordProtected:
      "the workbook is protected by a password; remove the password, or save its sheet as CSV"
    case .damaged(let part, let reason):
      "the workbook is damaged: \(part): \(reason); download it again, or open it and save it as an Excel workbook (.xlsx)"
    case .tooLarge(let what): "the workbook is too large: \(what); save its sheet as CSV"
    }
  }
}
