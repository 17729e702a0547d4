// SPDX-License-Identifier: Apache-2.0
import RemitTestSupport
import Testing

/// The questions auditors ask, in `Tests/Specs/questions`: how many there are,
/// and how many of their answers a second program agrees with.
struct AuditorQuestionTests {
  /// Each question with its title, its sentence and the stages shown of it.
  private static let cases: [SpecFile.Case] = ProjectFiles.paths(
    below: "Tests/Specs/questions",
    suffix: ".spec"
  ).flatMap { path in
    (try? ProjectFiles.text(path)).map { SpecFile($0, path: path).cases } ?? []
  }

  private static let read = cases.filter { one in
    let names = Set(one.sections.map(\.name))
    return names.contains("reading") && names.contains("result")
  }

  @Test func `every question has a reading and an answer`() {
    #expect(Self.read.count >= 300)
    for one in Self.cases {
      let names = Set(one.sections.map(\.name))
      #expect(
        names.contains("reading") && names.contains("result") || names.contains("check"),
        "\(one.name)")
      #expect(!names.contains("error"), "\(one.name)")
    }
  }

  @Test func `many answers are those of a second program`() {
    let answered = Set(AcmeAnswersTests.cases.map(\.question))
    // A spec may show only the first rows of an answer.
    let agreed = Self.cases.filter { one in
      let whole = one.statements.split(separator: ", first ")
      return answered.contains(one.statements)
        || whole.first.map { answered.contains(String($0)) } ?? false
    }
    #expect(agreed.count >= 60)
  }

  @Test func `no question is asked twice`() {
    let sentences = Self.cases.map(\.statements)
    #expect(Set(sentences).count == sentences.count)
  }
}
