// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Responsibilities = BuiltInLibrary.File(
    name: "responsibilities.remit",
    text: ##"""
remit 1

# Questions on what is said of responsibilities: in practice, statement by statement, S1 to S22.

use "notions.remit"

# ---------------------------------------------------------------- roles and people

question "Which roles are defined but held by nobody who is here?":
  roles with no active holder, showing name, type, holder
  clause S1
question "Which people hold no role?":
  active people who hold no role, showing name, department, job title
  clause S1
question "Which people who lead a team hold no role?":
  active people who lead a team and hold no role, showing name, job title
  clause S1

question "Who holds a role they have not accepted?":
  active people p who hold a role r that p has not acknowledged, showing p's name, r's name
  clause S2

# What a role is there for stands in the register, or in a document that applies to it.
question "Which roles are described nowhere?":
  roles r where r's description is unknown, and no in force document applies to r,
      showing r's name, r's type, r's holder
  clause S3
question "Which descriptions of roles has nobody approved, or a holder not acknowledged?":
  roles r that an in force document d applies to
      where nobody approved d, or an active holder of r has not acknowledged d,
      showing r's name, d's ref, d's approver, r's holder
  clause S3
question "Which documents in force has nobody approved?":
  in force documents that nobody has approved, showing ref, title, owner
  clause S3
question "Which areas have a document that no owner of theirs has acknowledged?":
  areas v that an in force document d applies to where no active owner of v acknowledged d,
      showing v's name, d's ref
  clause S3

# Assigning roles is what the controls for A.5.2 are about.
question "Who is consulted when roles are assigned?":
  people who are consulted on a control that meets requirement A.5.2,
      or who hold a role that is consulted on a control that meets requirement A.5.2,
      or who lead a team that is consulted on a control that meets requirement A.5.2,
      showing name, job title
  clause S4

# Of owners a register has the name alone, as a rule: those are left out.
question "Which assignments other than of an owner rest on no policy?":
  current assignments with no basis, whose relation is not "owns",
      showing assignee, relation, subject
  clause S5
question "Which assignments rest on a document that is not in force?":
  current assignments t whose basis is not in force,
      showing t's assignee, t's relation, t's subject, t's basis
  clause S5
question "Which assignments other than of an owner has nobody approved, or who got them?":
  current assignments t whose relation is not "owns"
      where t has no approver, or t's approver is t's assignee,
      showing t's assignee, t's relation, t's subject, t's approver
  clause S5

# ---------------------------------------------------------------- what is covered

question "Which assets in use are left uncovered?":
  in use orphaned assets, showing ref, name, direct owner
  clause S6
question "Which activities are left uncovered?":
  orphaned activities, showing name, type, direct owner
  clause S6
question "Which open risks remain higher than anybody has accepted?":
  open risks that are retained and not settled, showing ref, name, residual level, owner
  clause S6
question "Who is here and has not accepted the rules of acceptable use?":
  active people p
      where there is an in force document that meets requirement A.5.10
      and that p has not acknowledged, showing p's name, p's department
  clause S6

question "Who is responsible for what at which place?":
  current assignments whose scope is known, showing scope, assignee, relation, subject
  clause S7
question "Which processing facilities have no rules of their own?":
  processing facility locations that no in force document applies to, showing name, owner
  clause S7

# ---------------------------------------------------------------- passing on

# Who delegates still answers for it: the owner stands in the last column.
question "What has been delegated, by whom to whom, until when, and who stays accountable?":
  current delegations,
      showing delegator, delegate, subject, end date, its subject's owner as "accountable"
  clause S8
question "Which delegations count for nothing?":
  void delegations, showing delegator, delegate, subject
  clause S8

question "Which areas are undefined, or in no document that is in force?":
  areas where its description is unknown, or no in force document applies to it, showing name, owner
  clause S9
question "Who has a part in an area and has not read the document for it?":
  active people p involved with an area v that an in force document d applies to
      where p has not acknowledged d, showing v's name, d's ref, p's name
  clause S9

