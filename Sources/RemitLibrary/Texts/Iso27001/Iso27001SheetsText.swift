// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Sheets = BuiltInLibrary.File(
    name: "sheets.remit",
    text: ##"""
remit 1

# One sheet for each person: what is expected of them. A part of the document that `remit report` writes, and by
# itself a sheet on each page, to be handed out:
#
#   remit report acme/ iso27001/sheets --output sheets.html
#   remit report acme/ --person "Ann Li" --output ann.html    # hers alone, also if she has left

use "iso27001.remit"

param person: text = "everybody"
define a person p is chosen if p's name is $person, or p's email is $person
define a person p is usually featured if p is active, and there is no chosen person
define a person p is featured if p is chosen, or p is usually featured

if there is a chosen person:
  heading "What is expected of {$person}"
otherwise:
  heading "What is expected of each person"

for each featured person p:
  heading "{p's name}"
  print "As of {today}."
  p, showing job title, department, manager as "reports to", email
  print "Roles:"
  roles held by p
  if p owns something:
    print "Accountable for:"
    something owned by p
  if p is responsible for something:
    print "Responsible for:"
    something that p is responsible for
  if p supports something:
    print "Supports:"
    something that p supports
  if p is consulted on something:
    print "Consulted on:"
    something that p is consulted on
  if there is a current deputyship whose substitute is p:
    print "Stands in for:"
    current deputyships t whose substitute is p,
      showing t's principal as "whom", t's scope as "scope", t's end date as "until"
  if there is a current delegation whose delegate is p:
    print "Delegated to them:"
    current delegations d whose delegate is p,
      showing d's subject as "what", d's delegator as "by", d's end date as "until"
  if p is charged with a duty:
    print "Duties:"
    duties that p is charged with
  if there is a basic rule d where p is not briefed for d:
    print "To be read:"
    basic rules d where p is not briefed for d
  if there is a role that p holds and that p has not acknowledged:
    print "To be accepted:"
    roles that p holds and that p has not acknowledged
  if p holds a role that requires a competence:
    print "Competences their roles require:"
    competences c required by a role held by p,
      showing name,
      highest level of current certificates t whose holder is p
      and whose competence is c as "level held",
      latest end date of current certificates t whose holder is p
      and whose competence is c as "until"
  if there is a need n of a role held by p where p does not meet n:
    print "To be learnt:"
    needs n of a role held by p where p does not meet n,
      showing n's competence as "competence", n's least level as "at least level"
  if there is a certificate of p whose end date is in the next 60 days:
    print "To be renewed:"
    certificates t of p whose end date is in the next 60 days,
      showing t's competence as "competence", t's end date as "ends"

"""##)
}
