// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeTeams = BuiltInLibrary.File(
    name: "teams.csv",
    text: ##"""
Team,Purpose,E-mail,Leader,Parent team
Executive Office,Department,,Margaret Oyelaran,
Finance,Department,,Rajesh Iyer,Executive Office
Human Resources,Department,,Carla Mendes,Executive Office
Legal and Compliance,Department,,Élodie Marchand,Executive Office
Information Security,Department,,Anselm Okoro,Executive Office
IT Operations,Department,,Derek Whitlock,Executive Office
Engineering,Department,,Jean-Luc Moreau,Executive Office
Manufacturing,Department,,António Salgado,Executive Office
Quality,Department,,Ursula Brandt,Executive Office
Sales,Department,,Victor Almeida,Executive Office
Customer Support,Department,,Nina Castellanos,Executive Office
Facilities,Department,,Harriet Stonebridge,Executive Office
Security Operations,"Watches, detects and responds",soc@acme.example,Marek Zieliński,Information Security
Security Steering Group,Decides on risk and resources,,Margaret Oyelaran,
Platform Team,Runs the servers and the cloud,platform@acme.example,Łukasz Baran,IT Operations
Network Team,Runs the networks of three sites,,Paul Ainsworth,IT Operations
Payments Team,Pays what is due,,Siobhan O'Neill,Finance
Crisis Team,Meets when business stops,,Henrik Solberg,Executive Office
Works Council,Speaks for the staff,,,
Archive Group,Keeps the old records,,Lídia Rocha,Facilities
Green Office,A team on paper,,,Facilities
Service Desk,Answers when nothing works,servicedesk@acme.example,Molly Fenwick,IT Operations

"""##)
}
