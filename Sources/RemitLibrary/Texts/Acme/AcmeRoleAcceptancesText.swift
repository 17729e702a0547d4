// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeRoleAcceptances = BuiltInLibrary.File(
    name: "role_acceptances.csv",
    text: ##"""
Person,Role,Accepted on
Anselm Okoro,CISO,2023-02-05
Élodie Marchand,Data Protection Officer,2024-06-05
Dilip Menon,Risk Manager,2022-06-29
Zoë Lefèvre,ISMS Manager,2023-12-28
Agnieszka Nowicka,Internal Auditor,2022-11-19
Ursula Brandt,Internal Auditor,2021-03-17
Thomas Ashdown,Compliance Manager,2024-05-09
Margaret Oyelaran,Board Sponsor,2024-06-24
Priya Raman,Policy Editor,2022-12-31
Henrik Solberg,Policy Approver,2021-08-26
Marek Zieliński,Incident Lead,2021-03-04
Katarzyna Wrona,Incident Responder,2022-10-05
Mateo Cruz,Incident Responder,2024-11-09
Viktor Hrubý,Incident Responder,2023-04-11
Ruth Calloway,Incident Responder,2024-02-21
Ines Carvalho,Business Continuity Lead,2021-08-15
Henrik Solberg,Crisis Manager,2021-05-03
Owen Pritchard,Awareness Lead,2023-12-08
Giulia Moretti,Supplier Manager,2024-09-30
Harriet Stonebridge,Facilities Manager,2023-03-15
Jorge Esteves,Site Security Officer,2022-05-05
Stanisław Duda,Site Security Officer,2022-03-01
Alan Peverell,Site Security Officer,2021-07-19
Joyce Tetteh,Reception Lead,2022-07-14
Piotr Wolski,Payment Clerk,2021-12-17
Mei Tanaka,Payment Clerk,2023-06-22
Siobhan O'Neill,Payment Approver,2023-02-24
Rajesh Iyer,Payment Approver,2024-11-19
Julia Novak,Purchase Requester,2023-09-10
Joana Ribeiro,Purchase Requester,2022-09-22
Molly Fenwick,Purchase Requester,2021-10-15
Hannah Bergstrom,Purchase Approver,2021-03-20
Aisha Mbeki,Change Manager,2024-01-19
Lídia Rocha,Records Manager,2021-04-06
Wanda Krol,Key Custodian,2024-02-05
Leila Farahani,Key Custodian,2021-09-11
Carla Mendes,HR Partner,2023-08-18
Isla Macdonald,HR Partner,2022-07-03
Łukasz Baran,System Administrator,2023-05-30
Sanjay Kulkarni,System Administrator,2024-05-29
Tomasz Gajda,System Administrator,2021-11-15
Rosa Delgado,Database Administrator,2023-12-08
Kenji Mori,Database Administrator,2021-12-03
Chiara Conti,Network Administrator,2023-08-16
Nuno Barbosa,Network Administrator,2021-07-12
Viktor Hrubý,Cloud Engineer,2023-11-14
Emily Hartnell,Cloud Engineer,2021-08-02
André Figueiredo,Identity Administrator,2021-11-01
Callum Reid,Backup Operator,2023-12-22
Ann Li,Vulnerability Manager,2024-05-10
Ingrid Aasen,Log Custodian,2022-07-15
Jean-Luc Moreau,Software Architect,2021-07-21
Ann Lindqvist,Developer,2023-04-18
Wei Zhang,Developer,2023-01-08
Olga Petrenko,Developer,2023-04-28
Dawid Lis,Developer,2024-06-12
Min-jun Park,Developer,2023-02-06
Elena Rossi,Developer,2022-08-05
Freya Nielsen,Release Manager,2024-11-13
Ruth Calloway,Cryptography Officer,2021-08-25
Wei Zhang,Release Manager,2024-10-05

"""##)
}
