// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeDuties = BuiltInLibrary.File(
    name: "duties.csv",
    text: ##"""
Duty,Conflicts with,Conflicts locally with,Least strength
Requesting,Approving,,
Approving,,,approving
Paying,Approving; Requesting,,editing
Operating,Auditing,,
Auditing,,,
Reviewing,Writing,,
Writing,,,
Keeping Custody,Auditing,,
Declaring Incidents,,,
Maintaining,,Testing,administering
Testing,,,

"""##)
}
