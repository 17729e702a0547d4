// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Physical = BuiltInLibrary.File(
    name: "physical.remit",
    text: ##"""
remit 1

# Questions on the physical controls of Annex A: 14 of them, A.7.1 to A.7.14.

use "notions.remit"

question "Which sites and processing facilities has nobody here responsibility for?":
  site or processing facility locations with no active owner, showing name, type, direct owner
  clause A.7.1

question "Who may enter a processing facility, and by which permission?":
  active people p who may use a permission m that covers a processing facility location l,
      showing l's name, p's name, m's name, sorted by l's name
  clause A.7.2
question "Which entry permissions are held by somebody who has left, or were never reviewed?":
  current grants g whose permission covers a location
      where g's grantee is a departed person, or g's review date is unknown,
      showing g's grantee, g's permission, g's review date
  clause A.7.2

question "Which rooms and facilities hold a confidential asset and have nobody here who answers for them?":
  room or processing facility locations l with no active owner
      where an asset whose classification is at least confidential is located at l,
      showing l's name, l's direct owner
  clause A.7.3

question "Which controls on watching the premises have no owner who is here?":
  controls that meet requirement A.7.4, with no active owner,
      showing ref, status, direct owner, owner
  clause A.7.4

# Flood, fire and power cuts: the risks to what stands in a processing facility.
question "Which risks to what stands in a processing facility does no control in place treat?":
  open risks that threaten an asset located at a processing facility location,
      treated by no control that is in place, showing ref, name, residual level, owner
  clause A.7.5

# The rules for working there are the document that meets A.7.6.
question "Who may enter a processing facility and has not acknowledged the rules for working there?":
  active people p who may use a permission that covers a processing facility location
      where there is an in force document that meets requirement A.7.6
      and that p has not acknowledged, showing p's name, p's department
  clause A.7.6

question "Who has not acknowledged the rules for clear desks and screens, per department?":
  number of active people p
      where there is an in force document that meets requirement A.7.7
      and that p has not acknowledged per department, sorted by number descending
  clause A.7.7

question "Which critical hardware stands nowhere we know, or where nobody answers for the place?":
  critical hardware assets x
      where x has no location, or x is located at a location with no active owner,
      showing x's ref, x's name, x's location
  clause A.7.8

question "Which hardware is in the hands of somebody who works elsewhere?":
  in use hardware assets owned by an active remote person, showing ref, name, classification, owner
  clause A.7.9

question "Which hardware with confidential data has nobody accountable?":
  orphaned hardware assets whose classification is at least confidential,
      showing ref, name, status, direct owner
  clause A.7.10

question "For which processing facilities does nobody run a control of the supporting utilities?":
  processing facility locations l
      where there is no control that is in place and that meets requirement A.7.11
      and that protects an asset located at l, showing l's name, l's owner
  clause A.7.11

question "Who answers for the cabling, and if nobody does, why?":
  controls where its ref is "A.7.12", or it meets requirement A.7.12,
      showing ref, status, justification, owner
  clause A.7.12

question "Which hardware is overdue for a look, and who answers for it?":
  hardware overdue assets, showing ref, name, review date, review every, owner
  clause A.7.13

# What has been disposed of should open nothing and be needed by nothing.
question "Which disposed assets are still needed, still open to an account, or still somebody's?":
  disposed assets x
      where an in use asset depends on x, or an account unlocks x, or x has an active owner,
      showing x's ref, x's name, x's owner, x's account
  clause A.7.14

"""##)
}
