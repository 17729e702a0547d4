// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Clauses = BuiltInLibrary.File(
    name: "clauses.remit",
    text: ##"""
remit 1

# Questions on the clauses 4 to 10 of ISO/IEC 27001:2022, the management system itself.
#
# What stands behind a requirement is said by `meets`: the scope is the document that meets requirement 4.3, an
# awareness training one that meets requirement 7.3. So no question needs the names of your documents.

use "notions.remit"

# ---------------------------------------------------------------- 4 context

# An issue nobody looks after is only a line in a list.
question "Which issues on the context list have no owner?":
  issues with no active owner, showing name, type, direct owner
  clause 4.1

# What somebody may ask of us and no control does anything about.
question "Which interested parties have a requirement that no control meets?":
  organisations g that demand a requirement r met by no control,
      showing g's name, g's type, r's ref, r's title
  clause 4.2

# The scope is what the document that meets 4.3 applies to.
question "Which assets in scope have no owner?":
  assets that a document that meets requirement 4.3 applies to, with no active owner,
      showing ref, name, direct owner
  clause 4.3
question "Which critical assets have an owner and are outside the scope?":
  critical assets with an active owner, that no document that meets requirement 4.3 applies to,
      showing ref, name, owner
  clause 4.3

# A process with no owner happens, or it does not.
question "Which processes of the system have nobody accountable?":
  process activities with no active owner, showing name, frequency, direct owner
  clause 4.4

# ---------------------------------------------------------------- 5 leadership

# Top management is whoever has no manager, and who reports to them.
question "Which governance roles are held by nobody in top management?":
  governance roles held by no active person who has no manager
      or who reports to a person who has no manager, showing name, holder
  clause 5.1

# The policy is the document that meets 5.2.
question "Who approved the information security policy, and who answers for it?":
  documents that meet requirement 5.2, showing ref, title, status, version, approver, owner
  clause 5.2

# A gap of a day counts: on that day nobody could decide.
question "Which roles had no active holder on some day of the last 12 months, and when?":
  periods in the last 12 months per role when it had no active holder
  clause 5.3
question "Which essential roles are vacant today, deputies not counted?":
  essential vacant roles, showing name, holder, deputy
  clause 5.3

# ---------------------------------------------------------------- 6 planning

# A plan says who, and by when.
question "Which planned actions have no owner or no due date?":
  open actions where it has no active owner, or its due date is unknown,
      showing ref, title, direct owner, due date
  clause 6.1.1

# The owner of a risk decides on it: somebody has to be there who can.
question "Which risks have no owner, or one who has left?":
  open orphaned risks, showing ref, name, direct owner, owner
  clause 6.1.2

# Only who answers for a risk may live with what is left of it.
question "Which residual risks were accepted by someone who is not their owner?":
  current foreign acceptances t,
      showing t's risk, t's accepter, t's risk's owner as "owner", t's accepted level
  clause 6.1.3
question "Which residual risks were accepted by someone who may not accept so much?":
  current excessive acceptances t,
      showing t's risk, t's accepter, t's risk's residual level as "residual level"
  clause 6.1.3

# For each control left out of the Statement of Applicability a reason is due.
question "Which controls are not applicable, and which of them without a justification?":
  controls that are not applicable, showing ref, title, justification
  clause 6.1.3

question "Which objectives are past due and not reached, by owner?":
  objectives whose due date is before today where its value is not at least its goal,
      showing owner, ref, name, goal, value, due date
  clause 6.2

# Whoever makes a change does not approve it.
question "Which changes were approved by the person who made them?":
  change activities x approved by a person who handles x, showing x's name, x's approver
  clause 6.3

# ---------------------------------------------------------------- 7 support

# Resources come from those who lead a team.
question "Which controls has nobody who leads a team given resources?":
  applicable controls supported by no active person who leads a team,
      supported by no team with an active leader, showing ref, title, supporter
  clause 7.1

# The note below the answer counts the controls that require no competence: there it is undetermined.
question "Which controls have no competent owner?":
  controls with no competent owner, showing ref, title, owner
  clause 7.2
question "Which holders of a role are not competent for it?":
  active people p who hold a role r where p is not competent for r, and r has a need,
      showing p's name, r's name
  clause 7.2

question "Who has had no awareness training in the last 12 months?":
  active people who have completed no awareness training in the last 12 months,
      showing name, department, start date
  clause 7.3

question "Which messages have an audience but nobody who sends them?":
  messages with an audience, announced by no active person, showing name, channel, sender, audience
  clause 7.4

question "Which required documents do not exist?":
  documented requirements met by no document, showing ref, title
  clause 7.5.1

# Two pairs of eyes.
question "Which documents were approved by their own author?":
  documents d approved by a person p who wrote d, showing d's ref, d's title, p's name
  clause 7.5.2

# Old copies and drafts are not to be used.
question "Which documents are used as evidence without being in force?":
  documents that are not in force, that prove a control,
      showing ref, title, status, number of controls that they prove as "controls"
  clause 7.5.3

# ---------------------------------------------------------------- 8 operation

question "Which recurring activities have no next day, or one that has passed?":
  activities whose frequency is known
      where its due date is unknown, or its due date is before today,
      showing name, frequency, due date, owner
  clause 8.1

# A risk that nobody looked at for a year may have become another.
question "Which open risks were not looked at in the last 12 months?":
  open risks whose review date is not in the last 12 months, showing ref, name, review date, owner
  clause 8.2

question "Which risks are treated only by controls that are not in place?":
  open risks treated by a control and treated by no control that is in place,
      showing ref, name, residual level, treatment
  clause 8.3

# ---------------------------------------------------------------- 9 performance evaluation

question "Which controls in place has nobody measured this year?":
  controls that are in place, examined by no review whose review date is this year,
      showing ref, title, review date
  clause 9.1

# Not even of something else: who owns it does not audit it.
question "Which audits were done by someone responsible for what they audited?":
  audit reviews v that examine a control or area or asset c
      where a reviewer of v is not independent of c, showing v's name, v's reviewer, c as "examined"
  clause 9.2
question "Which audits are overdue?":
  audit reviews whose next date is before today, showing ref, name, next date, reviewer
  clause 9.2

question "When was the last management review?":
  top 1 management reviews by review date
  clause 9.3
question "Which actions of a management review are open?":
  open actions decided by a management review, showing ref, title, due date, owner
  clause 9.3

# ---------------------------------------------------------------- 10 improvement

# Each action counts for each of its owners.
question "How many improvement actions are open, per owner?":
  number of open actions per owner, sorted by number descending
  clause 10.1

question "Which nonconformities have no corrective action with an owner?":
  open findings with no action that has an active owner, showing ref, title, severity, owner
  clause 10.2

"""##)
}
