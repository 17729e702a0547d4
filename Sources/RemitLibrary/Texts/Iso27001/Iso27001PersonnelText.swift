// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Personnel = BuiltInLibrary.File(
    name: "personnel.remit",
    text: ##"""
remit 1

# Questions on the people controls of Annex A: 8 of them, A.6.1 to A.6.8.

use "notions.remit"

question "Which people who are here have never been screened?":
  active people whose screening date is unknown, showing name, department, start date
  clause A.6.1

# The terms say what they are responsible for, also for security.
question "Who works here without having signed the terms?":
  active people where its terms date is unknown, or its terms date is after its start date,
      showing name, department, start date, terms date
  clause A.6.2

question "Which people lack a mandatory training altogether?":
  active people p where there is a mandatory training t that p has not completed,
      showing p's name, p's department
  clause A.6.3
question "Which share of each department has completed an awareness training in the last 12 months?":
  share of active people who have completed an awareness training in the last 12 months
      per department
  clause A.6.3

# A process that nobody answers for is not there when it is needed.
question "Who answers for the disciplinary process?":
  active people p who own a control c that meets requirement A.6.4,
      showing c's ref, c's status, p's name, p's job title
  clause A.6.4

question "Which leavers still have a role, an account or a permission?":
  departed people who hold a role or have an account or are granted a permission,
      showing name, end date
  clause A.6.5
question "Who leaves within 90 days, and what do they still answer for?":
  active people p whose end date is in the next 90 days,
      showing p's name, p's end date, number of everything owned by p as "owns",
      number of roles of p as "roles"
  clause A.6.5

question "Which people from outside have signed no promise of secrecy?":
  active external people whose confidentiality date is unknown, showing name, department, start date
  clause A.6.6

# The rules for working elsewhere are the document that meets A.6.7.
question "Who works elsewhere and has not acknowledged the rules for it?":
  active remote people p
      where there is an in force document that meets requirement A.6.7
      and that p has not acknowledged, showing p's name, p's department
  clause A.6.7

question "Who has not acknowledged how events are to be reported, per department?":
  number of active people p
      where there is an in force document that meets requirement A.6.8
      and that p has not acknowledged per department, sorted by number descending
  clause A.6.8

"""##)
}
