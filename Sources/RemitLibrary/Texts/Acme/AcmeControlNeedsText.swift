// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeControlNeeds = BuiltInLibrary.File(
    name: "control_needs.csv",
    text: ##"""
Control,Competence,Least level
A.5.1,Policy Writing,3
A.5.2,Risk Assessment,3
A.5.2,CISM,2
A.5.3,Access Governance,2
A.5.5,Crisis Communication,2
A.5.7,Threat Analysis,3
A.5.8,Risk Assessment,2
A.5.9,Asset Classification,2
A.5.10,Policy Writing,1
A.5.11,Employment Law,1
A.5.12,Asset Classification,3
A.5.13,Asset Classification,2
A.5.14,Data Protection Law,2
A.5.15,Identity Management,3
A.5.15,Access Governance,2
A.5.16,Identity Management,3
A.5.17,Identity Management,2
A.5.18,Access Governance,2
A.5.19,Supplier Assessment,3
A.5.20,Contract Drafting,2
A.5.21,Supplier Assessment,3
A.5.22,Supplier Assessment,2
A.5.23,Cloud Operations,3
A.5.24,Incident Handling,4
A.5.25,Incident Handling,3
A.5.26,Incident Handling,3
A.5.27,Incident Handling,3
A.5.27,Policy Writing,2
A.5.28,Digital Forensics,3
A.5.29,Business Continuity,3
A.5.30,Business Continuity,3
A.5.30,Backup and Restore,2
A.5.31,Data Protection Law,3
A.5.32,Copyright and Licences,2
A.5.33,Records Keeping,2
A.5.34,Data Protection Law,4
A.5.35,ISO 27001 Lead Auditor,3
A.5.36,Policy Writing,2
A.5.37,Policy Writing,1
A.6.1,Employment Law,2
A.6.2,Employment Law,2
A.6.3,Awareness Coaching,2
A.6.5,Employment Law,2
A.6.6,Contract Drafting,2
A.6.7,Endpoint Management,1
A.6.8,Incident Handling,2
A.7.1,Physical Security,3
A.7.2,Physical Security,2
A.7.2,Visitor Handling,1
A.7.3,Physical Security,2
A.7.4,Physical Security,2
A.7.5,Fire Safety,2
A.7.6,Physical Security,2
A.7.7,Awareness Coaching,1
A.7.8,Equipment Care,2
A.7.9,Equipment Care,1
A.7.10,Media Destruction,2
A.7.11,Power and Cooling,2
A.7.12,Network Routing,1
A.7.13,Equipment Care,2
A.7.14,Media Destruction,2
A.8.1,Endpoint Management,2
A.8.2,Linux Administration,3
A.8.2,Identity Management,2
A.8.3,Access Governance,2
A.8.4,Code Review,2
A.8.5,Identity Management,3
A.8.6,Capacity Planning,2
A.8.7,Endpoint Management,2
A.8.8,Vulnerability Assessment,3
A.8.9,Configuration Auditing,3
A.8.10,Media Destruction,1
A.8.11,Data Masking Technique,2
A.8.12,Log Analysis,2
A.8.13,Backup and Restore,2
A.8.14,Capacity Planning,3
A.8.15,Log Analysis,3
A.8.16,Security Monitoring,3
A.8.18,Linux Administration,3
A.8.19,Change Planning,2
A.8.20,Network Routing,3
A.8.20,Firewall Management,3
A.8.21,Network Routing,2
A.8.22,Firewall Management,3
A.8.23,Firewall Management,2
A.8.24,Cryptography,4
A.8.24,Key Management,3
A.8.25,Secure Coding,3
A.8.26,Requirements Engineering,2
A.8.27,Security Architecture,3
A.8.28,Secure Coding,3
A.8.28,Code Review,2
A.8.29,Penetration Testing,3
A.8.30,Supplier Assessment,2
A.8.31,Release Engineering,3
A.8.32,Change Planning,3
A.8.33,Data Masking Technique,2

"""##)
}
