// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Remit

struct InflectionTests {
  @Test(arguments: [
    ("owns", "own", "owned", "owned", "owned by"),
    ("holds", "hold", "held", "held", "held by"),
    ("bears", "bear", "bore", "borne", "borne by"),
    ("oversees", "oversee", "oversaw", "overseen", "overseen by"),
    ("writes", "write", "wrote", "written", "written by"),
    ("overwrites", "overwrite", "overwrote", "overwritten", "overwritten by"),
    ("reports to", "report to", "reported to", "reported to", "reported to by"),
    ("has access to", "have access to", "had access to", "had access to", "had access to by"),
    ("satisfies", "satisfy", "satisfied", "satisfied", "satisfied by"),
    ("employs", "employ", "employed", "employed", "employed by"),
    ("approves", "approve", "approved", "approved", "approved by"),
    ("plans", "plan", "planned", "planned", "planned by"),
    ("commits", "commit", "committed", "committed", "committed by"),
    ("covers", "cover", "covered", "covered", "covered by"),
    ("teaches", "teach", "taught", "taught", "taught by"),
    ("assesses", "assess", "assessed", "assessed", "assessed by"),
    ("fixes", "fix", "fixed", "fixed", "fixed by"),
    ("goes to", "go to", "went to", "gone to", "gone to by"),
  ])
  func `a verb has five forms`(
    _ singular: String,
    _ plural: String,
    _ past: String,
    _ participle: String,
    _ passive: String
  ) {
    let verb = Inflection.verb(singular)
    #expect(verb.singular == singular)
    #expect(verb.plural == plural)
    #expect(verb.past == past)
    #expect(verb.participle == participle)
    #expect(verb.passive == passive)
  }

  @Test(arguments: [
    ("control", "controls"), ("person", "people"), ("activity", "activities"), ("day", "days"),
    ("access right", "access rights"), ("person in charge", "people in charge"),
    ("class", "classes"), ("box", "boxes"), ("analysis", "analyses"), ("evidence", "evidence"),
    ("branch", "branches"), ("basis", "bases"), ("root hypothesis", "root hypotheses"),
    ("member of staff", "members of staff"),
  ])
  func `a noun has a plural`(_ singular: String, _ plural: String) {
    #expect(Inflection.plural(singular) == plural)
  }
}
