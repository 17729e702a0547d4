// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport

@testable import Remit

/// Counts how often each case of some enumerations occurs inside values.
///
/// It looks through a value by reflection, so that a case added to one of them
/// is counted without anything being written here.
struct CaseCounter {
  /// How often each case has been met: `BoundTime.past`.
  private(set) var counts: [String: Int] = [:]
  private let types: Set<String>

  init(_ types: [String]) { self.types = Set(types) }

  /// Counts the cases inside a value.
  mutating func count(_ value: Any) {
    if value is String || value is Value || value is SourceRange { return }
    let mirror = Mirror(reflecting: value)
    if mirror.displayStyle == .enum {
      let type = "\(mirror.subjectType)"
      if types.contains(type) {
        note("\(type).\(mirror.children.first?.label ?? "\(value)")")
      }
    }
    notePeculiar(value)
    for child in mirror.children { count(child.value) }
  }

  /// Notes something else that has to occur.
  mutating func note(_ name: String) { counts[name, default: 0] += 1 }

  /// What is more than a case: the bounds of repetitions and spans.
  private mutating func notePeculiar(_ value: Any) {
    switch value {
    case let repetition as Repetition:
      note("Repetition \(repetition.least)...\(repetition.most.map(String.init) ?? "")")
    case let time as BoundTime:
      if !time.isClosed { note("BoundTime of each thing") }
      if time.terms.count == 1 { note("BoundTime with one end") }
    case BoundMeasure.aggregate(let aggregate, _, _): note("BoundMeasure.\(aggregate)")
    case BoundTerm.aggregate(let aggregate, _, _, _): note("BoundTerm.\(aggregate)")
    case BoundShape.measure(_, let keys, let sort, let limit):
      note("\(keys.count) keys")
      if limit != nil, !sort.isEmpty { note("the first of a sorted measure") }
    case BoundShape.rows(_, let sort, let limit):
      if limit != nil, !sort.isEmpty { note("the first of sorted rows") }
    case BoundCondition.quantified(.count(let comparison, _), _, _, _):
      note("a number that is \(comparison)")
    default: break
    }
  }

  /// The cases that an enumeration of a source file has, as ``counts`` names them.
  static func cases(of types: [String], in path: String) throws -> [String] {
    var found: [String] = []
    var current: String?
    for line in try ProjectFiles.text(path).split(separator: "\n") {
      if let match = line.firstMatch(of: #/enum ([A-Z]\w+)/#) { current = String(match.1) }
      guard let type = current, types.contains(type),
        line.prefixMatch(of: #/ +case \w/#) != nil, !line.hasSuffix(":")
      else { continue }
      // Without what a case carries, and without its text.
      let plain = line.replacing(#/\(.*\)|"[^"]*"|=|\bcase\b/#, with: "")
      found += plain.split { " ,".contains($0) }.map { "\(type).\($0)" }
    }
    return found
  }
}
