// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmeAssets = BuiltInLibrary.File(
    name: "assets.csv",
    text: ##"""
Asset ID,Asset,Type,Classification,Criticality,Primary,Owner,Location,Depends on,Status,Review date,Review every,Personal data
AS001,Leeds Core Network,hardware,internal,critical,no,Network Team,Leeds Data Centre,,in use,2026-04-15,12 months,no
AS002,Virtual Machine Cluster,hardware,internal,critical,no,Platform Team,Leeds Data Centre,AS001,in use,2025-11-15,12 months,no
AS003,Storage Array,hardware,confidential,critical,no,Platform Team,Leeds Data Centre,AS001,in use,2025-09-27,12 months,no
AS004,Core Database,software,secret,critical,no,Database Administrator,Leeds Data Centre,AS002; AS003,in use,2026-06-10,12 months,no
AS005,Identity Directory,service,secret,critical,no,Identity Administrator,Leeds Data Centre,AS002,in use,2025-09-17,12 months,no
AS006,Payroll System,software,secret,critical,yes,Carla Mendes,Leeds Data Centre,AS004; AS005,in use,2026-06-05,12 months,yes
AS007,Ledger,software,confidential,critical,yes,Rajesh Iyer,Leeds Data Centre,AS004; AS005,in use,2025-09-13,12 months,no
AS008,Web Shop,service,public,critical,yes,,Leeds Data Centre,AS004; AS014,in use,2026-04-11,12 months,no
AS009,Customer Records,information,confidential,major,yes,Nina Castellanos,,AS004,in use,2025-07-14,12 months,yes
AS010,Payment Gateway,service,confidential,critical,yes,Siobhan O'Neill,Leeds Data Centre,AS007; AS001,in use,2025-12-23,12 months,no
AS011,Backup Vault,hardware,secret,critical,no,Backup Operator,Leeds Archive,AS003,in use,2025-10-03,12 months,no
AS012,Porto Factory Network,hardware,internal,critical,no,Network Team,Porto Server Room,,in use,2025-07-28,12 months,no
AS013,Production Line Control,software,confidential,critical,yes,António Salgado,Porto Factory Hall,AS012; AS015,in use,2025-09-26,12 months,no
AS014,Product Catalogue,information,public,moderate,yes,Julia Novak,,AS004; AS008,in use,2026-04-16,12 months,no
AS015,Recipe Store,information,secret,critical,yes,,Porto Server Room,AS012,in use,2025-11-22,12 months,no
AS016,Source Repository,service,confidential,critical,yes,Jean-Luc Moreau,,AS005,in use,2026-02-02,12 months,no
AS017,Build Server,software,internal,major,no,Freya Nielsen,Gdańsk Lab,AS016,in use,2026-03-19,12 months,no
AS018,Key Store,hardware,secret,critical,no,Cryptography Officer,Leeds Data Centre,AS001,in use,2026-04-10,12 months,no
AS019,Mail Service,service,confidential,major,no,Platform Team; Łukasz Baran,,AS005,in use,2026-01-01,12 months,no
AS020,Certificate Register,information,confidential,major,yes,Ruth Calloway,,AS018,in use,2026-03-12,12 months,no
AS021,Penetration Test Reports,information,secret,major,yes,Penetration Tester,,,in use,2026-03-02,12 months,no
AS022,Café Payment Terminal,hardware,internal,minor,no,Lídia Rocha,Porto Café,AS010; AS012,in use,2026-04-11,12 months,no
AS023,O'Connell Archive,information,confidential,moderate,yes,Archive Group,Leeds Archive,,in use,2026-04-02,12 months,no
AS024,Calibration Bench Récif-2,hardware,internal,major,no,Gonçalo Pires,Gdańsk Lab,,in use,2025-09-19,12 months,no
AS025,Access Badge System,software,confidential,critical,no,Harriet Stonebridge; Paul Ainsworth,Leeds Main Building,AS005,in use,2025-10-17,12 months,no
AS026,Crisis Phone Tree,information,confidential,critical,yes,Gareth Bowen,,,in use,2025-10-06,12 months,no
AS027,Budget,information,internal,major,yes,Mei Tanaka,,,in use,2026-05-31,12 months,no
AS028,Tax File,information,internal,minor,yes,Finance,,,in use,2025-12-26,12 months,no
AS029,Supplier Ledger,information,internal,minor,yes,Jonas Weber,,,in use,2025-11-05,12 months,no
AS030,Bank Statement Archive,information,public,major,yes,Beatriz Pinto,,AS022,in use,2026-04-03,12 months,no
AS031,Audit Trail Extract,information,confidential,major,yes,Piotr Wolski,,,disposed,2025-10-05,12 months,no
AS032,Expense Claims,information,internal,moderate,yes,Oskar Lindgren,,,in use,2025-11-24,12 months,no
AS033,Cost Model,information,public,major,yes,Nadia Rahman,,,in use,2026-02-14,12 months,no
AS034,Cash Forecast,information,internal,moderate,yes,Hannah Bergstrom,,AS032; AS001,in use,2025-08-26,12 months,no
AS035,Personnel Files,information,internal,moderate,yes,Fatima Zahra Benali,,AS024,in use,2026-01-26,12 months,yes
AS036,Recruitment Inbox,information,confidential,moderate,yes,Human Resources,,AS006,in use,2026-03-08,12 months,yes
AS037,Training Records,information,confidential,major,yes,Human Resources,,AS033; AS007,in use,2025-08-26,12 months,yes
AS038,Absence Calendar,information,public,moderate,yes,Human Resources,,,in use,2026-03-23,12 months,yes
AS039,Appraisal Forms,information,confidential,moderate,yes,Human Resources,,,disposed,2025-10-28,12 months,yes
AS040,Pension File,information,confidential,moderate,yes,Human Resources,,,spare,2026-03-05,12 months,yes
AS041,Staff Handbook Source,information,public,critical,yes,Human Resources,,,in use,2025-07-27,12 months,no
AS042,Contract Register,information,internal,moderate,yes,Giulia Moretti,,,in use,2025-12-16,12 months,no
AS043,Patent Drafts,information,internal,minor,yes,Priya Raman,,,in use,2025-12-26,12 months,no
AS044,Litigation File,information,internal,major,yes,Sofie Jensen,,,in use,2025-08-25,12 months,no
AS045,Export Licences,information,confidential,moderate,yes,Sofie Jensen,,,in use,2026-03-01,12 months,no
AS046,Consent Register,information,internal,critical,yes,Priya Raman,,,disposed,2025-09-15,12 months,yes
AS047,Notice Templates,information,confidential,moderate,yes,Legal and Compliance,,AS033; AS023,in use,2025-12-26,12 months,no
AS048,Log Collector,software,confidential,major,no,Log Custodian,,AS012; AS023,in use,2025-07-20,12 months,no
AS049,Vulnerability Scanner,software,internal,minor,no,Ann Li,,AS033,in use,2026-04-02,12 months,no
AS050,Alert Console,software,public,critical,no,Joaquim Reis,,AS027,in use,2025-11-20,6 months,no
AS051,Risk Tool,software,internal,moderate,no,Information Security,,AS013; AS001,in use,2026-02-02,12 months,no
AS052,Malware Sandbox,software,internal,minor,no,Leila Farahani,,AS038,in use,2026-03-10,12 months,no
AS053,Forensic Workstation,software,public,moderate,no,Information Security,,AS014; AS006,in use,2026-02-21,12 months,no
AS054,Phishing Simulator,software,internal,major,no,Information Security,,AS041; AS006,in use,2025-08-30,12 months,no
AS055,Secrets Scanner,software,internal,major,no,Information Security,,AS037,in use,2025-10-27,12 months,no
AS056,Leeds Firewall Pair,hardware,confidential,minor,no,IT Operations,Porto Factory Hall,,in use,2026-06-04,12 months,no
AS057,Porto Firewall Pair,hardware,internal,moderate,no,IT Operations,Porto Server Room,AS019,in use,2026-06-02,12 months,no
AS058,Gdańsk Firewall,hardware,internal,moderate,no,IT Operations,Gdańsk Lab,AS055; AS037,in use,2025-10-30,12 months,no
AS059,Leeds Wireless,hardware,internal,minor,no,Kenji Mori,Porto Server Room,,in use,2026-05-13,12 months,no
AS060,Porto Wireless,hardware,public,critical,no,André Figueiredo,Porto Server Room,AS028,disposed,2025-08-14,12 months,no
AS061,Print Server,hardware,internal,moderate,no,Tomasz Gajda,Porto Factory Hall,,disposed,2025-02-13,12 months,no
AS062,Time Server,hardware,internal,minor,no,IT Operations,Porto Server Room,AS053,in use,2025-12-29,12 months,no
AS063,Name Server,hardware,confidential,moderate,no,IT Operations,Leeds Data Centre,,in use,2026-06-02,12 months,no
AS064,Proxy Server,hardware,internal,moderate,no,Aisha Mbeki,Gdańsk Lab,AS001; AS044,in use,2026-04-25,12 months,no
AS065,Tape Library,hardware,secret,major,no,,Porto Factory Hall,,in use,2025-10-09,12 months,no
AS066,Spare Laptops,hardware,internal,major,no,Cloud Engineer,Porto Server Room,AS006,in use,2025-11-11,12 months,no
AS067,Meeting Room Screens,hardware,public,moderate,no,IT Operations,Porto Factory Hall,,in use,2025-07-20,12 months,no
AS068,Uninterruptible Supply,hardware,public,major,no,Nuno Barbosa,Leeds Data Centre,AS043,in use,2026-02-09,12 months,no
AS069,Cooling Unit,hardware,confidential,major,no,Zuzanna Kępa,Porto Server Room,,in use,2026-02-26,,no
AS070,Remote Access Gateway,hardware,secret,moderate,no,Network Administrator,Leeds Data Centre,,in use,2025-10-14,12 months,no
AS071,Patch Server,hardware,confidential,critical,no,Nuno Barbosa,Porto Server Room,,in use,2025-08-03,12 months,no
AS072,Monitoring Server,hardware,confidential,critical,no,IT Operations,Leeds Data Centre,,in use,2025-11-02,12 months,no
AS073,File Server,hardware,confidential,moderate,no,IT Operations,Leeds Data Centre,,in use,2025-12-27,12 months,no
AS074,Ticket System,hardware,internal,major,no,IT Operations,Gdańsk Lab,,in use,2025-02-14,12 months,no
AS075,Software Depot,hardware,internal,minor,no,Cloud Engineer,Porto Factory Hall,AS057; AS060,in use,2025-08-19,12 months,no
AS076,Phone Exchange,hardware,internal,moderate,no,IT Operations,Leeds Data Centre,,in use,2025-10-31,12 months,no
AS077,Firmware Toolchain,software,internal,minor,no,Wei Zhang,,AS024,in use,2025-09-07,12 months,no
AS078,Simulation Cluster,software,confidential,moderate,no,Ivan Horvat,,AS035,disposed,2025-11-17,12 months,no
AS079,Design Library,software,internal,moderate,no,Elena Rossi,,AS075; AS058,in use,2026-04-12,12 months,no
AS080,Test Rig Controller,software,internal,minor,no,Elena Rossi,,AS057; AS032,in use,2026-04-09,12 months,no
AS081,Issue Tracker,software,secret,major,no,Ivan Horvat,,AS039,in use,2025-02-14,12 months,no
AS082,Wiki,software,confidential,,no,,,AS026; AS027,in use,,12 months,no
AS083,Package Mirror,software,internal,moderate,no,Release Manager,,AS019,in use,2026-05-29,12 months,no
AS084,Container Registry,software,secret,minor,no,Engineering,,AS017,in use,2025-10-03,12 months,no
AS085,Signing Service,software,confidential,major,no,Sara Eklund,,AS028,in use,2026-02-11,12 months,no
AS086,Telemetry Store,software,secret,moderate,no,Engineering,,AS033; AS029,in use,2025-07-10,12 months,no
AS087,Prototype Bench,software,internal,minor,no,Release Manager,,AS062; AS083,in use,2026-04-09,12 months,no
AS088,Algorithm Notebook,software,public,moderate,no,Engineering,,AS052,in use,2025-11-09,12 months,no
AS089,Release Notes Store,software,public,minor,no,Olga Petrenko,,AS001,disposed,2026-03-10,12 months,no
AS090,Crash Collector,software,internal,minor,no,Engineering,,AS011,spare,2025-11-30,12 months,no
AS091,Mobile App,software,,moderate,no,Jean-Luc Moreau,,AS059,in use,2025-08-19,12 months,no
AS092,Driver Kit,software,internal,moderate,no,Engineering,,AS038,in use,2026-04-23,12 months,no
AS093,Field Update Service,software,internal,moderate,no,Lars Holm,,AS060,in use,2026-02-09,12 months,no
AS094,Static Analyser,software,public,minor,no,Hugo Antunes,,AS020,in use,2026-05-03,12 months,no
AS095,Staging Environment,software,public,moderate,no,Joanna Sikora,,AS088; AS033,in use,2025-07-20,12 months,no
AS096,Test Data Vault,software,confidential,critical,no,,,AS062; AS049,in use,2026-04-15,12 months,no
AS097,Licence Server,software,internal,major,no,Release Manager,,AS081; AS039,in use,2025-11-01,12 months,no
AS098,Assembly Robot,hardware,confidential,minor,no,Manufacturing,Porto Server Room,,in use,2026-02-03,12 months,no
AS099,Packaging Line,hardware,secret,major,no,Lena Fischer,Porto Factory Hall,,in use,2026-03-30,12 months,no
AS100,Label Printer,hardware,,moderate,no,Marta Duarte,Leeds Data Centre,,in use,2026-03-05,12 months,no
AS101,Barcode Scanners,hardware,internal,minor,no,Manufacturing,Gdańsk Lab,AS062; AS006,spare,2025-10-04,12 months,no
AS102,Furnace Controller,hardware,internal,minor,no,Paulo Queiroz,Porto Factory Hall,AS107,in use,2026-04-21,12 months,no
AS103,Paint Booth,hardware,confidential,minor,no,Sílvia Matos,Gdańsk Lab,,in use,2026-03-16,12 months,no
AS104,Maintenance Tablet,hardware,internal,minor,no,Lena Fischer,Porto Factory Hall,AS075; AS005,in use,2025-07-26,12 months,no
AS105,Spare Parts Store,hardware,internal,critical,no,António Salgado,Porto Factory Hall,AS039,in use,2025-11-17,12 months,no
AS106,Shift Planner,hardware,,,no,António Salgado,Leeds Data Centre,AS089; AS098,in use,2025-08-22,12 months,no
AS107,Line Sensor Hub,hardware,confidential,minor,no,Gareth Bowen,Porto Factory Hall,AS102; AS012,in use,2026-05-14,12 months,no
AS108,Torque Station,hardware,confidential,minor,no,Manufacturing,Gdańsk Lab,,disposed,2026-05-11,12 months,no
AS109,Clean Room Monitor,hardware,confidential,moderate,no,António Salgado,Porto Server Room,,in use,2025-09-12,12 months,no
AS110,Warehouse System,hardware,secret,major,no,Manufacturing,Leeds Data Centre,,in use,2026-03-29,12 months,no
AS111,Forklift Fleet,hardware,internal,minor,no,,Leeds Data Centre,,in use,2025-12-22,12 months,no
AS112,Production Orders,hardware,internal,major,no,Manufacturing,Porto Server Room,,disposed,2025-09-03,12 months,no
AS113,Calibration Certificates,information,internal,minor,yes,Helena Cardoso,,,in use,2025-11-09,12 months,no
AS114,Complaint File,information,internal,minor,yes,Natalia Wójcik,,,spare,2025-09-04,12 months,yes
AS115,Supplier Scorecards,information,internal,moderate,yes,Helena Cardoso,,,in use,2025-07-18,12 months,no
AS116,Test Protocols,information,internal,moderate,yes,Helena Cardoso,,,in use,2025-11-20,12 months,no
AS117,Deviation Log,information,,minor,yes,Quality,,AS064; AS044,in use,2025-08-16,12 months,no
AS118,Sample Archive,information,confidential,moderate,yes,Quality,,,spare,2025-12-14,12 months,no
AS119,Inspection Camera,information,internal,moderate,yes,Quality,,AS109; AS067,spare,2025-09-08,12 months,no
AS120,Customer Portal,software,internal,moderate,no,Sales,,AS009,in use,2026-02-11,12 months,no
AS121,Quotation Tool,software,internal,minor,no,Lucy Garland,,AS113; AS020,in use,2025-12-31,12 months,no
AS122,Partner List,software,confidential,moderate,no,Diego Navarro,,AS076; AS097,in use,,12 months,no
AS123,Campaign Data,software,,minor,no,Sales,,AS025; AS055,in use,2025-09-24,12 months,no
AS124,Trade Fair Kit,software,,moderate,no,Stefan Ilić,,AS123,in use,2026-01-15,12 months,no
AS125,Price Book,software,confidential,minor,no,Sales,,AS038; AS070,in use,2026-03-28,12 months,no
AS126,Sales Forecast,software,secret,major,no,Hana Kim,,AS074; AS035,in use,2026-02-07,,no
AS127,Lead Tracker,software,public,major,no,Sales,,AS064,disposed,2026-04-17,12 months,no
AS128,Contract Pipeline,software,internal,moderate,no,Ahmed Mansour,,AS017,disposed,2026-03-03,12 months,no
AS129,Help Desk,service,confidential,critical,no,Tariq Aziz,,AS051; AS109,in use,2026-02-12,12 months,no
AS130,Call Recordings,service,internal,moderate,no,George Apsley,,AS051,in use,2026-06-07,12 months,yes
AS131,Knowledge Base,service,internal,critical,no,George Apsley,,AS123; AS029,in use,2025-02-15,12 months,no
AS132,Remote Support Tool,service,public,minor,no,Denise Kouassi,,AS090,in use,2025-08-16,12 months,no
AS133,Service Contracts,service,internal,moderate,no,Customer Support,,AS084,spare,2025-12-16,12 months,no
AS134,Repair Orders,service,internal,moderate,no,Mohammed Siddiqui,,AS112,in use,2026-01-10,12 months,no
AS135,Chat Service,service,public,minor,no,Orla Byrne,,AS090; AS105,in use,,12 months,no
AS136,Warranty Database,service,internal,moderate,no,Kasia Bielska,,AS056,in use,2025-12-03,12 months,no
AS137,Leeds Reception,facility,internal,major,no,Facilities,Porto Factory Hall,AS002,in use,2026-06-10,12 months,no
AS138,Porto Gatehouse,facility,public,major,no,Dorota Malec,Porto Factory Hall,,spare,2025-10-04,12 months,no
AS139,Gdańsk Reception,facility,public,major,no,Joyce Tetteh,Porto Factory Hall,AS083,in use,2026-02-18,12 months,no
AS140,Leeds Car Park,facility,public,moderate,no,Lídia Rocha,Porto Factory Hall,,in use,2026-05-08,12 months,no
AS141,Leeds Generator,facility,internal,critical,no,Lídia Rocha,Gdańsk Office,AS049; AS010,in use,2026-04-23,12 months,no
AS142,Porto Generator,facility,internal,moderate,no,Facilities,Gdańsk Office,,spare,2025-10-16,12 months,no
AS143,Visitor Badges,facility,secret,moderate,no,Harriet Stonebridge,Porto Factory Hall,,in use,2025-12-05,12 months,no
AS144,Camera System,facility,public,critical,no,,Gdańsk Office,,disposed,2026-03-20,6 months,no
AS145,Fire Alarm Leeds,facility,public,critical,no,Facilities,Porto Factory Hall,AS070,spare,2026-03-02,12 months,no
AS146,Fire Alarm Porto,facility,secret,major,no,Harriet Stonebridge,Gdańsk Office,AS084; AS087,in use,2026-02-15,12 months,no
AS147,Shredding Bins,facility,confidential,major,no,Harriet Stonebridge,Leeds Main Building,AS074,in use,2026-02-20,12 months,no
AS148,Delivery Dock,facility,internal,moderate,no,Wanda Krol,Gdańsk Office,,in use,2025-09-13,12 months,no
AS149,Board Papers,information,internal,minor,yes,Executive Office,,,in use,2025-02-13,12 months,no
AS150,Strategy File,information,internal,major,yes,Tobias Quint,,,in use,2025-07-24,12 months,no
AS151,Merger Room,information,secret,minor,yes,Robert Stanyon,,,in use,2025-09-12,12 months,no
AS152,Shareholder Register,information,confidential,moderate,yes,Ines Carvalho,,AS012; AS034,spare,2025-08-14,12 months,no
AS153,Laptop Pool Leeds 1,hardware,internal,moderate,no,Aisha Mbeki,Leeds Campus,,in use,2025-10-06,12 months,no
AS154,Laptop Pool Porto 1,hardware,confidential,minor,no,Freya Nielsen,Porto Works,AS005,in use,2025-11-05,12 months,no
AS155,Laptop Pool Gdańsk 1,hardware,confidential,minor,no,Kwame Boateng,Gdańsk Office,AS005,in use,2025-12-12,12 months,no
AS156,Laptop Pool Leeds 2,hardware,confidential,moderate,no,Thomas Ashdown,Leeds Campus,,in use,2026-04-30,12 months,no
AS157,Laptop Pool Porto 2,hardware,internal,minor,no,Emily Hartnell,Porto Works,,in use,2025-08-23,12 months,no
AS158,Laptop Pool Gdańsk 2,hardware,confidential,minor,no,Zoë Lefèvre,Gdańsk Office,AS005,in use,2025-07-16,12 months,no
AS159,Laptop Pool Leeds 3,hardware,confidential,moderate,no,Lídia Rocha,Leeds Campus,AS019,in use,2025-10-26,12 months,no
AS160,Laptop Pool Porto 3,hardware,confidential,minor,no,Tomasz Gajda,Porto Works,,in use,2026-06-04,12 months,no
AS161,Laptop Pool Gdańsk 3,hardware,internal,minor,no,Akiko Ono,Gdańsk Office,AS005,in use,2026-03-02,12 months,no
AS162,Laptop Pool Leeds 4,hardware,confidential,moderate,no,Hana Kim,Leeds Campus,AS005,in use,2025-11-06,12 months,no
AS163,Laptop Pool Porto 4,hardware,confidential,minor,no,Thomas Ashdown,Porto Works,,in use,2026-04-20,12 months,no
AS164,Laptop Pool Gdańsk 4,hardware,confidential,minor,no,Gonçalo Pires,Gdańsk Office,AS005,in use,2025-12-16,12 months,no
AS165,Laptop Pool Leeds 5,hardware,internal,moderate,no,Alice Ng,Leeds Campus,AS005,in use,2025-12-06,12 months,no
AS166,Laptop Pool Porto 5,hardware,confidential,minor,no,Ann Li,Porto Works,,in use,2025-07-13,12 months,no
AS167,Laptop Pool Gdańsk 5,hardware,confidential,minor,no,Filip Sadowski,Gdańsk Office,AS005,in use,2025-08-16,12 months,no
AS168,Laptop Pool Leeds 6,hardware,confidential,moderate,no,Ravi Subramaniam,Leeds Campus,AS005,in use,2026-02-09,12 months,no
AS169,Laptop Pool Porto 6,hardware,internal,minor,no,Alice Ng,Porto Works,AS005,in use,2026-03-07,12 months,no
AS170,Laptop Pool Gdańsk 6,hardware,confidential,minor,no,Carla Mendes,Gdańsk Office,AS019,in use,2025-08-23,12 months,no
AS171,Laptop Pool Leeds 7,hardware,confidential,moderate,no,Yuki Hayashi,Leeds Campus,,in use,2026-03-25,12 months,no
AS172,Laptop Pool Porto 7,hardware,confidential,minor,no,Marta Duarte,Porto Works,AS005,in use,2025-12-19,12 months,no
AS173,Laptop Pool Gdańsk 7,hardware,internal,minor,no,Viktor Hrubý,Gdańsk Office,AS005,in use,2026-04-30,12 months,no
AS174,Laptop Pool Leeds 8,hardware,confidential,moderate,no,Duarte Simões,Leeds Campus,AS019,in use,2026-04-27,12 months,no
AS175,Laptop Pool Porto 8,hardware,confidential,minor,no,Ines Carvalho,Porto Works,,in use,2025-08-22,12 months,no
AS176,Laptop Pool Gdańsk 8,hardware,confidential,minor,no,Anita Desai,Gdańsk Office,AS005,in use,2025-12-23,12 months,no
AS177,Laptop Pool Leeds 9,hardware,internal,moderate,no,Inês Falcão,Leeds Campus,,in use,2025-07-12,12 months,no
AS178,Laptop Pool Porto 9,hardware,confidential,minor,no,Beatriz Pinto,Porto Works,,in use,2025-09-27,12 months,no
AS179,Laptop Pool Gdańsk 9,hardware,confidential,minor,no,Ann Lindqvist,Gdańsk Office,AS005,in use,2025-09-27,12 months,no
AS180,Laptop Pool Leeds 10,hardware,confidential,moderate,no,Joanna Sikora,Leeds Campus,AS005,in use,2025-10-31,12 months,no
AS181,Laptop Pool Porto 10,hardware,internal,minor,no,Owen Pritchard,Porto Works,AS005,in use,2025-11-06,12 months,no
AS182,Laptop Pool Gdańsk 10,hardware,confidential,minor,no,Nina Castellanos,Gdańsk Office,,in use,2025-10-05,12 months,no
AS183,Laptop Pool Leeds 11,hardware,confidential,moderate,no,Patrick Donnelly,Leeds Campus,AS005,in use,2026-02-25,12 months,no
AS184,Laptop Pool Porto 11,hardware,confidential,minor,no,Denise Kouassi,Porto Works,AS005,in use,2025-12-20,12 months,no
AS185,Laptop Pool Gdańsk 11,hardware,internal,minor,no,Kofi Mensah,Gdańsk Office,,in use,2025-08-19,12 months,no
AS186,Laptop Pool Leeds 12,hardware,confidential,moderate,no,Isla Macdonald,Leeds Campus,AS005,in use,2026-01-06,12 months,no
AS187,Laptop Pool Porto 12,hardware,confidential,minor,no,Elena Rossi,Porto Works,AS005,in use,2025-11-17,12 months,no
AS188,Laptop Pool Gdańsk 12,hardware,confidential,minor,no,Ben Halloran,Gdańsk Office,AS005,in use,2026-05-14,12 months,no
AS189,Laptop Pool Leeds 13,hardware,internal,moderate,no,Agnieszka Nowicka,Leeds Campus,AS005,in use,2025-09-14,12 months,no
AS190,Laptop Pool Porto 13,hardware,confidential,minor,no,Emma Lowther,Porto Works,AS005,in use,2026-04-21,12 months,no
AS191,Laptop Pool Gdańsk 13,hardware,confidential,minor,no,Ursula Brandt,Gdańsk Office,AS005,in use,2025-11-03,12 months,no
AS192,Laptop Pool Leeds 14,hardware,confidential,moderate,no,Peter van den Berg,Leeds Campus,AS019,in use,2025-07-26,12 months,no
AS193,Laptop Pool Porto 14,hardware,internal,minor,no,Ines Carvalho,Porto Works,AS005,in use,2025-12-20,12 months,no
AS194,Laptop Pool Gdańsk 14,hardware,confidential,minor,no,Kenji Mori,Gdańsk Office,AS005,in use,2025-10-18,12 months,no
AS195,Laptop Pool Leeds 15,hardware,confidential,moderate,no,Łukasz Baran,Leeds Campus,AS019,in use,2025-08-18,12 months,no
AS196,Laptop Pool Porto 15,hardware,confidential,minor,no,Charles Effiong,Porto Works,,in use,2026-03-30,12 months,no
AS197,Laptop Pool Gdańsk 15,hardware,internal,minor,no,Jorge Esteves,Gdańsk Office,AS019,in use,2025-12-19,12 months,no
AS198,Laptop Pool Leeds 16,hardware,confidential,moderate,no,Rosa Delgado,Leeds Campus,,in use,2025-09-29,12 months,no
AS199,Laptop Pool Porto 16,hardware,confidential,minor,no,Adam Rowntree,Porto Works,,in use,2026-01-01,12 months,no
AS200,Laptop Pool Gdańsk 16,hardware,confidential,minor,no,Yuki Hayashi,Gdańsk Office,AS019,in use,2026-06-06,12 months,no

"""##)
}
