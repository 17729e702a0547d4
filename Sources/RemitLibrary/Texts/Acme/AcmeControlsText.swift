// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeControls = BuiltInLibrary.File(
    name: "controls.csv",
    text: ##"""
Ref,Title,Theme,Applicable,Justification,Status,Owner,Meets,Protects,Due date,Review date,Review every
A.5.1,Policies for information security,organisational,yes,Contract,in place,ISMS Manager,A.5.1; 5.2,,,2026-01-31,12 months
A.5.2,Information security roles and responsibilities,organisational,yes,Good practice,in place,CISO,A.5.2; 5.3,,,2026-03-13,12 months
A.5.3,Segregation of duties,organisational,yes,Good practice,in place,Compliance Manager,A.5.3,,,2025-12-13,12 months
A.5.4,Management responsibilities,organisational,yes,Legal requirement,in place,Margaret Oyelaran,A.5.4,,,2025-07-15,12 months
A.5.5,Contact with authorities,organisational,yes,Legal requirement,in place,Compliance Manager,A.5.5,,,2025-10-18,12 months
A.5.6,Contact with special interest groups,organisational,yes,Good practice,in place,Anselm Okoro,A.5.6,,,2025-08-14,12 months
A.5.7,Threat intelligence,organisational,yes,Contract,planned,Security Operations,A.5.7,,2026-09-30,2025-11-07,12 months
A.5.8,Information security in project management,organisational,yes,Good practice,in place,Ann Lindqvist,A.5.8,,,2025-12-31,12 months
A.5.9,Inventory of information and other associated assets,organisational,yes,Risk treatment,in place,Łukasz Baran,A.5.9,,,2026-05-27,12 months
A.5.10,Acceptable use of information and other associated assets,organisational,yes,Contract,in place,HR Partner,A.5.10,,,2025-10-06,12 months
A.5.11,Return of assets,organisational,yes,Good practice,in place,Carla Mendes,A.5.11,,,2026-04-17,12 months
A.5.12,Classification of information,organisational,yes,Good practice,in place,Zoë Lefèvre,A.5.12,,,2025-08-17,12 months
A.5.13,Labelling of information,organisational,yes,Good practice,in place,Zoë Lefèvre,A.5.13,,,2025-12-31,12 months
A.5.14,Information transfer,organisational,yes,Contract,in place,Compliance Manager,A.5.14,,,2025-08-22,12 months
A.5.15,Access control,organisational,yes,Risk treatment,in place,Identity Administrator,A.5.15,,,2025-08-28,12 months
A.5.16,Identity management,organisational,yes,Good practice,in place,Identity Administrator,A.5.16,,,2025-07-27,12 months
A.5.17,Authentication information,organisational,yes,Good practice,in place,Identity Administrator,A.5.17,,,2025-03-04,12 months
A.5.18,Access rights,organisational,yes,Contract,in place,Access Reviewer,A.5.18,,,2026-03-15,12 months
A.5.19,Information security in supplier relationships,organisational,yes,Legal requirement,in place,Supplier Manager,A.5.19,,,2026-02-17,12 months
A.5.20,Addressing information security within supplier agreements,organisational,yes,Contract,in place,Supplier Manager,A.5.20,,,2025-12-19,12 months
A.5.21,Managing information security in the information and communication technology (ICT) supply chain,organisational,yes,Risk treatment,in place,Supplier Manager,A.5.21,,,2026-05-13,12 months
A.5.22,"Monitoring, review and change management of supplier services",organisational,yes,Good practice,in place,Farid Haddad,A.5.22; L7,,,2025-12-10,12 months
A.5.23,Information security for use of cloud services,organisational,yes,Risk treatment,in place,Cloud Engineer,A.5.23,,,2026-01-10,12 months
A.5.24,Information security incident management planning and preparation,organisational,yes,Legal requirement,in place,Incident Lead,A.5.24,,,2025-12-11,12 months
A.5.25,Assessment and decision on information security events,organisational,yes,Risk treatment,in place,Incident Lead,A.5.25,,,2025-11-04,12 months
A.5.26,Response to information security incidents,organisational,yes,Contract,in place,Incident Lead; Security Operations,A.5.26,,,2026-03-19,12 months
A.5.27,Learning from information security incidents,organisational,yes,Legal requirement,in place,Incident Lead,A.5.27,,,2025-09-30,12 months
A.5.28,Collection of evidence,organisational,yes,Good practice,in place,Ruth Calloway,A.5.28,,,2026-05-09,12 months
A.5.29,Information security during disruption,organisational,yes,Legal requirement,in place,Business Continuity Lead,A.5.29,,,2026-05-28,12 months
A.5.30,ICT readiness for business continuity,organisational,yes,Risk treatment,planned,Business Continuity Lead,A.5.30,,2026-12-15,2026-03-24,12 months
A.5.31,"Legal, statutory, regulatory and contractual requirements",organisational,yes,Legal requirement,in place,Élodie Marchand,A.5.31,,,2026-04-28,12 months
A.5.32,Intellectual property rights,organisational,yes,Risk treatment,in place,Thomas Ashdown,A.5.32,,,2026-02-19,12 months
A.5.33,Protection of records,organisational,yes,Legal requirement,in place,Records Manager,A.5.33,,,2026-05-07,12 months
A.5.34,Privacy and protection of personal identifiable information (PII),organisational,yes,Risk treatment,in place,Data Protection Officer,A.5.34; L1; L2,AS009; AS035,,2026-04-19,12 months
A.5.35,Independent review of information security,organisational,yes,Good practice,in place,Internal Auditor,A.5.35; 9.2,,,2025-12-09,12 months
A.5.36,"Compliance with policies, rules and standards for information security",organisational,yes,Contract,in place,Compliance Manager,A.5.36,,,2026-03-07,12 months
A.5.37,Documented operating procedures,organisational,yes,Contract,in place,,A.5.37,,,,12 months
A.6.1,Screening,personnel,yes,Risk treatment,in place,HR Partner,A.6.1,,,2025-12-04,12 months
A.6.2,Terms and conditions of employment,personnel,yes,Good practice,in place,Carla Mendes,A.6.2,,,2025-08-18,12 months
A.6.3,"Information security awareness, education and training",personnel,yes,Good practice,in place,Awareness Lead,A.6.3; 7.2; 7.3,,,2025-12-25,12 months
A.6.4,Disciplinary process,personnel,yes,Good practice,in place,Carla Mendes,A.6.4,,,2026-03-06,12 months
A.6.5,Responsibilities after termination or change of employment,personnel,yes,Legal requirement,in place,HR Partner,A.6.5,,,2025-10-21,12 months
A.6.6,Confidentiality or non-disclosure agreements,personnel,yes,Legal requirement,in place,Priya Raman,A.6.6,,,2026-02-13,12 months
A.6.7,Remote working,personnel,yes,Legal requirement,planned,Human Resources,A.6.7,,,2025-12-08,12 months
A.6.8,Information security event reporting,personnel,yes,Legal requirement,in place,Incident Lead,A.6.8,,,2026-05-19,12 months
A.7.1,Physical security perimeters,physical,yes,Risk treatment,in place,Facilities Manager,A.7.1,,,2026-02-15,12 months
A.7.2,Physical entry,physical,yes,Good practice,in place,Facilities Manager,A.7.2,AS025,,2026-06-06,12 months
A.7.3,"Securing offices, rooms and facilities",physical,yes,Risk treatment,in place,Facilities Manager,A.7.3,,,2026-01-13,12 months
A.7.4,Physical security monitoring,physical,yes,Good practice,in place,Alan Peverell,A.7.4,,,2025-11-05,12 months
A.7.5,Protecting against physical and environmental threats,physical,yes,Risk treatment,in place,Facilities,A.7.5,,,2025-09-16,12 months
A.7.6,Working in secure areas,physical,yes,Contract,in place,Site Security Officer,A.7.6,,,2025-08-08,12 months
A.7.7,Clear desk and clear screen,physical,yes,Risk treatment,in place,Wanda Krol,A.7.7,,,2025-12-23,12 months
A.7.8,Equipment siting and protection,physical,yes,Contract,in place,Jorge Esteves,A.7.8,,,2025-03-03,12 months
A.7.9,Security of assets off-premises,physical,yes,Good practice,in place,Derek Whitlock,A.7.9,,,2026-05-19,12 months
A.7.10,Storage media,physical,yes,Good practice,in place,Lídia Rocha,A.7.10,,,2025-09-19,12 months
A.7.11,Supporting utilities,physical,yes,Risk treatment,in place,Facilities Manager,A.7.11,AS069; AS068,,2025-08-01,12 months
A.7.12,Cabling security,physical,no,Cabling belongs to the landlord,,,,,,2025-07-18,
A.7.13,Equipment maintenance,physical,yes,Risk treatment,in place,Jorge Esteves,A.7.13,,,2025-10-06,12 months
A.7.14,Secure disposal or re-use of equipment,physical,yes,Legal requirement,in place,,A.7.14,,,2025-08-31,12 months
A.8.1,User end point devices,technological,yes,Risk treatment,in place,Emily Hartnell,A.8.1,,,2025-07-16,12 months
A.8.2,Privileged access rights,technological,yes,Legal requirement,in place,System Administrator,A.8.2,,,2025-07-13,12 months
A.8.3,Information access restriction,technological,yes,Risk treatment,in place,Identity Administrator,A.8.3,,,2025-12-10,12 months
A.8.4,Access to source code,technological,yes,Good practice,in place,Software Architect,A.8.4,AS016,,2025-10-13,12 months
A.8.5,Secure authentication,technological,yes,Risk treatment,in place,Identity Administrator,A.8.5,AS005,,2025-11-30,12 months
A.8.6,Capacity management,technological,yes,Legal requirement,in place,Platform Team,A.8.6,,,2025-12-23,12 months
A.8.7,Protection against malware,technological,yes,Good practice,in place,Security Operations,A.8.7,AS019,,2026-02-08,12 months
A.8.8,Management of technical vulnerabilities,technological,yes,Risk treatment,in place,Vulnerability Manager,A.8.8,,,2026-04-10,12 months
A.8.9,Configuration management,technological,yes,Legal requirement,,Sanjay Kulkarni,A.8.9,,,2026-01-30,12 months
A.8.10,Information deletion,technological,yes,Risk treatment,in place,Rosa Delgado,A.8.10,,,2025-08-16,12 months
A.8.11,Data masking,technological,yes,Risk treatment,planned,Kenji Mori,A.8.11,AS096,2026-03-31,2025-12-27,12 months
A.8.12,Data leakage prevention,technological,yes,Contract,planned,,A.8.12,,2026-10-31,2025-08-27,12 months
A.8.13,Information backup,technological,yes,Risk treatment,in place,Backup Operator,A.8.13,AS004; AS007; AS006,,2026-04-25,12 months
A.8.14,Redundancy of information processing facilities,technological,yes,Contract,in place,Platform Team,A.8.14,,,2025-08-29,12 months
A.8.15,Logging,technological,yes,Risk treatment,in place,Log Custodian,A.8.15,,,2026-01-29,12 months
A.8.16,Monitoring activities,technological,yes,Contract,planned,Security Operations,A.8.16,AS004; AS008,2026-05-29,2026-01-10,12 months
A.8.17,Clock synchronization,technological,yes,Legal requirement,in place,Chiara Conti,A.8.17,,,2025-03-04,12 months
A.8.18,Use of privileged utility programs,technological,yes,Legal requirement,in place,System Administrator,A.8.18,,,2026-05-16,12 months
A.8.19,Installation of software on operational systems,technological,yes,Legal requirement,in place,System Administrator,A.8.19,,,2025-11-11,12 months
A.8.20,Networks security,technological,yes,Legal requirement,in place,Network Administrator,A.8.20,AS001; AS012,,2025-09-16,12 months
A.8.21,Security of network services,technological,yes,Contract,in place,Network Team,A.8.21,,,2026-03-23,12 months
A.8.22,Segregation of networks,technological,yes,Good practice,in place,Network Administrator,A.8.22,AS013,,2025-10-13,12 months
A.8.23,Web filtering,technological,no,Web access is filtered by the supplier,,Nuno Barbosa,,,,2025-11-09,
A.8.24,Use of cryptography,technological,yes,Risk treatment,in place,Cryptography Officer,A.8.24; L6,AS018; AS011,,2026-02-25,12 months
A.8.25,Secure development life cycle,technological,yes,Risk treatment,in place,Jean-Luc Moreau,A.8.25,,,2025-12-11,12 months
A.8.26,Application security requirements,technological,yes,Contract,in place,Software Architect,A.8.26,AS008; AS091,,2026-02-01,12 months
A.8.27,Secure system architecture and engineering principles,technological,yes,Legal requirement,in place,Software Architect,A.8.27,,,2026-03-08,12 months
A.8.28,Secure coding,technological,yes,Legal requirement,in place,Ann Lindqvist; Wei Zhang,A.8.28,,,2026-06-09,12 months
A.8.29,Security testing in development and acceptance,technological,yes,Good practice,planned,Penetration Tester,A.8.29,,2026-11-30,2026-03-18,12 months
A.8.30,Outsourced development,technological,no,No development is outsourced,,,,,,2026-02-16,
A.8.31,"Separation of development, test and production environments",technological,yes,Legal requirement,in place,Release Manager,A.8.31,AS017; AS095,,2026-05-17,12 months
A.8.32,Change management,technological,yes,Good practice,in place,Change Manager,A.8.32,,,2025-12-15,12 months
A.8.33,Test information,technological,yes,Good practice,in place,Kenji Mori,A.8.33,,,,12 months
A.8.34,Protection of information systems during audit testing,technological,yes,Legal requirement,in place,Anselm Okoro; Agnieszka Nowicka,A.8.34,,,2026-01-28,12 months

"""##)
}
