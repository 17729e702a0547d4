// SPDX-License-Identifier: Apache-2.0

public import Remit

/// Reads a sheet of an Excel workbook (`.xlsx`).
///
/// The first row with anything in it has the headings. A cell that is shown as a
/// date is read as that day, a number as it is kept, a formula as the result it
/// had when the workbook was saved. Rows without any text are left out.
///
///     let table = try XLSXReader.read(bytes, name: "register.xlsx", sheet: "Assets")
///
/// - SeeAlso: ECMA-376, Office Open XML File Formats, part 1, section 18.
public enum XLSXReader {
  /// The largest part of a workbook, unpacked, in bytes.
  public static let partLimit = 512 << 20

  /// How a workbook begins, as any ZIP archive does.
  static let start: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: The file's name, for messages and as the source of facts.
  ///   - sheet: The name of the sheet; without it the only one that is not hidden.
  ///   - sizeLimit: How large a part of the workbook may be, unpacked, if that is less
  ///     than ``partLimit``; the cells take no more than twice that.
  /// - Returns: The headings and the rows; the line of a row is its number.
  /// - Throws: ``LoadError`` with every cell that cannot be read, a hundred at most.
  /// - Complexity: O(*bytes* of the sheet, unpacked).
  public static func read(
    _ bytes: [UInt8], name: String, sheet: String? = nil, sizeLimit: Int = partLimit
  ) throws(LoadError) -> DataTable {
    guard bytes.starts(with: start) else {
      // How Microsoft's compound files begin.
      let isOld = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
      throw LoadError(
        isOld
          ? "'\(name)' is protected by a password or of the format before 2007: "
            + "save it as .xlsx without one" : "'\(name)' is no Excel workbook")
    }
    let workbook = try Workbook(
      ZipArchive(bytes, name: name), name: name, sizeLimit: sizeLimit)
    return try workbook.table(sheet: sheet)
  }

  /// The names of the sheets that are not hidden, in order.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: The file's name, for messages.
  ///   - sizeLimit: How large a part of the workbook may be, unpacked.
  /// - Returns: The names, as they stand in the workbook.
  /// - Throws: ``LoadError`` when it is no workbook.
  public static func sheets(
    _ bytes: [UInt8], name: String, sizeLimit: Int = partLimit
  ) throws(LoadError) -> [String] {
    try Workbook(ZipArchive(bytes, name: name), name: name, sizeLimit: sizeLimit)
      .visible.map(\.name)
  }
}

/// The parts of a workbook that say what its cells mean.
struct Workbook {
  struct Sheet {
    var name: String
    var reference: String
    var isHidden: Bool
  }

  private let archive: ZipArchive
  private let name: String
  private let sizeLimit: Int
  private(set) var sheets: [Sheet] = []
  private var paths: [String: String] = [:]
  private var is1904 = false
  /// The texts that cells refer to by number.
  private(set) var texts: [String] = []
  /// Which styles show a number as a day.
  private(set) var dateStyles: Set<Int> = []

  init(_ archive: ZipArchive, name: String, sizeLimit: Int) throws(LoadError) {
    (self.archive, self.name) = (archive, name)
    self.sizeLimit = min(sizeLimit, XLSXReader.partLimit)
    guard let book = try part("xl/workbook.xml"),
      let references = try part("xl/_rels/workbook.xml.rels")
    else { throw LoadError("'\(name)' is no Excel workbook") }
    try walk(book) { piece in
      guard case .start(let element, let attributes) = piece else { return }
      switch element {
      case "workbookPr":
        is1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true"
      case "sheet":
        sheets.append(
          Sheet(
            name: attributes["name"] ?? "", reference: attributes["id"] ?? "",
            isHidden: attributes["state"] != nil && attributes["state"] != "visible"))
      default: break
      }
    }
    try walk(references) { piece in
      guard case .start("Relationship", let attributes) = piece, let id = attributes["Id"],
        let target = attributes["Target"]
      else { return }
      paths[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    if let strings = try part("xl/sharedStrings.xml") { try readTexts(strings) }
    if let styles = try part("xl/styles.xml") { try readStyles(styles) }
  }

  var visible: [Sheet] { sheets.filter { !$0.isHidden } }

  /// The table of a sheet, or of the only one.
  func table(sheet wanted: String?) throws(LoadError) -> DataTable {
    let names = visible.map { "'\($0.name)'" }.joined(separator: ", ")
    let sheet: Sheet
    if let wanted {
      let folded = wanted.lowercased()
      guard let found = sheets.first(where: { $0.name.lowercased() == folded }) else {
        throw LoadError("'\(name)' has no sheet '\(wanted)', but \(names)")
      }
      sheet = found
    } else {
      guard visible.count == 1 else {
        throw LoadError("'\(name)' has several sheets: say which with 'sheet', one of \(names)")
      }
      sheet = visible[0]
    }
    guard let path = paths[sheet.reference], let content = try part(path) else {
      throw LoadError("'\(name)' does not hold its sheet '\(sheet.name)'")
    }
    var reader = SheetReader(
      texts: texts, dateStyles: dateStyles, is1904: is1904, sizeLimit: sizeLimit)
    try walk(content) { reader.read($0) }
    return try reader.table(name: name, sheet: sheet.name)
  }

  private func part(_ path: String) throws(LoadError) -> [UInt8]? {
    try archive.file(path, limit: sizeLimit)
  }

  private func walk(_ xml: [UInt8], _ body: (XMLScanner.Piece) -> Void) throws(LoadError) {
    var scanner = XMLScanner(xml)
    do throws(XMLScanner.Failure) {
      while let piece = try scanner.next() { body(piece) }
    } catch {
      throw LoadError("'\(name)' is damaged: a part of it is no XML")
    }
  }

  /// The shared texts; those that only help to pronounce others are left out.
  private mutating func readTexts(_ xml: [UInt8]) throws(LoadError) {
    var found: [String] = []
    var text = ""
    var (isText, isSpoken) = (false, false)
    try walk(xml) { piece in
      switch piece {
      case .start("si", _): text = ""
      case .start("t", _): isText = !isSpoken
      case .start("rPh", _): isSpoken = true
      case .text(let part) where isText: text += part
      case .end("t"): isText = false
      case .end("rPh"): isSpoken = false
      case .end("si"): found.append(text)
      default: break
      }
    }
    texts = found
  }

  private mutating func readStyles(_ xml: [UInt8]) throws(LoadError) {
    var formats: [Int: String] = [:]
    var styles: Set<Int> = []
    var count = 0
    var isCellFormats = false
    try walk(xml) { piece in
      switch piece {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          formats[id] = attributes["formatCode"]
        }
      case .start("cellXfs", _): isCellFormats = true
      case .end("cellXfs"): isCellFormats = false
      case .start("xf", let attributes) where isCellFormats:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        if Workbook.isDate(id, formats[id]) { styles.insert(count) }
        count += 1
      default: break
      }
    }
    dateStyles = styles
  }

  /// Whether a format shows a number as a day.
  private static func isDate(_ id: Int, _ code: String?) -> Bool {
    guard let code else { return (14...17).contains(id) || id == 22 || (27...36).contains(id) }
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "\\", "_", "*": isEscaped = !isQuoted
      case "[": isBracketed = true
      case "]": isBracketed = false
      case "y", "d": if !isQuoted, !isBracketed { return true }
      case ";": if !isQuoted { return false }
      default: break
      }
    }
    return false
  }
}
