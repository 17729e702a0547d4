// SPDX-License-Identifier: Apache-2.0
import Foundation
import Remit
import RemitFormats
import RemitTestSupport
import Testing

/// CSV files in the encodings in which Excel and others save them.
struct TextEncodingTests {
  private static let text = "Name;Ort\nAnaïs Müller;Œuvre €\nJosé Núñez;\"a;\"\"b\"\n"
  private static let rows = [
    ["Name", "Ort"], ["Anaïs Müller", "Œuvre €"], ["José Núñez", "a;\"b"],
  ]

  private func read(
    _ bytes: [UInt8], _ encoding: TextEncoding? = nil, name: String = "t.csv"
  ) throws(LoadError) -> [[String]] {
    let table = try TableFile.read(bytes, name: name, encoding: encoding)
    return [table.columns]
      + (0..<table.rowCount).map { row in
        table.columns.indices.map { table.cell(row: row, column: $0) }
      }
  }

  private func failure(_ bytes: [UInt8], _ encoding: TextEncoding? = nil) -> LoadError? {
    do {
      _ = try read(bytes, encoding)
      return nil
    } catch {
      return error
    }
  }

  private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  private func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
  }

  // MARK: UTF-16

  @Test(arguments: [false, true])
  func `UTF-16 with its mark is read without a word`(isBig: Bool) throws {
    let text = Self.text + "Zoë 𝒵;日本\r\n"
    let expected = Self.rows + [["Zoë 𝒵", "日本"]]
    #expect(try read(utf16(text, isBig: isBig, mark: true)) == expected)
    #expect(try read(utf16(text, isBig: isBig, mark: true), .utf16) == expected)
    let tabs = text.replacing(";", with: "\t").replacing("a\t", with: "a;")
    #expect(try read(utf16(tabs, isBig: isBig, mark: true), name: "t.txt") == expected)
  }

  @Test(arguments: [false, true])
  func `UTF-16 without its mark is refused, and read when it is said`(isBig: Bool) throws {
    let plain = utf16(Self.text, isBig: isBig, mark: false)
    let error = try #require(failure(plain))
    #expect(error.encoding == .utf16)
    #expect(error.message == "'t.csv' is UTF-16 and does not say so in its first bytes")
    #expect(try read(plain, .utf16) == Self.rows)
  }

  @Test func `damaged UTF-16 is refused with its line`() throws {
    let whole = utf16("a;b\r\nx;y\r\n", isBig: false, mark: true)
    let cut = try #require(failure(whole.dropLast(5)))
    #expect(cut.message == "'t.csv' is damaged UTF-16")
    #expect(cut.problems.map(\.line) == [2])
    for wrong: [UInt8] in [[0x00, 0xD8], [0x00, 0xD8, 0x61, 0x00], [0x00, 0xDC]] {
      let error = try #require(failure(whole + wrong))
      #expect(error.problems.map(\.line) == [3], "\(wrong)")
    }
  }

  // MARK: One byte for a character

  @Test func `what is not UTF-8 is refused with the encoding that reads it`() throws {
    let western = try bytes(Self.text, .windowsCP1252)
    let error = try #require(failure(western))
    #expect(error.message == "'t.csv' is not UTF-8")
    #expect(error.problems.map(\.line) == [2])
    #expect(error.encoding == .windows1252)
    #expect(try read(western, .windows1252) == Self.rows)
    let polish = "Nazwa;Dział\nŁukasz Żółć;Księgowość\n"
    let central = try bytes(polish, .windowsCP1250)
    #expect(failure(central)?.encoding == .windows1250)
    #expect(try read(central, .windows1250)[1] == ["Łukasz Żółć", "Księgowość"])
  }

  @Test func `damaged UTF-8 is not taken for something else`() throws {
    let damaged = Array("a;b\nMüller;Núñez\n".utf8) + [0xE9, 0x0A]
    #expect(failure(damaged)?.message == "'t.csv' is not UTF-8")
    #expect(failure(damaged)?.encoding == nil)
    #expect(failure([0x61, 0x0A, 0x00, 0x01, 0xFC])?.encoding == nil, "no text")
  }

  @Test func `what is said wrongly is refused, not read as other letters`() throws {
    let error = try #require(failure(Array(Self.text.utf8), .windows1252))
    #expect(error.message.hasPrefix("'t.csv' is UTF-8, not windows-1252"))
    let marked = try #require(failure(utf16(Self.text, isBig: false, mark: true), .windows1252))
    #expect(marked.message.hasPrefix("'t.csv' is UTF-16, not windows-1252"))
    let nothing = try #require(failure(Array("a\nb\n".utf8) + [0x81, 0x0A], .windows1252))
    #expect(nothing.message == "'t.csv' is not windows-1252")
    #expect(
      nothing.problems.map(\.message) == ["byte 4 is 81, which means nothing in windows-1252"])
    #expect(try read(Array("a\nb\n".utf8), .windows1252) == [["a"], ["b"]], "ASCII is all of them")
    #expect(throws: LoadError.self) {
      try TableFile.read(Array("[]".utf8), name: "t.json", encoding: .windows1252)
    }
  }

  /// A text in each encoding, by its bytes.
  private static let samples: [(encoding: TextEncoding, hex: String, text: String)] = [
    (.windows1250, "a3f3649f2c2050f8ed6c699a209e6c759d6f75e86bfd", "Łódź, Příliš žluťoučký"),
    (.windows1251, "cff0e8e2e5f22c20cae8bfe2", "Привет, Київ"),
    (.windows1252, "8c75767265209620935a6feb9273942080", "Œuvre – “Zoë’s” €"),
    (.windows1253, "c1e8deede12c20d9ecdde3e1", "Αθήνα, Ωμέγα"),
    (.windows1254, "dd7374616e62756c2c20c761f072fd", "İstanbul, Çağrı"),
    (.windows1257, "dee76c616261732c20d06961756c696169", "Žēlabas, Šiauliai"),
    (.latin1, "5a6feb2c204efaf1657a20bd", "Zoë, Núñez ½"),
    (.latin2, "a3f364bc2c20a9e1726b61", "Łódź, Šárka"),
    (.latin9, "bc757672652c20b469b86b6120a4", "Œuvre, Žižka €"),
    (.macintosh, "5a6f91d57320ce757672652c204d9f6c6c657220aa", "Zoë’s Œuvre, Müller ™"),
  ]

  @Test func `a text of each encoding is read`() throws {
    #expect(Set(Self.samples.map(\.encoding)).count == TextEncoding.allCases.count - 2)
    for (encoding, hex, text) in Self.samples {
      let digits = Array(hex)
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
      let rows = try read(Array("a;b\n".utf8) + bytes + Array(";c\n".utf8), encoding)
      #expect(rows.last == [text, "c"], "\(encoding)")
    }
  }

  /// The tables of the library of the system, as far as it has them right.
  private static let others: [(TextEncoding, String.Encoding)] = [
    (.windows1250, .windowsCP1250), (.windows1251, .windowsCP1251),
    (.windows1252, .windowsCP1252), (.windows1254, .windowsCP1254), (.latin1, .isoLatin1),
    (.latin2, .isoLatin2),
  ]

  @Test func `every letter is the one that others read`() throws {
    for (encoding, other) in Self.others {
      for byte in UInt8(0xA1)...0xFF {
        let cell: [UInt8] = [0x78, byte, 0x78]
        guard let theirs = String(data: Data(cell), encoding: other) else { continue }
        let ours = try? read(Array("a\n".utf8) + cell + [0x0A], encoding)
        #expect(ours?.last == [theirs], "\(encoding) \(byte)")
      }
    }
  }

  @Test func `names are known whatever their capitals and hyphens`() {
    #expect(TextEncoding(name: "Windows-1252") == .windows1252)
    #expect(TextEncoding(name: "UTF8") == .utf8)
    #expect(TextEncoding(name: "ISO 8859-15") == .latin9)
    #expect(TextEncoding(name: "1252") == nil)
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(name: encoding.rawValue) == encoding)
    }
  }
}
