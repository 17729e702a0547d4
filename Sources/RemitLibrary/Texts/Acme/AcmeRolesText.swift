// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeRoles = BuiltInLibrary.File(
    name: "roles.csv",
    text: ##"""
Role,Type,Essential,Dedicated,Least holders,Conflicts with,Risk limit
CISO,governance,yes,no,1,,high
Data Protection Officer,governance,yes,yes,1,,medium
Risk Manager,governance,yes,no,1,,medium
ISMS Manager,governance,yes,no,1,,
Internal Auditor,governance,yes,yes,2,ISMS Manager; Risk Manager,
Compliance Manager,governance,no,no,1,,
Board Sponsor,governance,no,no,1,,severe
Policy Editor,governance,no,no,1,Policy Approver,
Policy Approver,governance,no,no,1,,
Incident Lead,operational,yes,no,1,,
Incident Responder,operational,yes,yes,3,,
Business Continuity Lead,operational,yes,no,1,,
Crisis Manager,operational,yes,yes,1,,
Awareness Lead,operational,no,no,1,,
Supplier Manager,operational,no,no,1,,low
Facilities Manager,operational,yes,no,1,,low
Site Security Officer,operational,yes,no,3,,
Reception Lead,operational,no,no,1,,
Payment Clerk,operational,no,no,2,Payment Approver,
Payment Approver,operational,yes,yes,2,,medium
Purchase Requester,operational,no,no,3,Purchase Approver,
Purchase Approver,operational,no,yes,1,,
Change Manager,operational,yes,yes,1,,
Records Manager,operational,no,no,1,,
Key Custodian,operational,yes,yes,2,,
HR Partner,operational,no,no,2,,
System Administrator,technical,yes,no,3,Log Custodian,
Database Administrator,technical,yes,yes,2,,
Network Administrator,technical,yes,no,2,,
Cloud Engineer,technical,no,no,2,,
Identity Administrator,technical,yes,no,1,Access Reviewer,
Access Reviewer,technical,no,no,1,,
Backup Operator,technical,yes,no,2,,
Vulnerability Manager,technical,yes,no,1,,
Penetration Tester,technical,no,no,1,,
Log Custodian,technical,no,yes,1,,
Software Architect,technical,no,no,1,,
Developer,technical,no,no,5,Release Manager,
Release Manager,technical,yes,no,1,,
Cryptography Officer,technical,yes,no,1,,

"""##)
}
