// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Organisational = BuiltInLibrary.File(
    name: "organisational.remit",
    text: ##"""
remit 1

# Questions on the organisational controls of Annex A: 37 of them, A.5.1 to A.5.37.
#
# The rules for something are the documents in force that meet the requirement: the rules of acceptable use meet
# A.5.10. What a control is about are the assets that a control which meets the requirement protects.

use "notions.remit"

# ---------------------------------------------------------------- policies and roles

# One that was never reviewed is overdue as well, if it should be.
question "Which policies are overdue for review, and who owns them?":
  in force policy or topic policy documents where it is overdue, or it is unreviewed,
      showing ref, title, review date, review every, owner
  clause A.5.1

# Nobody, or more than one name, is the same to whoever asks.
question "Which areas have nobody accountable, or more than one?":
  areas where it has no active owner, or it is contested, showing name, direct owner, owner
  clause A.5.2
question "Which controls have nobody accountable, and for which reason?":
  orphaned controls, showing ref, title, direct owner, owner
  clause A.5.2

# Not any two duties: two that can be done to the same thing. Through whom: the role, the team or the person who
# performs the duty; a duty that is delegated is still theirs.
question "Who performs two conflicting duties on the same asset, and through which roles?":
  people p who exercise a current performance f that reaches an asset x
      where p exercises a current performance g that reaches x, and f clashes with g,
      and f's duty's name is below g's duty's name,
      showing p's name, f's duty as "does", f's performer as "as", g's duty as "and",
      g's performer as "also as", x's ref as "on"
  clause A.5.3
question "Who gets by delegation what conflicts with their own duties?":
  people p who exercise a current performance f that p does not bear
      where p exercises a current performance g, and f clashes with g,
      showing p's name, f's duty as "does for another", f's performer as "for", g's duty as "and",
      f's object as "on"
  clause A.5.3
question "Who holds two roles that conflict?":
  people p who hold a role r that conflicts with a role s held by p
      where r's name is below s's name,
      showing p's name, r's name as "holds", s's name as "and holds"
  clause A.5.3

# The policy is the document that meets clause 5.2.
question "Which managers have reports who have not acknowledged the policy, and how many?":
  number of active people p
      where there is an in force document that meets requirement 5.2 and that p has not acknowledged
      per manager, sorted by number descending
  clause A.5.4

question "Which authorities have no contact person who is still here?":
  authority or regulator organisations with no active contact, showing name, contact
  clause A.5.5
question "Which authorities have one contact person alone, and no second?":
  authority or regulator organisations with exactly 1 active contact, showing name, contact
  clause A.5.5

# What we need and can get neither here nor from those who share what they know.
question "Which competences that a control requires do we draw from no holder and from no group?":
  competences required by a control, held by no active person,
      held by no contact of an interest group organisation
  clause A.5.6

question "Which threats does no control we run treat?":
  threats treated by no control that is in place, showing ref, name, treatment
  clause A.5.7

question "Which projects have no one responsible for security?":
  project activities x
      where there is no current assignment whose scope is "security" and whose subject is x
      and whose assignee is not a departed person, showing x's name, x's due date, x's owner
  clause A.5.8

# ---------------------------------------------------------------- assets

# The reason stands beside it: no name at all, or a name behind which nobody is left.
question "Which critical assets have no owner, and for which reason?":
  critical orphaned assets, showing ref, name, direct owner, owner
  clause A.5.9

question "Who uses a confidential asset and has not accepted the rules?":
  active people p who are authorised for an asset whose classification is at least confidential
      where there is an in force document that meets requirement A.5.10
      and that p has not acknowledged, showing name, department
  clause A.5.10

question "Which leavers still hold assets, and which?":
  departed people p who own an asset x that is in use,
      showing p's name, p's end date, x's ref, x's name
  clause A.5.11

question "Which information assets have no classification, and who owns them?":
  information assets whose classification is unknown, showing ref, name, owner
  clause A.5.12

question "Which confidential or secret assets does no labelling control protect?":
  assets whose classification is at least confidential,
      protected by no control that meets requirement A.5.13,
      showing ref, name, classification, owner
  clause A.5.13

question "To which organisations do we send data without an agreement?":
  organisations g that receive an asset x where g is bound by no in force document,
      showing g's name, x's ref, x's name
  clause A.5.14

# ---------------------------------------------------------------- access

# The permission says why; whose role or account it comes by, `why` tells.
question "Who can administer a critical asset, and by which permission?":
  active people p who may use an administering permission m that covers a critical asset x,
      showing p's name, m's name, x's ref
  clause A.5.15

question "Which personal accounts belong to nobody active?":
  personal accounts with no active user, showing name, user, last used
  clause A.5.16
