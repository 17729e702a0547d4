// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeCompetences = BuiltInLibrary.File(
    name: "competences.csv",
    text: ##"""
Competence,Type,Framework
Risk Assessment,skill,ECSF
Risk Treatment Planning,skill,ECSF
Incident Handling,skill,ECSF
Digital Forensics,skill,ECSF
Threat Analysis,skill,ECSF
Vulnerability Assessment,skill,ECSF
Penetration Testing,skill,ECSF
Security Architecture,skill,ECSF
Security Monitoring,skill,ECSF
Policy Writing,skill,ECSF
Audit Technique,skill,ECSF
Supplier Assessment,skill,ECSF
Crisis Communication,skill,ECSF
Awareness Coaching,skill,ECSF
Linux Administration,skill,NICE
Windows Administration,skill,NICE
Network Routing,skill,NICE
Firewall Management,skill,NICE
Cloud Operations,skill,NICE
Container Operations,skill,NICE
Database Tuning,skill,NICE
Backup and Restore,skill,NICE
Identity Management,skill,NICE
Access Governance,skill,NICE
Log Analysis,skill,NICE
Endpoint Management,skill,NICE
Key Management,skill,NICE
Patch Management,skill,NICE
Capacity Planning,skill,NICE
Configuration Auditing,skill,NICE
Secure Coding,skill,
Code Review,skill,
Threat Modelling,skill,
Test Automation,skill,
Release Engineering,skill,
Data Masking Technique,skill,
Requirements Engineering,skill,
Change Planning,skill,
Physical Security,skill,
Visitor Handling,skill,
Fire Safety,skill,
Power and Cooling,skill,
Media Destruction,skill,
Equipment Care,skill,
Records Keeping,skill,
Contract Drafting,skill,
Data Protection Law,knowledge,
Employment Law,knowledge,
Export Control,knowledge,
Cryptography,knowledge,
Business Continuity,knowledge,
Asset Classification,knowledge,
Copyright and Licences,knowledge,
Payment Rules,knowledge,
ISO 27001 Lead Auditor,qualification,
ISO 27001 Lead Implementer,qualification,
CISSP,qualification,
CISM,qualification,
OSCP,qualification,
First Aid,qualification,

"""##)
}
