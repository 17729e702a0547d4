// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeRoles = BuiltInLibrary.File(
    name: "roles.csv",
    text: ##"""
Role,Type,Essential,Dedicated,Least holders,Conflicts with,Risk limit,Description
CISO,governance,yes,no,1,,high,"Leads information security, reports on it to the board and decides what is done first"
Data Protection Officer,governance,yes,yes,1,,medium,Advises on personal data and answers to the authority
Risk Manager,governance,yes,no,1,,medium,Keeps the risk register and brings each risk to its owner
ISMS Manager,governance,yes,no,1,,,"Keeps the management system running: scope, documents, reviews and improvement"
Internal Auditor,governance,yes,yes,2,ISMS Manager; Risk Manager,,Examines the management system and tells what does not hold
Compliance Manager,governance,no,no,1,,,"Knows the law and the contracts, and who has to do what about them"
Board Sponsor,governance,no,no,1,,severe,Speaks for information security in the board and finds the means for it
Policy Editor,governance,no,no,1,Policy Approver,,Writes the policies and keeps them up to date
Policy Approver,governance,no,no,1,,,Reads each policy before it is in force and puts a name to it
Incident Lead,operational,yes,no,1,,,Decides what an incident is and leads whoever answers it
Incident Responder,operational,yes,yes,3,,,"Contains an incident, finds its cause and writes down what was done"
Business Continuity Lead,operational,yes,no,1,,,"Plans how work goes on when something stops, and has it practised"
Crisis Manager,operational,yes,yes,1,,,Leads the firm through a crisis and speaks for it
Awareness Lead,operational,no,no,1,,,Teaches everybody what is expected of them and measures whether it is known
Supplier Manager,operational,no,no,1,,low,"Chooses suppliers, agrees with them on security and looks whether they keep to it"
Facilities Manager,operational,yes,no,1,,low,"Looks after buildings, power and cooling on all sites"
Site Security Officer,operational,yes,no,3,,,"Guards a site: doors, keys, visitors, alarms"
Reception Lead,operational,no,no,1,,,Lets visitors in and out and knows who is in the building
Payment Clerk,operational,no,no,2,Payment Approver,,Enters payments
Payment Approver,operational,yes,yes,2,,medium,Releases the payments that others have entered
Purchase Requester,operational,no,no,3,Purchase Approver,,Says what is to be bought
Purchase Approver,operational,no,yes,1,,,Decides what is bought
Change Manager,operational,yes,yes,1,,,"Sees that each change is described, approved and can be undone"
Records Manager,operational,no,no,1,,,Keeps records as long as they are due and destroys them then
Key Custodian,operational,yes,yes,2,,,"Keeps a part of the keys, so that nobody has all of them"
HR Partner,operational,no,no,2,,,Looks after people from their first day to their last
System Administrator,technical,yes,no,3,Log Custodian,,Runs the servers and patches them
Database Administrator,technical,yes,yes,2,,,Runs the databases and can restore them
Network Administrator,technical,yes,no,2,,,Runs the networks and what stands between them
Cloud Engineer,technical,no,no,2,,,Runs what is rented
Identity Administrator,technical,yes,no,1,Access Reviewer,,Gives and takes accounts and rights as their owners decide
Access Reviewer,technical,no,no,1,,,Looks every month whether the rights that are given are still needed
Backup Operator,technical,yes,no,2,,,Makes copies and proves that they can be restored
Vulnerability Manager,technical,yes,no,1,,,Knows the weaknesses of what we run and has them mended in time
Penetration Tester,technical,no,no,1,,,"Tries to break in, by appointment"
Log Custodian,technical,no,yes,1,,,Keeps the logs out of the reach of those they are about
Software Architect,technical,no,no,1,,,Decides how software is built so that it withstands what it must
Developer,technical,no,no,5,Release Manager,,
Release Manager,technical,yes,no,1,,,Puts software into operation that somebody else has made and tested
Cryptography Officer,technical,yes,no,1,,,

"""##)
}
