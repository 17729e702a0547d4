// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acme = BuiltInLibrary.File(
    name: "acme.remit",
    text: ##"""
remit 1

# Acme Instruments, an invented maker of measuring instruments: 150 people, three sites.
# The CSV files are as their owners keep them: an HR export, an asset register, a training matrix,
# a list of controls, a risk register. README.md says what is wrong in them, as of 2026-06-30.

use "iso27001"

# A cell with several values separates them with ";". A header that is a declared word fills that attribute
# or relation by itself (Owner, Depends on, Leader); the others are named after `with`.

load locations from "locations.csv" with name from "Location"
load people from "people.csv"
  with staff number from "Employee ID", name from "Full name", email from "E-mail",
  location from "Site", manager from "Manager e-mail", screening date from "Screened on",
  terms date from "Terms signed on", confidentiality date from "Secrecy signed on"
load teams from "teams.csv" with name from "Team", email from "E-mail"
load belongs to from "members.csv"
  with person from "Member", team from "Team", since from "Since", until from "Until"

load competences from "competences.csv" with name from "Competence"
load roles from "roles.csv" with name from "Role"
load requires from "role_needs.csv"
  with role from "Role", competence from "Competence", least level from "Least level"
load holds from "appointments.csv"
  with person from "Holder", role from "Role", scope from "Scope", since from "Since",
  until from "Until"
load deputises for from "deputies.csv"
  with person from "Deputy", role from "Role", since from "Since", until from "Until"
load holds from "training.csv"
  with person from "Employee", competence from "Competence", level from "Level",
  since from "Obtained", until from "Valid until"

load assets from "assets.csv" with ref from "Asset ID", name from "Asset"
load organisations from "organisations.csv" with name from "Organisation"
load areas from "areas.csv" with name from "Area"
load activities from "activities.csv" with name from "Activity"

load requirements from "obligations.csv" with title from "Title"
load controls from "controls.csv"
load requires from "control_needs.csv"
  with control from "Control", competence from "Competence", least level from "Least level"
load owns from "handovers.csv"
  with person from "Owner", control from "Control", since from "Since", until from "Until",
  approver from "Approver"

load risks from "risks.csv" with name from "Risk"
load accepts from "acceptances.csv"
  with person from "Accepted by", risk from "Risk", since from "Accepted on", until from "Expires",
  accepted level from "Accepted level"
load delegates to from "delegations.csv"
  with delegator from "Delegator", delegate from "Delegate", since from "Since", until from "Until",
  subject from "Subject", reason from "Reason", transferable from "Transferable"

load documents from "documents.csv"
load approves from "approvals.csv"
  with person from "Approver", document from "Document", on from "Approved on"
load acknowledges from "acknowledgements.csv"
  with person from "Employee", document from "Document", on from "Acknowledged on"
load trainings from "trainings.csv" with name from "Training"
load completes from "completions.csv"
  with person from "Employee", training from "Training", on from "Completed on"

load accounts from "accounts.csv" with name from "Account"
load permissions from "permissions.csv" with name from "Permission"
load granted from "grants.csv"
  with grantee from "Granted to", permission from "Permission", since from "Since",
  until from "Until", review date from "Review date", approver from "Approver"
load duties from "duties.csv" with name from "Duty"
load performs from "performs.csv"

# What is newer than the registers above: who else takes part, what went wrong, what is done about it.

load requires from "activity_needs.csv"
  with activity from "Activity", competence from "Competence", least level from "Least level"
load approves from "change_approvals.csv"
  with person from "Approver", activity from "Activity", on from "Approved on"
load responsible for from "responsibilities.csv"
  with assignee from "Actor", subject from "Subject", since from "Since", until from "Until",
  approver from "Approver"
load supports from "supports.csv"
  with assignee from "Actor", subject from "Subject", since from "Since", until from "Until"
load consulted on from "consultations.csv"
  with assignee from "Actor", subject from "Subject", since from "Since", until from "Until"
load informed of from "briefings.csv"
  with assignee from "Actor", subject from "Subject", since from "Since", until from "Until"
load liaises with from "contacts.csv" with since from "Since", until from "Until"

load owns from "keepers.csv" with assignee from "Owner", subject from "Location"

load messages from "messages.csv" with name from "Message"
load acknowledges from "message_readers.csv"
  with person from "Person", message from "Message", on from "Acknowledged on"
load acknowledges from "role_acceptances.csv"
  with person from "Person", role from "Role", on from "Accepted on"

load threats from "threats.csv" with name from "Threat"
load incidents from "incidents.csv" with name from "Incident"
load issues from "issues.csv" with name from "Issue"
load objectives from "objectives.csv" with name from "Objective"
load reviews from "reviews.csv" with name from "Review"
load findings from "findings.csv"
load actions from "actions.csv"

"""##)
}
