// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Reads a file of rows in any of the formats that `load` takes, by its ending:
/// `.csv` and `.tsv`, `.xlsx`, `.json` and `.jsonl`, `.yaml` and `.yml`.
///
/// A file with another ending is read as CSV.
public enum TableFile {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 512 << 20

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: The file's name; its ending says what it is.
  ///   - sheet: The sheet of a workbook, or the list of a JSON or YAML file; `nil`
  ///     for the only one.
  ///   - encoding: How the letters of a CSV or TSV file are written; `nil` for UTF-8,
  ///     or for UTF-16 where the file begins with its byte order mark.
  ///   - depthLimit: How deep a JSON or YAML file may be nested, but no deeper than
  ///     its reader goes.
  ///   - sizeLimit: How large the file may be, and a part of a workbook unpacked; the
  ///     cells take no more than twice that.
  /// - Returns: The header and the rows.
  /// - Throws: ``LoadError`` with what is wrong in the file.
  /// - Complexity: O(*bytes*).
  public static func read(
    _ bytes: consuming [UInt8], name: String, sheet: String? = nil,
    encoding: TextEncoding? = nil, depthLimit: Int = .max, sizeLimit: Int = TableFile.sizeLimit
  ) throws(LoadError) -> DataTable {
    let sizeLimit = min(sizeLimit, TableFile.sizeLimit)
    guard bytes.count <= sizeLimit else {
      throw LoadError("'\(name)' is larger than \(sizeLimit >> 20) MiB")
    }
    if let encoding, endings.subtracting(["csv", "tsv"]).contains(ending(of: name)) {
      throw LoadError(
        "'\(name)' says itself how its letters are written: "
          + "leave out 'in \"\(encoding.rawValue)\"'")
    }
    switch ending(of: name) {
    case "xlsx", "xlsm":
      return try XLSXReader.read(bytes, name: name, sheet: sheet, sizeLimit: sizeLimit)
    case "json", "jsonl", "ndjson":
      return try JSONReader.read(
        bytes, name: name, list: sheet, depthLimit: depthLimit, sizeLimit: sizeLimit)
    case "yaml", "yml":
      return try YAMLReader.read(
        bytes, name: name, list: sheet, depthLimit: depthLimit, sizeLimit: sizeLimit)
    default:
      guard !bytes.starts(with: XLSXReader.start) else {
        throw LoadError("'\(name)' is an Excel workbook: its name has to end in .xlsx")
      }
      guard sheet == nil else { throw LoadError("'\(name)' is one table and has no sheets") }
      return try CSVReader.read(bytes, name: name, encoding: encoding)
    }
  }

  /// What of a file can be named as its sheet, where it has several.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: The file's name; its ending says what it is.
  ///   - sizeLimit: How large a part of a workbook may be, unpacked.
  /// - Returns: The names in order; none where the file is one table.
  /// - Throws: ``LoadError`` when it cannot be read at all.
  /// - Complexity: O(*bytes*).
  public static func sheets(
    _ bytes: [UInt8], name: String, sizeLimit: Int = TableFile.sizeLimit
  ) throws(LoadError) -> [String] {
    let names: [String]
    switch ending(of: name) {
    case "xlsx", "xlsm": names = try XLSXReader.sheets(bytes, name: name, sizeLimit: sizeLimit)
    case "json", "jsonl", "ndjson": names = try JSONReader.file(bytes, name: name).listNames
    case "yaml", "yml": names = try YAMLReader.file(bytes, name: name).listNames
    default: names = []
    }
    return names.count > 1 ? names : []
  }

  /// The endings of the files that are read.
  public static let endings: Set<String> = [
    "csv", "tsv", "xlsx", "xlsm", "json", "jsonl", "ndjson", "yaml", "yml",
  ]

  /// The ending of a file's name, in small letters and without its dot.
  public static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
