// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeMessages = BuiltInLibrary.File(
    name: "messages.csv",
    text: ##"""
Message,Version,Channel,Sent date,Sender,Audience
Phishing Alert,1,e-mail,2026-04-07,CISO,Finance; Executive Office
New Crisis Numbers,2,intranet,2026-02-16,Crisis Manager,Crisis Team
Changed Payment Limits,1,e-mail,2026-05-04,Rajesh Iyer,Payments Team
Visitor Rules,3,notice board,2025-10-01,,Facilities
Roles and Duties,1,e-mail,,ISMS Manager,CISO; Risk Manager; Internal Auditor

"""##)
}
