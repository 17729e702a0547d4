// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Report = BuiltInLibrary.File(
    name: "report.remit",
    text: ##"""
remit 1

# The document of `remit report`: written where no other script is given. Who is responsible for what, whether
# they are fit for it, and where nobody is. It is a script like any other. Copy it, and write your own:
#
#   remit report acme/ acme/audit.remit --output audit.html
#
# A heading begins a section, a text that ends with a colon is the caption of what comes next, and a question
# stands as what it asks for: a list, a table, a card of one thing, numbers with bars, or a matrix (`across`).

use "iso27001.remit"

heading "Roles and responsibilities"
print "Who answers for what in information security, whether they are fit for it, and where nobody does: what ISO/IEC 27001:2022 asks for in its clauses 5.3 and 7.2 and in the controls A.5.2, A.5.3 and A.5.4."

# ---------------------------------------------------------------- in short

heading "In short"

print "Active people:"
number of active people
print "Roles:"
number of roles
print "Essential roles that nobody holds:"
number of essential vacant roles
print "Controls that nobody owns:"
number of orphaned controls
print "Controls with no competent owner:"
number of controls c where c requires a competence, and c has no competent owner
print "Critical assets that nobody owns:"
number of critical orphaned assets
print "Open risks that nobody owns:"
number of open orphaned risks
print "People whose roles conflict:"
number of conflicted people
print "Certificates that end within 60 days:"
number of certificates whose end date is in the next 60 days

print "Controls by theme and status:"
number of controls per theme, across status

print "Open risks by owner:"
number of open risks per owner, sorted by number descending, first 10

# ---------------------------------------------------------------- the register

heading "Register of roles"
print "Each role: what it is there for, who holds it and since when, who stands in, what it may decide, what it asks its holders to know, and what it answers for."

for each role r:
  heading "{r's name}"
  print "{r's description}"
  r,
    showing type, deputy as "deputies", risk limit as "may accept risks up to",
    least holders as "holders needed"
  if there is a current appointment of r:
    print "Holders:"
    current appointments t of r,
      showing t's holder as "holder", t's start date as "since", t's scope as "scope",
      t's holder's manager as "reports to"
  if there is an acknowledgement of r:
    print "Role accepted by:"
    acknowledgements t of r, showing t's reader as "holder", t's start date as "on"
  if r requires a competence:
    print "Competences it requires:"
    needs n of r, showing n's competence as "competence", n's least level as "at least level"
    if there is a current certificate whose holder holds r and whose competence is required by r:
      print "Of them, held:"
      current certificates t whose holder holds r and whose competence is required by r,
        showing t's holder as "holder", t's competence as "competence", t's level as "level",
        t's end date as "ends"
    if there is a person p where p holds r, and r has a need that p does not meet:
      print "Missing, or held at too low a level:"
      people p who hold r where r has a need n, and p does not meet n,
        showing p's name as "holder", n's competence as "competence",
        n's least level as "at least level"
  if r is granted a permission:
    print "May use:"
    permissions that r is granted, showing name, strength
  if r directly owns something:
    print "Accountable for:"
    something directly owned by r
  if r is responsible for something:
    print "Responsible for:"
    something that r is responsible for

# ---------------------------------------------------------------- who does what

heading "Who does what"
print "A is accountable, R responsible, S supports, C is consulted, I is informed. Exactly one is accountable for each."

# lint: allow vacuous-every
check "exactly one accountable": every area has exactly 1 direct owner
  severity high
  clause A.5.2
print "Areas:"
areas,
  showing name, across direct owner as "A", across direct responsible actor as "R",
  across supporter as "S", across consulted actor as "C", across informed actor as "I"

# lint: allow vacuous-every
check "exactly one accountable": every applicable control has exactly 1 direct owner
  severity high
  clause A.5.2
print "Organisational controls:"
organisational controls,
  showing ref, across direct owner as "A", across direct responsible actor as "R",
  across supporter as "S", across consulted actor as "C", across informed actor as "I"
print "Personnel controls:"
personnel controls,
  showing ref, across direct owner as "A", across direct responsible actor as "R",
  across supporter as "S", across consulted actor as "C", across informed actor as "I"
print "Physical controls:"
physical controls,
  showing ref, across direct owner as "A", across direct responsible actor as "R",
  across supporter as "S", across consulted actor as "C", across informed actor as "I"
print "Technological controls:"
technological controls,
  showing ref, across direct owner as "A", across direct responsible actor as "R",
  across supporter as "S", across consulted actor as "C", across informed actor as "I"

# ---------------------------------------------------------------- competence

heading "Competence"
print "What is asked of the holders of roles, and what they have."

print "Competences missing, or held at too low a level:"
people p where p holds a role r, and r has a need n, and p does not meet n,
  showing p's name as "holder", r's name as "role", n's competence as "competence",
  n's least level as "at least level"

print "Certificates that end within 60 days:"
certificates t whose end date is in the next 60 days,
  showing t's holder as "holder", t's competence as "competence", t's level as "level",
  t's end date as "ends", sorted by "ends"

print "What the roles of each holder require, and the level held; ✗ is missing:"
people p who hold a role that requires a competence c,
  showing p's name as "holder", across c's name as "✗",
  highest level of current certificates t whose holder is p and whose competence is c

print "Trained in awareness in the last 12 months, of a hundred active people, by department:"
share of active people who have completed an awareness training in the last 12 months per department

# ---------------------------------------------------------------- segregation

heading "Segregation of duties"
print "Roles that must not be in one hand. The number tells how many people hold both."

print "Conflicting roles:"
roles r that conflict with a role s,
  showing r's name as "role", across s's name, number of people who hold r and hold s
print "People who hold both roles:"
people p who hold a role r that conflicts with a role s held by p where r's name is below s's name,
  showing p's name as "person", r's name as "holds", s's name as "and holds"
print "People who do two conflicting duties, and as whom:"
people p who exercise a current performance f
  where p exercises a current performance g, and f clashes with g,
  and f's duty's name is below g's duty's name,
  showing p's name as "person", f's duty as "does", f's performer as "as", f's object as "on",
  g's duty as "and does", g's performer as "also as"

# ---------------------------------------------------------------- single points

heading "Single points of failure"
print "What would be left to nobody if one person were away."

print "People by what hinges on them:"
active people p,
  showing name, number of roles that hinge on p as "roles",
  number of critical assets that hinge on p as "critical assets",
  number of controls that hinge on p as "controls",
  sorted by "roles" descending, "critical assets" descending, "controls" descending, first 20

print "Owners by how many controls they answer for:"
number of controls per owner, sorted by number descending, first 15

print "Essential roles with one holder and no deputy:"
essential roles that hinge on a person, showing name, holder

# ---------------------------------------------------------------- the controls

heading "Statement of Applicability"
print "The controls, whether they are in place, who owns them, what they are for, and what proves them."

print "Controls that apply:"
applicable controls,
  showing ref, title, status, owner, number of risks that they treat as "risks treated", evidence,
  justification
print "Controls that do not apply:"
not applicable controls, showing ref, title, owner, justification

"""##)
}
