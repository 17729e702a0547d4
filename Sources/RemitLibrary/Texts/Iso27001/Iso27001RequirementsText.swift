// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/iso27001: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let iso27001Requirements = BuiltInLibrary.File(
    name: "requirements.csv",
    text: ##"""
ref,title,type,part of,documented
4,Context of the organization,chapter,,no
4.1,Understanding the organization and its context,clause,4,no
4.2,Understanding the needs and expectations of interested parties,clause,4,no
4.3,Determining the scope of the information security management system,clause,4,yes
4.4,Information security management system,clause,4,no
5,Leadership,chapter,,no
5.1,Leadership and commitment,clause,5,no
5.2,Policy,clause,5,yes
5.3,"Organizational roles, responsibilities and authorities",clause,5,no
6,Planning,chapter,,no
6.1,Actions to address risks and opportunities,clause,6,no
6.1.1,General,clause,6.1,no
6.1.2,Information security risk assessment,clause,6.1,yes
6.1.3,Information security risk treatment,clause,6.1,yes
6.2,Information security objectives and planning to achieve them,clause,6,yes
6.3,Planning of changes,clause,6,no
7,Support,chapter,,no
7.1,Resources,clause,7,no
7.2,Competence,clause,7,yes
7.3,Awareness,clause,7,no
7.4,Communication,clause,7,no
7.5,Documented information,clause,7,no
7.5.1,General,clause,7.5,no
7.5.2,Creating and updating,clause,7.5,no
7.5.3,Control of documented information,clause,7.5,no
8,Operation,chapter,,no
8.1,Operational planning and control,clause,8,yes
8.2,Information security risk assessment,clause,8,yes
8.3,Information security risk treatment,clause,8,yes
9,Performance evaluation,chapter,,no
9.1,"Monitoring, measurement, analysis and evaluation",clause,9,yes
9.2,Internal audit,clause,9,no
9.2.1,General,clause,9.2,no
9.2.2,Internal audit programme,clause,9.2,yes
9.3,Management review,clause,9,no
9.3.1,General,clause,9.3,no
9.3.2,Management review inputs,clause,9.3,no
9.3.3,Management review results,clause,9.3,yes
10,Improvement,chapter,,no
10.1,Continual improvement,clause,10,no
10.2,Nonconformity and corrective action,clause,10,yes
A.5,Organizational controls,chapter,,no
A.5.1,Policies for information security,annex,A.5,no
A.5.2,Information security roles and responsibilities,annex,A.5,no
A.5.3,Segregation of duties,annex,A.5,no
A.5.4,Management responsibilities,annex,A.5,no
A.5.5,Contact with authorities,annex,A.5,no
A.5.6,Contact with special interest groups,annex,A.5,no
A.5.7,Threat intelligence,annex,A.5,no
A.5.8,Information security in project management,annex,A.5,no
A.5.9,Inventory of information and other associated assets,annex,A.5,no
A.5.10,Acceptable use of information and other associated assets,annex,A.5,no
A.5.11,Return of assets,annex,A.5,no
A.5.12,Classification of information,annex,A.5,no
A.5.13,Labelling of information,annex,A.5,no
A.5.14,Information transfer,annex,A.5,no
A.5.15,Access control,annex,A.5,no
A.5.16,Identity management,annex,A.5,no
A.5.17,Authentication information,annex,A.5,no
A.5.18,Access rights,annex,A.5,no
A.5.19,Information security in supplier relationships,annex,A.5,no
A.5.20,Addressing information security within supplier agreements,annex,A.5,no
A.5.21,Managing information security in the information and communication technology (ICT) supply chain,annex,A.5,no
A.5.22,"Monitoring, review and change management of supplier services",annex,A.5,no
A.5.23,Information security for use of cloud services,annex,A.5,no
A.5.24,Information security incident management planning and preparation,annex,A.5,no
A.5.25,Assessment and decision on information security events,annex,A.5,no
A.5.26,Response to information security incidents,annex,A.5,no
A.5.27,Learning from information security incidents,annex,A.5,no
A.5.28,Collection of evidence,annex,A.5,no
A.5.29,Information security during disruption,annex,A.5,no
A.5.30,ICT readiness for business continuity,annex,A.5,no
A.5.31,"Legal, statutory, regulatory and contractual requirements",annex,A.5,no
A.5.32,Intellectual property rights,annex,A.5,no
A.5.33,Protection of records,annex,A.5,no
A.5.34,Privacy and protection of personal identifiable information (PII),annex,A.5,no
A.5.35,Independent review of information security,annex,A.5,no
A.5.36,"Compliance with policies, rules and standards for information security",annex,A.5,no
A.5.37,Documented operating procedures,annex,A.5,no
A.6,People controls,chapter,,no
A.6.1,Screening,annex,A.6,no
A.6.2,Terms and conditions of employment,annex,A.6,no
A.6.3,"Information security awareness, education and training",annex,A.6,no
A.6.4,Disciplinary process,annex,A.6,no
A.6.5,Responsibilities after termination or change of employment,annex,A.6,no
A.6.6,Confidentiality or non-disclosure agreements,annex,A.6,no
A.6.7,Remote working,annex,A.6,no
A.6.8,Information security event reporting,annex,A.6,no
A.7,Physical controls,chapter,,no
A.7.1,Physical security perimeters,annex,A.7,no
A.7.2,Physical entry,annex,A.7,no
A.7.3,"Securing offices, rooms and facilities",annex,A.7,no
A.7.4,Physical security monitoring,annex,A.7,no
A.7.5,Protecting against physical and environmental threats,annex,A.7,no
A.7.6,Working in secure areas,annex,A.7,no
A.7.7,Clear desk and clear screen,annex,A.7,no
A.7.8,Equipment siting and protection,annex,A.7,no
A.7.9,Security of assets off-premises,annex,A.7,no
A.7.10,Storage media,annex,A.7,no
A.7.11,Supporting utilities,annex,A.7,no
A.7.12,Cabling security,annex,A.7,no
A.7.13,Equipment maintenance,annex,A.7,no
A.7.14,Secure disposal or re-use of equipment,annex,A.7,no
A.8,Technological controls,chapter,,no
A.8.1,User end point devices,annex,A.8,no
A.8.2,Privileged access rights,annex,A.8,no
A.8.3,Information access restriction,annex,A.8,no
A.8.4,Access to source code,annex,A.8,no
A.8.5,Secure authentication,annex,A.8,no
A.8.6,Capacity management,annex,A.8,no
A.8.7,Protection against malware,annex,A.8,no
A.8.8,Management of technical vulnerabilities,annex,A.8,no
A.8.9,Configuration management,annex,A.8,no
A.8.10,Information deletion,annex,A.8,no
A.8.11,Data masking,annex,A.8,no
A.8.12,Data leakage prevention,annex,A.8,no
A.8.13,Information backup,annex,A.8,no
A.8.14,Redundancy of information processing facilities,annex,A.8,no
A.8.15,Logging,annex,A.8,no
A.8.16,Monitoring activities,annex,A.8,no
A.8.17,Clock synchronization,annex,A.8,no
A.8.18,Use of privileged utility programs,annex,A.8,no
A.8.19,Installation of software on operational systems,annex,A.8,no
A.8.20,Networks security,annex,A.8,no
A.8.21,Security of network services,annex,A.8,no
A.8.22,Segregation of networks,annex,A.8,no
A.8.23,Web filtering,annex,A.8,no
A.8.24,Use of cryptography,annex,A.8,no
A.8.25,Secure development life cycle,annex,A.8,no
A.8.26,Application security requirements,annex,A.8,no
A.8.27,Secure system architecture and engineering principles,annex,A.8,no
A.8.28,Secure coding,annex,A.8,no
A.8.29,Security testing in development and acceptance,annex,A.8,no
A.8.30,Outsourced development,annex,A.8,no
A.8.31,"Separation of development, test and production environments",annex,A.8,no
A.8.32,Change management,annex,A.8,no
A.8.33,Test information,annex,A.8,no
A.8.34,Protection of information systems during audit testing,annex,A.8,no

"""##)
}