question "Which governance roles have no level up to which they may accept a risk?":
  governance roles whose risk limit is unknown, showing name, holder
  clause S10
question "Who exceeds the level of their roles?":
  people p who accept a risk r where p is not authorised for r,
      showing p's name, r's ref, r's residual level
  clause S10

question "Who does what no permission of theirs is strong enough, or good, for?":
  active people p who exercise a current performance f
      where f's duty's least strength is known, and p is not authorised for f,
      showing p's name, f's duty, f's object
  clause S10

# ---------------------------------------------------------------- competence

question "Who holds a role without being competent for it, and which competence is missing?":
  active people p who hold a role r with a need n where p does not meet n,
      showing p's name, r's name, n's competence, n's least level
  clause S11
question "Which roles require no competence, so that nobody can say?":
  roles with no need, showing name, holder
  clause S11

# Required is what a role they hold, or a control they own, asks for.
question "Whose required competence expires within 60 days, with no training planned?":
  certificates t held by an active person p, whose expiry date is in the next 60 days
      where p relies on t's competence,
      and there is no training that p expects and that teaches t's competence,
      showing p's name, t's competence, t's expiry date
  clause S12

# ---------------------------------------------------------------- who leads

# A security manager holds a governance role and answers for A.5.2.
question "Which open risks does nobody below the security manager own?":
  open risks r
      where there is no active person who owns r
      and who reports to* a person who owns a control that meets requirement A.5.2,
      showing r's ref, r's name, r's owner
  clause S13

question "Which controls are owned outside the unit whose assets they protect?":
  controls c owned by a person p, that protect an asset owned by a person q
      where p's department is different from q's department,
      showing c's ref, p's name, p's department, q's department
  clause S14

question "Which critical assets have no owner, or more than one?":
  critical assets where it is orphaned, or it is contested, showing ref, name, direct owner
  clause S15

# In a team of three some duties meet in one hand: the question is which, and whether that is known.
question "Which departments are so small that duties are hard to part?":
  number of active people per department, sorted by number, first 5
  clause S16
question "Which conflicts are left if a department of up to three people may share its duties?":
  conflicted active people p
      where number of active people whose department is p's department is above 3,
      showing p's name, p's department, p's role
  clause S16
question "Who is charged with duties that conflict?":
  active people p charged with a duty d that conflicts with a duty e
      where p is charged with e, and d's name is below e's name,
      showing p's name, d's name as "has to do", e's name as "and"
  clause S16

question "Which essential roles are held by people whose job is another?":
  essential not dedicated roles with an active holder, showing name, holder
  clause S17

# ---------------------------------------------------------------- on paper

question "Which roles are there, who holds them, and what do they answer for?":
  roles,
      showing name, type, holder, deputy, risk limit,
      number of everything directly owned by it as "owns"
  clause S18
question "Who takes part in which area, and how?":
  current assignments whose subject is an area, showing subject, relation, assignee
  clause S18

question "Which evidence do we have for A.5.2?":
  documents that prove a control that meets requirement A.5.2,
      showing ref, title, version, status, approver
  clause S19

question "Who is both lead implementer and lead auditor?":
  active people who hold a competence whose name contains text "lead implementer"
      and hold a competence whose name contains text "lead auditor", showing name, job title
  clause S20
question "Who has belonged to the same team for ten years or more?":
  active people p who have belonged to a team t since today minus 10 years,
      showing p's name, t's name
  clause S20

question "Which documents were last updated more than a year ago?":
  in force documents whose update date is before today minus 1 year,
      showing ref, title, update date, review date, owner
  clause S21

question "Which documents does the document for A.5.2 or the policy point to?":
  documents d that a document e refers to
      where e meets requirement 5.2, or e proves a control that meets requirement A.5.2,
      showing e's ref, d's ref, d's title, d's status
  clause S22

"""##)
}
