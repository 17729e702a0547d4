// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Technological = BuiltInLibrary.File(
    name: "technological.remit",
    text: ##"""
remit 1

# Questions on the technological controls of Annex A: 34 of them, A.8.1 to A.8.34.
#
# What a control is about are the assets that a control which meets the requirement protects.

use "notions.remit"

# ---------------------------------------------------------------- devices and access

question "Which hardware in use belongs to somebody who has left?":
  in use hardware assets with a departed owner and with no active owner, showing ref, name, owner
  clause A.8.1

question "Which permissions to administer were not reviewed this year?":
  current grants g whose permission is an administering permission
      and whose review date is not this year, showing g's grantee, g's permission, g's review date
  clause A.8.2

question "Which secret assets can more than five people use?":
  secret assets x where number of active people who are authorised for x is above 5,
      showing x's ref, x's name, number of active people who are authorised for x as "people"
  clause A.8.3

question "Who may change the source code, and by which permission?":
  active people p who may use a permission m whose strength is at least editing
      and that covers an asset protected by a control that meets requirement A.8.4,
      showing p's name, p's role, m's name
  clause A.8.4

question "Which shared accounts open a confidential asset?":
  shared accounts n that unlock an asset x whose classification is at least confidential,
      showing n's name, x's ref, x's name, n's owner
  clause A.8.5

# ---------------------------------------------------------------- running it

question "For which critical services does nobody watch the capacity?":
  critical service assets protected by no control that is in place and that meets requirement A.8.6,
      showing ref, name, owner
  clause A.8.6

question "Who answers for the protection against malware and is fit for it?":
  active people p who own a control c that meets requirement A.8.7 where p is competent for c,
      showing c's ref, p's name
  clause A.8.7

question "Who answers for known vulnerabilities without being fit for it?":
  people p who own a control c that meets requirement A.8.8 where p is not competent for c,
      showing c's ref, p's name, c's evidence
  clause A.8.8

# An asset nobody reviews has the settings of long ago.
question "Which critical assets are overdue for review, or were never reviewed?":
  critical assets where it is overdue, or it is unreviewed, showing ref, name, review date, owner
  clause A.8.9

# Disposed of is not yet deleted: somebody has to say so.
question "Which assets with personal data have been disposed of, and who answers for what was in them?":
  disposed personal data assets, showing ref, name, review date, owner
  clause A.8.10

question "Which assets with personal data does no masking protect?":
  personal data assets protected by no control that is in place and that meets requirement A.8.11,
      showing ref, name, classification, owner
  clause A.8.11

question "Which secret information has nobody who guards it against leaks?":
  secret information assets protected by no control that is in place
      and that meets requirement A.8.12, showing ref, name, owner
  clause A.8.12

question "Which critical assets are in no backup that somebody has restored this year?":
  critical software or information assets x protected by no control that meets requirement A.8.13
      and that is examined by a test review whose review date is this year,
      showing x's ref, x's name, x's owner
  clause A.8.13

question "How many critical assets stand in each place?":
  number of critical assets per location, sorted by number descending
  clause A.8.14

# Who is watched does not keep the record.
question "Who looks after the logs, and may administer something as well?":
  active people who own a control that meets requirement A.8.15,
      who may use an administering permission, showing name, role
  clause A.8.15

question "Which critical assets does nobody monitor?":
  critical assets protected by no control that is in place and that meets requirement A.8.16,
      showing ref, name, owner
  clause A.8.16

question "Who answers for the clocks?":
  active people p who own a control c that meets requirement A.8.17,
      showing c's ref, c's status, p's name
  clause A.8.17

question "Who may administer an asset that they answer for themselves?":
  active people p who may use an administering permission m that covers an asset owned by p,
      showing p's name, m's name
  clause A.8.18

question "Which programs run without anybody who answers for them?":
  in use software assets with no active owner, showing ref, name, direct owner
  clause A.8.19

# ---------------------------------------------------------------- networks

question "Who answers for the networks without being fit for it?":
  people p who own a control c that meets requirement A.8.20 where p is not competent for c,
      showing c's ref, p's name
  clause A.8.20

question "Which network services have nobody at the supplier or here who is responsible for them?":
  controls that meet requirement A.8.21, with no responsible actor, showing ref, owner
  clause A.8.21

question "Whom does a change of the separation of networks concern?":
  people p involved with a control c that meets requirement A.8.22, showing c's ref, p's name
  clause A.8.22

question "Who filters the web, and if nobody does, why?":
  controls where its ref is "A.8.23", or it meets requirement A.8.23,
      showing ref, status, justification, owner
  clause A.8.23

question "Which controls on keys and ciphers have nobody fit to answer for them?":
  controls c that meet requirement A.8.24 where no active owner of c is competent for c,
      showing c's ref, c's direct owner, c's owner
  clause A.8.24

# ---------------------------------------------------------------- making software

question "Which projects on a system have nobody responsible besides their owner?":
  project activities that depend on an asset, with no responsible actor,
      showing name, due date, owner
  clause A.8.25

question "Which critical services have no control on what they must withstand?":
  critical service assets protected by no control that is in place
      and that meets requirement A.8.26, showing ref, name, owner
  clause A.8.26

question "On which one person does the architecture hang?":
  controls c that meet requirement A.8.27 and that hinge on a person p, showing c's ref, p's name
  clause A.8.27

question "Who may write code and has had no training in secure coding?":
  active people p who may use an editing permission that covers an asset protected by a control
      that meets requirement A.8.4 where p has completed no training that meets requirement A.8.28,
      showing p's name, p's department
  clause A.8.28

question "Which tests before something goes into use has nobody to answer for them?":
  activities that meet requirement A.8.29, with no active owner,
      showing name, due date, direct owner
  clause A.8.29

question "Who watches what others develop for us, and if nobody does, why?":
  controls where its ref is "A.8.30", or it meets requirement A.8.30,
      showing ref, status, justification, owner
  clause A.8.30

question "Who may work both in development and in operation?":
  active people p who may use a permission that covers an asset protected by a control
      that meets requirement A.8.4, who may use an administering permission,
      showing p's name, p's role
  clause A.8.31

question "Which changes has nobody approved?":
  change activities approved by nobody, showing name, due date, owner
  clause A.8.32

question "Which test data has nobody who answers for it, or is personal?":
  assets x whose name contains text "test" where x has no active owner, or x is personal data,
      showing x's ref, x's name, x's owner
  clause A.8.33

question "Which audits and tests examined a system, and who answers for it?":
  audit or test reviews v that examine an asset x,
      showing v's name, v's review date, x's ref, x's owner
  clause A.8.34

"""##)
}
