// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeAppointments = BuiltInLibrary.File(
    name: "appointments.csv",
    text: ##"""
Role,Holder,Scope,Since,Until
CISO,Anselm Okoro,,2023-02-01,
Data Protection Officer,Élodie Marchand,,2024-06-01,
Risk Manager,Dilip Menon,,2022-06-25,
ISMS Manager,Zoë Lefèvre,,2023-12-24,
Internal Auditor,Agnieszka Nowicka,,2022-11-15,
Internal Auditor,Ursula Brandt,,2021-03-13,
Compliance Manager,Thomas Ashdown,,2024-05-05,
Board Sponsor,Margaret Oyelaran,,2024-06-20,
Policy Editor,Priya Raman,,2022-12-27,
Policy Approver,Henrik Solberg,,2021-08-22,
Incident Lead,Marek Zieliński,,2021-02-28,
Incident Responder,Katarzyna Wrona,,2022-10-01,
Incident Responder,Mateo Cruz,,2024-11-05,
Incident Responder,Viktor Hrubý,,2023-04-07,
Incident Responder,Ruth Calloway,,2024-02-17,
Business Continuity Lead,Ines Carvalho,,2021-08-11,
Crisis Manager,Henrik Solberg,,2021-04-29,
Awareness Lead,Owen Pritchard,,2023-12-04,
Supplier Manager,Giulia Moretti,,2024-09-26,
Facilities Manager,Harriet Stonebridge,,2023-03-11,
Site Security Officer,Jorge Esteves,,2022-05-01,
Site Security Officer,Stanisław Duda,,2022-02-25,
Site Security Officer,Alan Peverell,,2021-07-15,
Reception Lead,Joyce Tetteh,,2022-07-10,
Payment Clerk,Piotr Wolski,,2021-12-13,
Payment Clerk,Mei Tanaka,,2023-06-18,
Payment Approver,Siobhan O'Neill,,2023-02-20,
Payment Approver,Rajesh Iyer,,2024-11-15,
Purchase Requester,Julia Novak,,2023-09-06,
Purchase Requester,Joana Ribeiro,,2022-09-18,
Purchase Requester,Molly Fenwick,,2021-10-11,
Purchase Approver,Hannah Bergstrom,,2021-03-16,
Change Manager,Aisha Mbeki,,2024-01-15,
Records Manager,Lídia Rocha,,2021-04-02,
Key Custodian,Wanda Krol,,2024-02-01,
Key Custodian,Leila Farahani,,2021-09-07,
HR Partner,Carla Mendes,,2023-08-14,
HR Partner,Isla Macdonald,,2022-06-29,
System Administrator,Łukasz Baran,,2023-05-26,
System Administrator,Sanjay Kulkarni,,2024-05-25,
System Administrator,Tomasz Gajda,,2021-11-11,
Database Administrator,Rosa Delgado,,2023-12-04,
Database Administrator,Kenji Mori,,2021-11-29,
Network Administrator,Chiara Conti,,2023-08-12,
Network Administrator,Nuno Barbosa,,2021-07-08,
Cloud Engineer,Viktor Hrubý,,2023-11-10,
Cloud Engineer,Emily Hartnell,,2021-07-29,
Identity Administrator,André Figueiredo,,2021-10-28,
Access Reviewer,Joaquim Reis,,2024-03-05,
Backup Operator,Callum Reid,,2023-12-18,
Vulnerability Manager,Ann Li,,2024-05-06,
Log Custodian,Ingrid Aasen,,2022-07-11,
Software Architect,Jean-Luc Moreau,,2021-07-17,
Developer,Ann Lindqvist,,2023-04-14,
Developer,Wei Zhang,,2023-01-04,
Developer,Olga Petrenko,,2023-04-24,
Developer,Dawid Lis,,2024-06-08,
Developer,Min-jun Park,,2023-02-02,
Developer,Elena Rossi,,2022-08-01,
Release Manager,Freya Nielsen,,2024-11-09,
Cryptography Officer,Ruth Calloway,,2021-08-21,
CISO,Ruth Calloway,,2019-05-01,2023-02-01
Penetration Tester,Hugo Antunes,Web Shop,2022-03-01,2025-10-01
Data Protection Officer,Farid Haddad,,2020-01-01,2024-06-01
Network Administrator,Paul Ainsworth,Leeds Campus,2020-09-01,2025-12-01
Change Manager,Derek Whitlock,,2018-04-01,2024-01-15
Backup Operator,Rita Amaral,,2023-05-02,2026-06-30
Reception Lead,Renata Silva,Porto Works,2026-06-30,
Internal Auditor,Simon Thackeray,,2021-01-01,2026-01-12
Awareness Lead,Bruno Teixeira,Porto Works,2026-09-01,
Payment Approver,Piotr Wolski,,2025-09-01,
Access Reviewer,André Figueiredo,,2025-11-17,
Internal Auditor,Zoë Lefèvre,,2025-04-01,
Release Manager,Wei Zhang,,2024-10-01,
Log Custodian,Tomasz Gajda,,2024-05-01,2026-02-01

"""##)
}
