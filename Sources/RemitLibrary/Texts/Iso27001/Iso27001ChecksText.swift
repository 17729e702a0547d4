// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Checks = BuiltInLibrary.File(
    name: "checks.remit",
    text: ##"""
remit 1

# What should hold in a register after ISO/IEC 27001: the checks, each with its severity and its clauses.
#
# A script uses them behind its data:  use "iso27001/checks"
# What is known and accepted is said before, and stops to count on its day:
#
#   except AS144 from "no owner" by "Ann Li" because "it is being replaced" until 2026-12-31
#
# The numbers are for an organisation of some hundred people. `use "iso27001/small"` or `"iso27001/large"`
# before the checks brings others, and so does --param many=30 on the command line.

use "notions.remit"

param many: number = 15    # what one person can answer for
param soon: number = 60    # days: what ends in so many days is told now
param apart: number = 10   # from so many people on, duties are in different hands
param months: number = 12  # after so many months a grant or an acceptance of a role is old
param aware: number = 95   # of a hundred people, so many have been trained in awareness

define a person p is overburdened if number of everything owned by p is above $many

# ---------------------------------------------------------------- owners

# The written owner stands beside each, so that the reason can be seen: no name, or one of somebody who left.
check "no owner": every critical asset has an active owner, showing ref, name, direct owner
  severity high
  clause A.5.9, A.5.2
# One of which nobody has said how critical it is may be critical: "no owner" says how many have no owner, this
# check which they are.
check "unknown criticality": every asset that is not disposed has criticality,
    showing ref, name, direct owner
  severity medium
  clause A.5.9, A.5.12
check "no control owner": every applicable control has an active owner,
    showing ref, title, direct owner
  severity high
  clause A.5.2
check "no risk owner": every open risk has an active owner, showing ref, name, direct owner
  severity high
  clause 6.1.2
check "no area owner": every area has an active owner, showing name, direct owner
  severity medium
  clause A.5.2
check "no document owner": every in force document has an active owner,
    showing ref, title, direct owner
  severity medium
  clause 7.5.2
# A name that a file uses and nothing defines: `load` refuses it, but with --lenient it is kept.
check "unknown name": every person is known
  severity high
  clause A.5.2
check "many owners": no asset or control or risk or activity or area is contested
  severity low
  clause A.5.2

# ---------------------------------------------------------------- roles

check "vacant role": no essential role is vacant, showing name, holder
  severity critical
  clause 5.3
check "understaffed role": no essential role is understaffed, showing name, least holders, holder
  severity medium
  clause 5.3
check "no deputy": every essential role has an active deputy, showing name, holder, deputy
  severity medium
  clause 5.3, A.5.24
# In a team of three, duties meet in one hand: then the check says nothing.
check "conflict": no active person p is conflicted,
    where number of active people is at least $apart, showing p's name, p's role, p's team
  severity high
  clause A.5.3
check "not accepted": no active person p holds a role that p has not acknowledged,
    showing p's name, p's role
  severity medium
  clause 5.3, 7.3
check "overloaded": no active person p is overburdened,
    showing p's name, number of everything owned by p as "owns"
  severity low
  clause A.5.2
check "single point": no essential role hinges on a person, showing name, holder
  severity medium
  clause A.5.29

# ---------------------------------------------------------------- competence

check "not competent": every applicable control that requires a competence has a competent owner,
    showing ref, title, owner
  severity high
  clause 7.2
check "undetermined": every applicable control requires a competence, showing ref, title, owner
  severity low
  clause 7.2
check "role not competent": no active person p holds a role that p is unfit for,
    showing p's name, p's role
  severity high
  clause 7.2
check "competence expiring":
    no certificate held by an active person has expiry date in the next $soon days,
    showing holder, competence, expiry date
  severity medium
  clause 7.2
check "awareness":
    share of active people
    who have completed an awareness training in the last 12 months is at least $aware
  severity medium
  clause 7.3, A.6.3

# ---------------------------------------------------------------- approval, delegation, acceptance

check "self-approval": no document is approved by its author, showing ref, title, author, approver
  severity high
  clause 7.5.2
check "change approved by its maker": no change activity x is approved by a person who handles x,
    showing x's name, x's approver
  severity high
  clause 6.3
check "void delegation": no delegation is void, showing delegator, delegate, subject
  severity medium
  clause A.5.2
check "circular delegation": no delegation is circular, showing delegator, delegate, subject
  severity medium
  clause A.5.2
check "delegation expiring": no current delegation has end date in the next $soon days,
    showing delegator, delegate, subject, end date
  severity low
  clause A.5.2
check "accepted by another": no current acceptance is foreign, showing risk, accepter
  severity high
  clause 6.1.3
check "over authority": no current acceptance is excessive, showing risk, accepter
  severity high
  clause A.5.2, 6.1.3
check "stale acceptance": no current acceptance is outgrown, showing risk, accepter, accepted level
  severity high
  clause 6.1.3
check "acceptance run out": no open retained risk is accepted by nobody,
    showing ref, name, residual level, owner
  severity medium
  clause 6.1.3
check "not independent":
    no audit review v that examines a control or area
    or asset x has a reviewer who is not independent of x, showing v's name, v's reviewer
  severity high
  clause 9.2, A.5.35

# ---------------------------------------------------------------- told, and on what ground

# Everybody has read the version in force of the policy and of the rules of acceptable use.
check "not communicated": every active person is briefed for every basic rule,
    showing name, department
  severity medium
  clause 7.3, 7.4
check "evidence-free": no control is unproven, showing ref, title, owner
  severity low
  clause 9.1
check "untraced": no control is untraced, showing ref, title, owner
  severity low
  clause 6.1.3
check "unmet": every annex requirement is met by a control
  severity low
  clause 6.1.3
check "no treatment": every open risk has a treatment, showing ref, name, residual level, owner
  severity high
  clause 6.1.3
check "nonconformity": every open major finding has an action with an active owner,
    showing ref, title, owner
  severity high
  clause 10.2

# ---------------------------------------------------------------- leavers and reviews

check "leaver with assets": no departed person owns an in use asset
  severity high
  clause A.5.11, A.6.5
check "leaver with role": no departed person holds a role, showing name, role
  severity high
  clause A.6.5
check "leaver with access": no departed person is granted a permission
  severity critical
  clause A.5.18
check "leaver with account": no account has a departed user, showing name, user, last used
  severity critical
  clause A.5.16
check "account of nobody": no shared account is orphaned, showing name, direct owner
  severity high
  clause A.5.17
check "stale grant": every current grant has review date in the last $months months,
    showing grantee, permission, review date
  severity medium
  clause A.5.18
check "never reviewed": every in place control has review date, showing ref, title, owner
  severity low
  clause A.5.36
check "overdue review": no control is overdue, showing ref, title, review date, owner
  severity medium
  clause A.5.36
check "overdue document": no in force document is overdue, showing ref, title, review date, owner
  severity medium
  clause A.5.1

"""##)
}
