// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmePerforms = BuiltInLibrary.File(
    name: "performs.csv",
    text: ##"""
Performer,Duty,Object
Purchase Requester,Requesting,
Purchase Approver,Approving,
Payment Clerk,Paying,
Payment Approver,Approving,
System Administrator,Operating,
Internal Auditor,Auditing,
Policy Editor,Writing,
Policy Approver,Reviewing,
Key Custodian,Keeping Custody,
Access Reviewer,Reviewing,
Incident Lead,Declaring Incidents,
Incident Responder,Declaring Incidents,
Platform Team,Maintaining,AS002
Platform Team,Maintaining,AS003
Rosa Delgado,Testing,AS002
Viktor Hrubý,Maintaining,AS005
Sanjay Kulkarni,Testing,AS004
Jean-Luc Moreau,Testing,AS016
Ann Lindqvist,Maintaining,AS016

"""##)
}
