// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeActivities = BuiltInLibrary.File(
    name: "activities.csv",
    text: ##"""
Activity,Type,Frequency,Due date,Owner,Depends on,Meets
Joiner Intake,process,,,HR Partner,AS005,A.6.1; A.6.2
Leaver Exit,process,,,HR Partner,AS005,A.6.5; A.5.11
Monthly Access Review,process,1 month,,Access Reviewer,AS005,A.5.18
Quarterly Risk Review,process,3 months,2026-07-15,Risk Manager,,8.2
Restore Test,task,6 months,2026-05-15,Backup Operator,AS011,A.8.13
Year-end Closing,process,12 months,2027-01-15,Rajesh Iyer,AS007,
Payment Run,process,1 week,,Payments Team,AS010; AS007,
Key Ceremony,task,12 months,2026-06-01,Cryptography Officer,AS018,A.8.24
Penetration Test 2026,project,,2026-10-30,Penetration Tester,AS008,A.8.29
Shop Relaunch,project,,2026-12-01,Julia Novak,AS008; AS014,
Porto Line 4,project,,2027-03-31,António Salgado,AS013,
Order Intake,process,,,Sales,AS008,
Patch Round,process,1 month,,System Administrator,,A.8.8; A.8.19
Fire Drill,task,12 months,2026-09-20,Site Security Officer,,A.7.5
Archive Move,project,,2026-04-30,,,
Firewall Rule Change,change,,2026-05-20,Change Manager,AS001,
Directory Upgrade,change,,2026-06-12,Change Manager,AS005,
Shop Price Import,change,,2026-07-08,Change Manager,AS008,
Watching Suppliers,process,3 months,,Farid Haddad,,A.5.22

"""##)
}
