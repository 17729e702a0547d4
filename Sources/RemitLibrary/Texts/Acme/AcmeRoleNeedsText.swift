// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeRoleNeeds = BuiltInLibrary.File(
    name: "role_needs.csv",
    text: ##"""
Role,Competence,Least level
CISO,CISM,3
CISO,Risk Assessment,4
CISO,Security Architecture,3
Data Protection Officer,Data Protection Law,4
Risk Manager,Risk Assessment,4
Risk Manager,Risk Treatment Planning,3
ISMS Manager,ISO 27001 Lead Implementer,3
ISMS Manager,Policy Writing,3
Internal Auditor,ISO 27001 Lead Auditor,3
Internal Auditor,Audit Technique,3
Compliance Manager,Data Protection Law,2
Compliance Manager,Policy Writing,2
Policy Editor,Policy Writing,2
Incident Lead,Incident Handling,4
Incident Lead,Crisis Communication,2
Incident Responder,Incident Handling,2
Incident Responder,Log Analysis,2
Business Continuity Lead,Business Continuity,3
Crisis Manager,Crisis Communication,3
Crisis Manager,Business Continuity,2
Awareness Lead,Awareness Coaching,2
Supplier Manager,Supplier Assessment,3
Supplier Manager,Contract Drafting,2
Facilities Manager,Physical Security,3
Facilities Manager,Power and Cooling,2
Site Security Officer,Physical Security,2
Site Security Officer,Fire Safety,2
Reception Lead,Visitor Handling,1
Payment Clerk,Payment Rules,2
Payment Approver,Payment Rules,3
Purchase Approver,Contract Drafting,1
Change Manager,Change Planning,3
Records Manager,Records Keeping,3
Key Custodian,Key Management,2
HR Partner,Employment Law,2
System Administrator,Linux Administration,3
System Administrator,Patch Management,2
Database Administrator,Database Tuning,3
Database Administrator,Backup and Restore,2
Network Administrator,Network Routing,3
Network Administrator,Firewall Management,3
Cloud Engineer,Cloud Operations,3
Cloud Engineer,Container Operations,2
Identity Administrator,Identity Management,3
Access Reviewer,Access Governance,2
Backup Operator,Backup and Restore,2
Vulnerability Manager,Vulnerability Assessment,3
Vulnerability Manager,Patch Management,2
Penetration Tester,Penetration Testing,3
Penetration Tester,OSCP,1
Log Custodian,Log Analysis,3
Software Architect,Security Architecture,3
Software Architect,Threat Modelling,3
Developer,Secure Coding,2
Release Manager,Release Engineering,3
Cryptography Officer,Cryptography,4
Cryptography Officer,Key Management,3

"""##)
}
