// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Model = BuiltInLibrary.File(
    name: "model.remit",
    text: ##"""
remit 1

# The words of the library: what there is in an information security management system, and how it is linked.
#
# Dates are half-open: a link holds from its `since` day until, but not on, its `until` day.
# A missing `since` means always so far, a missing `until` means still open.

# ---------------------------------------------------------------- who

kind person (people)
  name: text
  email: text, key
  user name: text, key  # what they sign in with, or are called by in other systems
  staff number: text
  job title: text
  department: text
  employment: one of permanent, temporary, external
  start date: date
  end date: date              # the first day this person is no longer here
  screening date: date        # when what they said of themselves was checked
  terms date: date            # when they signed what their contract says about security
  confidentiality date: date  # when they signed to keep secrets
  remote: flag                # works elsewhere than in our buildings

kind team
  name: text
  purpose: text
  email: text

kind organisation
  name: text
  type: one of vendor, authority, interest group, customer, regulator
  # An organisation that is not one of these is our own.

kind role
  name: text
  description: text
  type: one of governance, operational, technical
  dedicated: flag  # the whole job of its holder
  essential: flag
  least holders: number
  risk limit: levels low < medium < high < severe  # the worst risk that its holders may accept

kind competence
  name: text
  type: one of skill, knowledge, qualification
  framework: text
  reference: text  # what the framework calls it

kind duty
  name: text
  least strength: levels viewing < editing < approving < administering  # of a permission that it takes

kind permission
  name: text
  strength: levels viewing < editing < approving < administering

kind training
  name: text
  mandatory: flag
  validity: duration

kind account  # what somebody, or a program, signs in with
  name: text
  type: one of personal, shared, technical
  last used: date
  review date: date

kind message  # what people have to be told
  name: text
  version: text
  channel: text
  sent date: date

# ---------------------------------------------------------------- what

kind asset
  ref: text, key
  name: text
  type: one of information, software, hardware, service, facility
  classification: levels public < internal < confidential < secret
  criticality: levels minor < moderate < major < critical
  primary: flag  # business information or process; the rest supports it
  integrity, availability: levels ordinary < important < vital
  personal data: flag
  status: one of in use, spare, disposed
  review date: date  # the day of the last review
  review every: duration

kind location
  name: text
  type: one of region, site, building, room, processing facility

kind area  # a security area with assigned responsibilities
  name: text
  description: text

kind activity
  name: text
  type: one of process, project, task, change
  frequency: duration
  due date: date
  completion date: date

kind document
  ref: text, key
  title: text
  type: one of policy, topic policy, procedure, guideline, record, agreement, plan
  version: text
  status: one of draft, in force, withdrawn
  effective date: date
  update date: date  # when its text was last changed
  end date: date     # of an agreement: the first day on which it binds nobody any more
  review date: date
  review every: duration
  retention date: date

kind requirement  # what the standard says; `control` is what we run
  ref: text, key
  title: text
  type: one of chapter, clause, annex, legal, contractual
  framework: text
  documented: flag  # asks for a document

kind statement  # what is said of roles and responsibilities, in plain words
  ref: text, key
  title: text

kind control
  ref: text, key
  title: text
  theme: one of organisational, personnel, physical, technological
  type: one of preventive, detective, corrective
  applicable: flag
  justification: text
  status: one of planned, in place, retired
  due date: date
  review date: date
  review every: duration

kind risk
  ref: text, key
  name: text
  inherent level: levels low < medium < high < severe  # before anything is done
  current level: levels low < medium < high < severe
  residual level: levels low < medium < high < severe  # when what is planned has been done
  response: one of modified, retained, avoided, shared
  status: one of open, closed
  review date: date
  review every: duration

kind threat
  ref: text, key
  name: text

kind incident
  ref: text, key
  name: text
  severity: levels low < medium < high < severe
  status: one of open, closed
  report date: date
  closing date: date

# ---------------------------------------------------------------- looking after it

kind issue  # what could help or hinder, from inside or outside
  name: text
  type: one of external, internal

kind objective
  ref: text, key
  name: text
  goal, value: number
  due date: date

kind review  # somebody looked at something, on a day
  ref: text, key
  name: text
  type: one of audit, management, test, access
  scope: text
  result: text
  review date: date
  next date: date

kind finding
  ref: text, key
  title: text
  severity: levels observation < minor < major
  status: one of open, closed
  report date: date
  due date: date
  closing date: date

kind action
  ref: text, key
  title: text
  status: one of open, closed
  due date: date
  closing date: date

# ---------------------------------------------------------------- people, teams and roles

relation person holds role as holder / role, dated, recorded as appointment
  scope: text
  appointer: person
relation person deputises for role
    as deputy, dated, recorded as deputyship of substitute / principal, forms "deputise for",
    "deputises for", "deputised for", "deputised for by"
  scope: text
relation person deputises for person
    as deputy, dated, recorded as deputyship of substitute / principal
  scope: text
relation person reports to person as report / manager, at most one manager
relation person belongs to team as member / team, dated
relation person belongs to organisation as member / organisation, dated
relation person leads team or organisation as leader, dated
relation team is part of team as - / parent team, at most one parent team
relation organisation is part of organisation
relation team staffs role as staffing team, dated  # each of its members does what the role does
relation role conflicts with role, symmetric

