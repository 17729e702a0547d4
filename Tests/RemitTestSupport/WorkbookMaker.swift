// SPDX-License-Identifier: Apache-2.0

import RemitFormats

/// Makes Excel workbooks of XML that is given, right or wrong.
package enum WorkbookMaker {
  /// A workbook with one sheet.
  ///
  /// - Parameters:
  ///   - sheet: The XML of the sheet.
  ///   - texts: The XML of the texts that its cells share.
  ///   - styles: The XML of the styles.
  /// - Returns: The bytes of the file.
  package static func workbook(
    sheet: [UInt8], texts: [UInt8]? = nil, styles: [UInt8]? = nil
  ) -> [UInt8] {
    let book = #"<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#
    let references = """
      <Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>
      """
    var parts = [
      ("xl/workbook.xml", Array(book.utf8)), ("xl/_rels/workbook.xml.rels", Array(references.utf8)),
      ("xl/worksheets/sheet1.xml", sheet),
    ]
    if let texts { parts.append(("xl/sharedStrings.xml", texts)) }
    if let styles { parts.append(("xl/styles.xml", styles)) }
    return archive(parts)
  }

  /// A ZIP archive of files that are not packed.
  private static func archive(_ files: [(path: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    for (path, content) in files {
      let start = bytes.count
      // The version, no flags, not packed, no time, the checksum and both sizes, the
      // length of the path and of nothing behind it.
      let entry =
        number(20, 2) + number(0, 8) + number(Int(Checksum.crc32(content)), 4)
        + number(content.count, 4) + number(content.count, 4) + number(path.utf8.count, 2)
        + number(0, 2)
      bytes += number(0x0403_4B50, 4) + entry + Array(path.utf8) + content
      list += number(0x0201_4B50, 4) + number(20, 2) + entry + number(0, 10) + number(start, 4)
      list += Array(path.utf8)
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2) + number(files.count, 2)
      + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + list + end
  }

  /// A number with its lowest byte first.
  private static func number(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
