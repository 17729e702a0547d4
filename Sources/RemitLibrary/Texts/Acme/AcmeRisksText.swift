// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeRisks = BuiltInLibrary.File(
    name: "risks.csv",
    text: ##"""
Ref,Risk,Owner,Threatens,Treatment,Inherent level,Residual level,Response,Status,Review date
R01,Ransomware stops production,Risk Manager,AS013; AS004,A.8.7; A.8.13; A.8.16,severe,high,modified,open,2026-01-16
R02,Loss of the data centre,Henrik Solberg,AS002; AS003,A.5.30; A.8.14,severe,medium,modified,open,2025-07-21
R03,Payroll fraud from inside,Rajesh Iyer,AS006,A.5.3; A.8.3,high,medium,modified,open,2025-08-13
R04,Theft of recipes,António Salgado,AS015,A.8.12; A.5.12,severe,high,modified,open,2026-04-23
R05,Leak of customer records,Data Protection Officer,AS009,A.5.34; A.8.12; A.8.24,high,medium,modified,open,2026-04-14
R06,Web shop defaced,Julia Novak,AS008,A.8.26; A.8.29,medium,low,modified,open,2026-03-09
R07,Card data stolen,Siobhan O'Neill,AS010,A.8.24; A.8.5,high,medium,modified,open,2026-01-14
R08,Keys lost with their keeper,Cryptography Officer,AS018,A.8.24,high,high,modified,open,2026-01-23
R09,Untested backups,Backup Operator,AS011,A.8.13,high,medium,modified,open,2026-05-18
R10,Supplier goes bankrupt,Supplier Manager,AS019,A.5.21; A.5.22,medium,medium,retained,open,2026-02-10
R11,Source code published by mistake,Jean-Luc Moreau,AS016,A.8.4; A.8.28,high,medium,modified,open,2025-09-17
R12,Fire in Porto,Facilities Manager,AS013,A.7.5,high,medium,shared,open,2025-10-02
R13,Flood in the archive,Archive Group,AS023; AS011,A.7.5; A.7.10,medium,low,modified,open,2025-10-22
R14,Badge cloned,Harriet Stonebridge,AS025,A.7.2,medium,low,modified,open,2026-03-16
R15,Visitor walks into the lab,Facilities Manager,AS024,A.7.2; A.7.6,low,low,retained,open,2025-09-14
R16,Phishing of the board,CISO,AS019; AS149,A.6.3; A.8.7,high,medium,modified,open,2025-08-01
R17,Administrator abuses rights,CISO,AS005,A.8.2; A.8.15,severe,high,modified,open,2026-03-05
R18,Unpatched firewall,Network Administrator,AS056; AS057,A.8.8; A.8.20,high,medium,modified,open,2026-04-10
R19,Merger plans leaked,Robert Stanyon,AS151,A.5.14,severe,high,modified,open,2026-01-28
R20,Wrong prices published,Victor Almeida,AS125,A.8.32,low,low,retained,closed,2026-03-17
R21,Lost laptop,Emily Hartnell,AS153,A.8.1; A.8.24,medium,low,modified,open,2026-03-20
R22,Test data with real names,Kenji Mori,AS096,A.8.11; A.8.33,high,high,modified,open,2025-12-22
R23,Factory network reached from the office,Network Team,AS012,A.8.22,severe,medium,modified,open,2025-07-11
R24,Clock drift spoils evidence,Chiara Conti,AS062,A.8.17,low,low,retained,closed,2025-11-28
R25,Power cut in Leeds,Facilities Manager,AS141; AS003,A.7.11,high,low,modified,open,2025-09-19
R26,Auditor not independent,,AS031,A.5.35,medium,medium,modified,open,2025-08-13
R27,Licence dispute,Thomas Ashdown,AS097,A.5.32,medium,low,modified,closed,2026-05-30
R28,Complaint data lost,Ursula Brandt,AS114,A.8.13,medium,low,modified,open,2025-08-06
R29,Chat service outage,,AS135,,low,low,retained,closed,2025-10-22
R30,Phone tree out of date,Gareth Bowen,AS026,,high,high,modified,open,2026-05-27
R31,Cloud region lost,Cloud Engineer,AS086,A.5.23; A.5.30,medium,medium,modified,open,2026-05-06
R32,Former staff still have access,HR Partner,AS005,A.5.11; A.5.18; A.6.5,high,medium,modified,open,2026-01-10
R33,Drone over the yard,Alan Peverell,AS148,,low,low,retained,closed,2025-10-29
R34,Forged payment order,Payments Team,AS007,A.5.3; A.5.17,severe,medium,modified,open,2025-11-12
R35,Firmware signed by a stranger,Freya Nielsen,AS085,A.8.24; A.8.25,severe,high,modified,open,2025-10-16
R36,Undocumented procedures,Penetration Tester,AS082,A.5.37,medium,medium,modified,open,2025-07-28
R37,Export rules broken,Élodie Marchand,AS045,A.5.31,high,low,avoided,open,
R38,Poisoned design library,Ann Lindqvist,AS079,A.8.29; A.8.30,medium,medium,modified,open,2026-02-02
R39,Tapes lost in transit,,AS065,A.7.10; A.5.14,high,medium,modified,open,2026-01-10
R40,Old forklift software,Miguel Serrano,AS111,,medium,,modified,open,2025-10-08

"""##)
}
