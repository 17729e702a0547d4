// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeDocuments = BuiltInLibrary.File(
    name: "documents.csv",
    text: ##"""
Ref,Title,Type,Version,Status,Owner,Author,Effective date,Review date,Review every,Meets,Proves,Applies to,Refers to,Retention date,Binds,End date,Update date
POL01,Information Security Policy,policy,4.2,in force,ISMS Manager,Zoë Lefèvre,2025-11-17,2025-11-03,12 months,5.2; A.5.1,A.5.1; A.5.2,Governance,POL02; POL03; POL05; PLA03,,,,2025-11-03
POL02,Access Control Policy,policy,3.5,in force,Identity Administrator,André Figueiredo,2025-09-29,2025-09-15,12 months,A.5.15,A.5.15; A.8.3,Access,,,,,2025-09-15
POL03,Acceptable Use Policy,policy,3.5,in force,HR Partner,Carla Mendes; Priya Raman,2025-10-20,2025-10-06,12 months,A.5.10; A.8.1,A.5.10,,,,,,2025-10-06
POL04,Supplier Security Policy,policy,4.3,in force,Supplier Manager,Giulia Moretti,2026-02-03,2026-01-20,12 months,A.5.19,A.5.19,Suppliers,,,,,2026-01-20
POL05,Cryptography Policy,policy,3.1,in force,Cryptography Officer,Ruth Calloway,2024-05-27,2024-05-13,12 months,A.8.24,A.8.24,,,,,,2024-05-13
POL06,Clear Desk Policy,policy,2.5,in force,Facilities Manager,Wanda Krol,2025-08-25,2025-08-11,12 months,A.7.7,A.7.7,Physical Protection,,,,,2023-08-14
POL07,Incident Policy,policy,2.2,in force,Incident Lead,Marek Zieliński,2026-02-23,2026-02-09,12 months,A.5.24,A.5.24,,PRO03; PRO05,,,,2026-02-09
POL08,Data Protection Policy,policy,4.2,in force,Data Protection Officer,Élodie Marchand,2025-12-15,2025-12-01,12 months,A.5.34,A.5.34,Privacy,,,,,2025-12-01
POL09,Remote Working Policy,policy,1.5,in force,,Laura Stein,2024-03-04,2024-02-19,12 months,A.6.7,A.6.7,,,,,,2024-02-19
POL10,Secure Development Policy,policy,4.1,in force,Software Architect,Jean-Luc Moreau; Ann Lindqvist,2025-08-04,2025-07-21,12 months,A.8.25,A.8.25; A.8.28,Development,GUI03,,,,2025-07-21
PRO01,Joiner and Leaver Procedure,procedure,1.2,in force,HR Partner,Isla Macdonald,2025-09-16,2025-09-02,12 months,A.6.5; A.5.11,A.6.1; A.6.5; A.5.11,Joiner Intake; Leaver Exit,,,,,2025-09-02
PRO02,Backup Procedure,procedure,4.2,in force,Backup Operator,Callum Reid,2025-11-03,2025-10-20,12 months,A.8.13,A.8.13,Restore Test,,,,,2025-10-20
PRO03,Incident Handling Procedure,procedure,2.4,in force,Incident Lead,Katarzyna Wrona,2026-03-16,2026-03-02,12 months,A.5.26; A.6.8,A.5.26; A.6.8,Incident Response,,,,,2026-03-02
PRO04,Change Procedure,procedure,4.1,in force,Change Manager,Aisha Mbeki,2025-08-11,2025-07-28,12 months,A.8.32,A.8.32,,,,,,2025-07-28
PRO05,Evidence Procedure,procedure,1.0,in force,Ruth Calloway,Ruth Calloway,2024-12-02,2024-11-18,12 months,A.5.28,A.5.28,,,,,,2024-11-18
PRO06,Payment Procedure,procedure,1.3,in force,Payments Team,Siobhan O'Neill,2026-04-27,2026-04-13,12 months,,,Payment Run,,,,,2026-04-13
PRO07,Visitor Procedure,procedure,1.5,in force,Reception Lead,Joyce Tetteh,2025-10-13,2025-09-29,12 months,A.7.2; A.7.6,A.7.2,Leeds Main Building,,,,,2022-10-03
PRO08,Risk Procedure,procedure,2.2,in force,Risk Manager,Dilip Menon,2025-12-08,2025-11-24,12 months,6.1.2,,Quarterly Risk Review,,,,,2025-11-24
PRO09,Internal Audit Procedure,procedure,2.5,in force,Internal Auditor,Agnieszka Nowicka,2025-12-22,2025-12-08,12 months,,A.5.35,Internal Auditor,PLA04,,,,2025-12-08
PRO10,Vulnerability Procedure,procedure,3.4,draft,Vulnerability Manager,Ann Li,,,12 months,,A.8.8,,,,,,
GUI01,Password Guideline,guideline,2.2,in force,Identity Administrator,André Figueiredo,2025-09-30,2025-09-16,12 months,A.5.17,A.5.17,,POL02,,,,2025-09-16
GUI02,Classification Guideline,guideline,2.2,in force,Zoë Lefèvre,Zoë Lefèvre,2026-02-09,2026-01-26,12 months,A.5.12; A.5.13,A.5.12; A.5.13,,,,,,2026-01-26
GUI03,Secure Coding Guideline,guideline,4.4,in force,Software Architect,Wei Zhang,2025-09-08,2025-08-25,12 months,A.8.28,A.8.28,AS094; AS091,,,,,2025-08-25
GUI04,Travel Guideline,guideline,1.2,draft,,Noah Whitaker,,,12 months,,,,,,,,
PLA01,Continuity Plan,plan,4.5,in force,Business Continuity Lead,Ines Carvalho,2024-05-06,2024-04-22,12 months,A.5.29; A.5.30,A.5.29; A.5.30,Continuity; Leeds Data Centre,,,,,2024-04-22
PLA02,Crisis Communication Plan,plan,1.1,in force,Crisis Manager,Colette Dubois,2025-10-27,2025-10-13,12 months,,A.5.5,,,,,,2025-10-13
PLA03,Risk Treatment Plan,plan,3.2,in force,Risk Manager,Dilip Menon,2026-03-30,2026-03-16,12 months,6.1.3,,,,,,,2026-03-16
PLA04,Audit Programme,plan,1.4,in force,Internal Auditor,Agnieszka Nowicka; Ursula Brandt,2026-03-09,2026-02-23,12 months,9.2.2,,,,,,,2026-02-23
AGR01,Data Centre Contract,agreement,4.4,in force,Supplier Manager,Giulia Moretti,2025-01-27,2025-01-13,24 months,,A.5.20,AS002; AS003,,,Nordwind Hosting,2026-08-31,2025-01-13
AGR02,Cleaning Contract,agreement,1.3,withdrawn,Farid Haddad,Farid Haddad,2024-07-29,2024-07-15,24 months,,A.5.22,,,2026-01-31,Tejo Cleaning,2026-01-31,2024-07-15
REC01,Asset Inventory Report,record,4.3,in force,Łukasz Baran,Łukasz Baran,2026-04-13,2026-03-30,,,A.5.9,,,2031-03-30,,,2026-03-30
REC02,Training Report,record,3.0,in force,Awareness Lead,Owen Pritchard,2026-05-11,2026-04-27,,7.2,A.6.3,,,2026-04-27,,,2026-04-27
SCO01,Scope of the ISMS,plan,2.0,in force,ISMS Manager,Zoë Lefèvre,2025-11-17,2025-11-03,12 months,4.3,,AS001; AS002; AS003; AS004; AS005; AS006; AS007; AS008; AS009; AS010; AS011; AS012; AS013; AS014; AS015; AS016; AS017; AS018; AS019; AS020; AS021,,,,,2025-11-03

"""##)
}
