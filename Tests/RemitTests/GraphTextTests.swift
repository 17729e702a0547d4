// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct GraphTextTests {
  @Test func `a dictionary gives each text one code and finds it again`() throws {
    var dictionary = TextDictionary()
    var codes: [String: UInt32] = [:]
    var random = SeededRandom(seed: 3)
    let letters = Array("ab é日K-0")
    for _ in 0..<5_000 {
      let text = String((0..<random.next() % 12).map { _ in letters[Int(random.next() % 8)] })
      let interned = dictionary.intern(text)
      let code = try #require(interned)
      if let known = codes[text] { #expect(code == known) }
      codes[text] = code
    }
    #expect(dictionary.count == codes.count)
    for (text, code) in codes {
      #expect(dictionary.code(of: text) == code)
      #expect(dictionary[code] == text)
    }
    #expect(dictionary.code(of: "not there") == nil)
  }

  @Test func `numbers that lie far apart are told apart`() {
    for texts in [
      ["x5000000", "x1"], ["x1", "x5000000"], ["x900", "x899", "x5", "x4000000", "x0"],
    ] {
      var dictionary = TextDictionary()
      for (code, text) in texts.enumerated() {
        let interned = dictionary.intern(text)
        #expect(interned == UInt32(code))
      }
      for (code, text) in texts.enumerated() {
        #expect(dictionary.code(of: text) == UInt32(code))
      }
      #expect(dictionary.code(of: "x77") == nil)
    }
  }

  @Test func `a column takes values of its own type alone`() {
    let values: [(type: ValueType, value: Value)] = [
      (.flag, .flag(true)), (.enumeration(["a", "b"]), .choice("b", rank: 1)),
      (.date, .day(Day(number: 7))), (.number, .number(2)),
      (.duration, .period(Period(days: 3))), (.text, .text("t")),
    ]
    for (type, own) in values {
      var column = PropertyColumn(type: type)
      let isTaken = column.set(own, at: 1)
      #expect(isTaken)
      for (other, value) in values where other != type {
        let isTaken = column.set(value, at: 1)
        // The word of a choice is a text.
        #expect(!isTaken, "\(value) as \(type)")
      }
      #expect(column.value(at: 1) == own)
      let isCleared = column.set(nil, at: 1)
      #expect(isCleared)
    }
  }

  @Test(arguments: [
    ("Caf\u{E9}", "Cafe\u{301}"), ("\u{212A}", "K"), ("\u{1EC7}", "e\u{323}\u{302}"),
    ("x\u{37E}", "x;"), ("q\u{301}\u{323}", "q\u{323}\u{301}"), ("\u{AC00}", "\u{1100}\u{1161}"),
  ])
  func `canonically equivalent texts are one`(texts: (String, String)) {
    for (first, second) in [texts, (texts.1, texts.0)] {
      var dictionary = TextDictionary()
      let code = dictionary.intern(first)
      #expect(dictionary.code(of: second) == code)
      let other = dictionary.intern(second)
      #expect(other == code)
      #expect(dictionary.count == 1)
    }
  }

  @Test(arguments: [
    ("Cafe\u{301}", "Caf\u{E9}"), ("\u{212B}", "\u{C5}"), ("e\u{323}\u{302}", "\u{1EC7}"),
    ("\u{3B1}\u{301}", "\u{3AC}"), ("и\u{306}", "й"), ("plain", "plain"), ("日本", "日本"),
    ("か\u{3099}", "が"),
  ])
  func `composing gives the letter with its mark as one scalar`(pair: (String, String)) {
    #expect(Array(ComposedText.composed(pair.0).utf8) == Array(pair.1.utf8))
  }

  @Test func `a column finds nodes by text while texts come, change and go`() {
    var random = SeededRandom(seed: 11)
    var column = TextColumn(isIndexed: true)
    var reference: [String?] = []
    for step in 0..<3_000 {
      let node = Int(random.next() % 40)
      let text = random.next() % 5 == 0 ? nil : "t\(random.next() % 12)"
      while reference.count <= node { reference.append(nil) }
      reference[node] = text
      let isStored = column.set(text, at: node)
      #expect(isStored)
      if step % 50 == 0 {
        for number in 0..<13 {
          let expected = reference.indices.filter { reference[$0] == "t\(number)" }
          #expect(column.nodes(of: "t\(number)") == expected.map(NodeID.init))
        }
      }
    }
    #expect(reference.indices.allSatisfy { column.text(at: $0) == reference[$0] })
    let rows = (0..<40).map { _ in UInt32(random.next() % 40) }
    let gathered = column.gathered(rows)
    for (place, row) in rows.enumerated() {
      #expect(gathered.text(at: place) == reference[Int(row)])
    }
    let expected = rows.indices.filter { reference[Int(rows[$0])] == "t3" }
    #expect(gathered.nodes(of: "t3") == expected.map(NodeID.init))
  }

  @Test func `sort keys never contradict the natural order`() {
    var random = SeededRandom(seed: 5)
    let letters = Array("aB0019.é -")
    for round in 0..<200 {
      // Alike in none, in some and in more bytes than are looked at together.
      let prefix = ["", "Asset 00", "Asset in the north of 00", "é 12345678901234567"][round % 4]
      let texts = (0..<30).map { _ in
        prefix + String((0..<random.next() % 14).map { _ in letters[Int(random.next() % 10)] })
      }
      let keys = NaturalSortKeys(count: texts.count) { node, body in
        var text = texts[Int(node)]
        text.withUTF8(body)
        return true
      }
      let further = NaturalSortKeys(count: texts.count, known: keys.known) { node, body in
        var text = texts[Int(node)]
        text.withUTF8(body)
        return true
      }
      for one in texts.indices {
        for other in texts.indices {
          let isBefore =
            keys[one] < keys[other] || keys[one] == keys[other] && further[one] < further[other]
          guard isBefore else { continue }
          #expect(
            NaturalOrder.compare(texts[one], texts[other]) < 0,
            "\(texts[one]) \(texts[other])"
          )
        }
      }
    }
  }
}