question "Which accounts were used after their user had left?":
  accounts x whose last used is after x's user's end date, showing x's name, x's user, x's last used
  clause A.5.16

question "Which shared accounts have no accountable person?":
  shared accounts with no active owner, showing name, direct owner, last used
  clause A.5.17

question "Which grants were not reviewed in 6 months?":
  current grants g whose review date is not in the last 6 months,
      showing g's grantee, g's permission, g's review date
  clause A.5.18
question "Which grants were approved by their own holder?":
  current grants g whose approver is g's grantee, showing g's grantee, g's permission
  clause A.5.18

# ---------------------------------------------------------------- suppliers

question "Which suppliers has nobody here responsibility for?":
  vendor organisations with no active owner, showing name, direct owner, contact
  clause A.5.19

question "Which supplier agreements have ended, or end within 90 days?":
  agreement documents that bind an organisation, whose end date is before today plus 90 days,
      showing ref, title, status, end date, owner
  clause A.5.20
# What an agreement says of security it says by meeting A.5.20.
question "Which supplier agreements in force say nothing of security?":
  in force agreement documents d that bind an organisation g where d meets no requirement A.5.20,
      showing d's ref, d's title, g's name, d's owner
  clause A.5.20
question "Which suppliers are bound by no agreement that is in force?":
  vendor organisations bound by no in force document, showing name, contract
  clause A.5.20

question "Which critical assets depend, directly or not, on one supplier alone?":
  critical assets x where number of organisations that supply an asset that x depends on* is 1,
      showing x's ref, x's name, x's owner
  clause A.5.21

question "Which suppliers are overdue for review?":
  vendor organisations examined by no review whose review date is in the last 12 months,
      showing name, owner
  clause A.5.22

question "For which controls of a service is neither we nor the provider responsible?":
  controls that protect a service asset, with no responsible actor, showing ref, title, owner
  clause A.5.23

# ---------------------------------------------------------------- incidents and continuity

# The roles and duties of incidents are those that have the word in their name.

question "Which incident roles have no deputy?":
  roles with no active deputy, whose name contains text "incident", showing name, holder
  clause A.5.24

question "Who may decide that an event is an incident tonight?":
  active people p charged with a duty d whose name contains text "incident",
      showing p's name, p's role, d's name
  clause A.5.25

question "Which incident responders hold no current response competence?":
  active people p who hold a role r whose name contains text "incident"
      where p is not competent for r, showing p's name, r's name
  clause A.5.26

question "Which closed incidents led to no action?":
  closed incidents with no action, showing ref, name, severity, closing date
  clause A.5.27

question "Who collected evidence on an incident in an asset they own?":
  people p who investigate an incident n that affects an asset x owned by p,
      showing p's name, n's name, x's ref
  clause A.5.28

question "Which essential roles are held only by people at one site?":
  essential roles r with an active holder located at a location s
      where every active holder of r is located at s,
      showing r's name, s's name, number of active holders of r as "holders"
  clause A.5.29

question "Which critical services have a recovery that nobody tested in 12 months?":
  critical service assets examined by no test review whose review date is in the last 12 months,
      showing ref, name, owner
  clause A.5.30

# ---------------------------------------------------------------- law, and our own rules

question "Which legal requirements has nobody responsibility for?":
  legal requirements met by no control with an active owner, showing ref, title
  clause A.5.31

question "Which software has no licence document, or no owner?":
  software assets x where no agreement document applies to x, or x has no active owner,
      showing x's ref, x's name, x's owner
  clause A.5.32

question "Which records are past their retention, by owner?":
  documents whose retention date is before today, showing owner, ref, title, retention date
  clause A.5.33

# A privacy training is one that meets A.5.34.
question "Which assets with personal data have an owner without privacy training?":
  personal data assets x owned by an active person p who has completed no training
      that meets requirement A.5.34, showing x's ref, x's name, p's name
  clause A.5.34

question "Was a review of the policies made by somebody who depends on them?":
  audit reviews v that examine a control c that meets requirement A.5.1
      where a reviewer of v is not independent of c, showing v's name, v's reviewer, v's review date
  clause A.5.35

question "Which managers have not reviewed what they answer for this year?":
  active people p who lead a team and own a control c whose review date is not this year,
      showing p's name, c's ref, c's title, c's review date
  clause A.5.36

question "Which recurring activities have no procedure, or one that their owner has not acknowledged?":
  activities v whose frequency is known
      where no in force document applies to v,
      or an in force document that no owner of v has acknowledged applies to v,
      showing v's name, v's frequency, v's owner
  clause A.5.37

"""##)
}
