// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeTrainings = BuiltInLibrary.File(
    name: "trainings.csv",
    text: ##"""
Training,Mandatory,Validity,Teaches,Meets
Security Awareness,yes,12 months,,7.3; A.6.3
Data Protection Basics,yes,24 months,,A.5.34
Phishing Drill,no,6 months,,
Incident Response Workshop,no,24 months,Incident Handling,A.5.26
Secure Coding Course,no,24 months,Secure Coding,A.8.28
Auditor Course,no,36 months,Audit Technique; ISO 27001 Lead Auditor,
Fire Warden Course,no,24 months,Fire Safety,A.7.5
First Aid Course,no,24 months,First Aid,
Firewall Academy,no,,Firewall Management; Network Routing,
Management Induction,no,,,

"""##)
}