# Two duties that must not be in one hand: `conflicts with`, whatever they are done on; `conflicts locally
# with`, where they are done on the same thing, as who wrote a document must not approve that one.
relation duty conflicts with duty, symmetric
relation duty conflicts locally with duty, symmetric
relation person or role or team performs duty as performer / duty, dated, recorded as performance
  object: asset or control or risk or activity or area or document  # on which; on any, if nothing is said
  amount: number                                                    # the greatest that is at stake
relation person liaises with organisation as contact, dated
relation account belongs to person as account / user
relation account unlocks asset as account / system

# ---------------------------------------------------------------- competence

relation person holds competence
    as holder / competence, dated, recorded as certificate, until as expiry date
  level: number
  assessor: person  # who found that they have it
  basis: document   # what proves it
relation control or role or activity requires competence as - / competence, recorded as need
  least level: number
relation training teaches competence, recorded as lesson
  level: number  # up to which
relation person is booked on training
    as booked person / booked training, recorded as booking of trainee / course
  training date: date
relation person completes training as participant / training, dated on day, recorded as completion
  result: text
  basis: document  # what proves it

# ---------------------------------------------------------------- responsibility

# Every written link of these is an assignment too, with what is behind it: its `relation` says which it is.
relation person or role or team or organisation owns asset or control or risk or activity or area
    or document or location or organisation or training or account or objective or finding or action
    or issue as owner, dated, recorded as assignment of assignee / subject
  scope: text
  acceptance date: date  # when the assignee said yes
  approver: person       # who assigned it
  basis: document        # what it rests on
relation person or role or team or organisation is responsible for asset or control or risk
    or activity or area or document
    as responsible actor, dated, recorded as assignment of assignee / subject
  scope: text
  duty: duty       # which part of the work: custody, operation
  portion: number  # how much of it, of a hundred
  acceptance date: date
  approver: person
  basis: document
relation person or role or team supports asset or control or risk or activity or area
    as supporter, dated, recorded as assignment of assignee / subject
  scope: text
  acceptance date: date
  approver: person
  basis: document
relation person or role or team is consulted on asset or control or risk or activity or area
    or document as consulted actor, dated, recorded as assignment of assignee / subject
  scope: text
  acceptance date: date
  approver: person
  basis: document
relation person or role or team is informed of asset or control or risk or activity or area
    or document as informed actor, dated, recorded as assignment of assignee / subject
  scope: text
  acceptance date: date
  approver: person
  basis: document
relation person delegates to person as delegator / delegate, dated, recorded as delegation
  subject: asset or control or risk or activity or area or document or duty
  reason: text
  approver: person
  transferable: flag  # the delegate may pass it on

# ---------------------------------------------------------------- access

relation person or role or team or account is granted permission
    as grantee / permission, dated, recorded as grant
  review date: date
  approver: person
  limit: number  # the greatest amount it is good for
relation permission covers asset or location

# ---------------------------------------------------------------- assets, places and suppliers

relation asset is part of asset as component / whole
relation asset or activity depends on asset as dependent / dependency
relation asset or person or organisation or activity is located at location as - / location
relation location is inside location
relation area is part of area
relation organisation supplies asset as supplier
relation organisation receives asset as recipient
relation document binds organisation as contract, forms "bind", "binds", "bound", "bound by"

# ---------------------------------------------------------------- controls, risks and requirements

relation requirement is part of requirement
  as - / parent requirement, at most one parent requirement
relation control or document or training or activity meets requirement, recorded as coverage
  extent: one of full, partial
relation requirement maps to requirement, recorded as mapping of source / target
  extent: one of equal, wider, narrower, overlapping
relation organisation demands requirement
relation control protects asset or location or activity as protection
relation control treats risk or threat as treatment
relation risk threatens asset
relation threat feeds risk, forms "feed", "feeds", "fed", "fed by"
relation person accepts risk as accepter, dated, recorded as acceptance
  accepted level: levels low < medium < high < severe
  reason: text
  basis: document

# ---------------------------------------------------------------- documents

relation person writes document as author
relation person approves document as approver, dated on day
relation person approves activity as approver, dated on day
relation person acknowledges document or message or role
    as reader, dated on day, recorded as acknowledgement
  version: text  # of what they acknowledged
relation document applies to asset or role or team or area or location or activity
relation document proves control as evidence
relation document refers to document

# ---------------------------------------------------------------- reviews, findings, incidents, messages

relation person conducts review as reviewer
relation review examines asset or control or risk or activity or area or organisation or account
  as review / -
relation review raises finding as - / finding
relation review decides action as - / action
relation finding concerns asset or control or area or activity or organisation as finding / -
relation action fixes finding or incident as action / -, forms "fix", "fixes", "fixed", "fixed by"
relation incident affects asset as incident / -
relation person investigates incident as investigator
relation person or role or team sends message as sender, forms "send", "sends", "sent", "sent by"
relation message addresses role or team as message / audience

"""##)
}
