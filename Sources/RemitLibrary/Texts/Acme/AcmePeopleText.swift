// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file

// Made from samples/acme: change the files there, then run the tests with
// REMIT_UPDATE_SPECS=1, and build again.

extension BuiltInLibrary.File {
  static let acmePeople = BuiltInLibrary.File(
    name: "people.csv",
    text: ##"""
Employee ID,Full name,E-mail,Job title,Department,Site,Manager e-mail,Employment,Start date,End date,Screened on,Terms signed on,Secrecy signed on,Remote
E1001,Margaret Oyelaran,margaret.oyelaran@acme.example,Chief Executive,Executive Office,Leeds Campus,,permanent,2009-08-28,,2009-08-18,2009-08-27,2009-08-27,no
E1002,Rajesh Iyer,rajesh.iyer@acme.example,Head of Finance,Finance,Leeds Campus,margaret.oyelaran@acme.example,permanent,2014-11-15,,2014-11-04,2014-11-14,2014-11-14,no
E1003,Carla Mendes,carla.mendes@acme.example,Head of Human Resources,Human Resources,Leeds Campus,margaret.oyelaran@acme.example,permanent,2013-08-22,,2013-08-10,2013-08-21,2013-08-21,no
E1004,Élodie Marchand,elodie.marchand@acme.example,Head of Legal and Compliance,Legal and Compliance,Porto Works,margaret.oyelaran@acme.example,permanent,2011-10-26,,2011-10-13,2011-10-25,2011-10-25,no
E1005,Anselm Okoro,anselm.okoro@acme.example,Head of Information Security,Information Security,Gdańsk Office,margaret.oyelaran@acme.example,permanent,2013-04-08,,2013-03-25,2013-04-07,2013-04-07,yes
E1006,Derek Whitlock,derek.whitlock@acme.example,Head of IT Operations,IT Operations,Porto Works,margaret.oyelaran@acme.example,permanent,2012-02-06,2026-04-01,2012-01-22,2012-02-05,2012-02-05,no
E1007,Jean-Luc Moreau,jean-luc.moreau@acme.example,Head of Engineering,Engineering,Gdańsk Office,margaret.oyelaran@acme.example,permanent,2010-12-28,,2010-12-12,2010-12-27,2010-12-27,no
E1008,António Salgado,antonio.salgado@acme.example,Head of Manufacturing,Manufacturing,Porto Works,margaret.oyelaran@acme.example,permanent,2014-01-22,,2014-01-12,2014-01-21,2014-01-21,no
E1009,Ursula Brandt,ursula.brandt@acme.example,Head of Quality,Quality,Gdańsk Office,margaret.oyelaran@acme.example,permanent,2010-01-10,,2009-12-30,2010-01-09,2010-01-09,no
E1010,Victor Almeida,victor.almeida@acme.example,Head of Sales,Sales,Gdańsk Office,margaret.oyelaran@acme.example,permanent,2012-09-16,,2012-09-04,2012-09-15,2012-09-15,no
E1011,Nina Castellanos,nina.castellanos@acme.example,Head of Customer Support,Customer Support,Gdańsk Office,margaret.oyelaran@acme.example,permanent,2011-01-03,,2010-12-21,2011-01-02,2011-01-02,no
E1012,Harriet Stonebridge,harriet.stonebridge@acme.example,Head of Facilities,Facilities,Leeds Campus,margaret.oyelaran@acme.example,permanent,2010-02-15,,2010-02-01,2010-02-14,2010-02-14,no
E1013,Henrik Solberg,henrik.solberg@acme.example,Assistant to the Board,Executive Office,Leeds Campus,margaret.oyelaran@acme.example,permanent,2016-08-09,,2016-07-25,2016-08-08,2016-08-08,no
E1014,Siobhan O'Neill,siobhan.oneill@acme.example,Financial Analyst,Finance,Leeds Campus,rajesh.iyer@acme.example,permanent,2010-03-01,,2010-02-13,2010-02-28,2010-02-28,no
E1015,Owen Pritchard,owen.pritchard@acme.example,HR Adviser,Human Resources,Gdańsk Office,carla.mendes@acme.example,permanent,2017-08-13,,2017-08-03,2017-08-12,2017-08-12,no
E1016,Thomas Ashdown,thomas.ashdown@acme.example,Legal Counsel,Legal and Compliance,Gdańsk Office,elodie.marchand@acme.example,permanent,2014-08-10,,2014-07-30,2014-08-09,2014-08-09,yes
E1017,Zoë Lefèvre,zoe.lefevre@acme.example,Security Engineer,Information Security,Porto Works,anselm.okoro@acme.example,permanent,2014-01-17,,2014-01-05,2014-01-16,2014-01-16,no
E1018,Łukasz Baran,lukasz.baran@acme.example,Network Engineer,IT Operations,Porto Works,derek.whitlock@acme.example,permanent,2012-09-24,,2012-09-11,2012-09-23,2012-09-23,no
E1019,Ann Lindqvist,ann.lindqvist@acme.example,Test Engineer,Engineering,Gdańsk Office,jean-luc.moreau@acme.example,permanent,2014-12-19,,2014-12-05,2014-12-18,2014-12-18,no
E1020,Miguel Serrano,miguel.serrano@acme.example,Line Supervisor,Manufacturing,Porto Works,antonio.salgado@acme.example,permanent,2012-05-04,,2012-04-19,2012-05-03,2012-05-03,no
E1021,Gonçalo Pires,goncalo.pires@acme.example,Calibration Technician,Quality,Leeds Campus,ursula.brandt@acme.example,permanent,2014-12-18,,2014-12-02,2014-12-17,2014-12-17,no
E1022,Julia Novak,julia.novak@acme.example,Sales Representative,Sales,Porto Works,victor.almeida@acme.example,permanent,2016-03-21,,2016-03-11,2016-03-20,2016-03-20,no
E1023,George Apsley,george.apsley@acme.example,Support Engineer,Customer Support,Leeds Campus,nina.castellanos@acme.example,permanent,2010-08-03,,2010-07-23,2010-08-02,2010-08-02,no
E1024,Jorge Esteves,jorge.esteves@acme.example,Security Guard,Facilities,Gdańsk Office,harriet.stonebridge@acme.example,permanent,2012-01-16,,2012-01-04,2012-01-15,2012-01-15,no
E1025,Ines Carvalho,ines.carvalho@acme.example,Assistant to the Board,Executive Office,Porto Works,margaret.oyelaran@acme.example,permanent,2014-08-15,,2014-08-02,2014-08-14,2014-08-14,no
E1026,Tobias Quint,tobias.quint@acme.example,Strategy Manager,Executive Office,Leeds Campus,margaret.oyelaran@acme.example,external,2011-11-30,,2011-11-16,2011-11-29,,no
E1027,Amara Nwosu,amara.nwosu@acme.example,Strategy Manager,Executive Office,Leeds Campus,henrik.solberg@acme.example,permanent,2021-04-28,,2021-04-13,2021-04-27,2021-04-27,yes
E1028,Colette Dubois,colette.dubois@acme.example,Assistant to the Board,Executive Office,Leeds Campus,margaret.oyelaran@acme.example,permanent,2022-11-07,,2022-10-22,2022-11-06,2022-11-06,no
E1029,Piotr Wolski,piotr.wolski@acme.example,Financial Analyst,Finance,Porto Works,rajesh.iyer@acme.example,temporary,2016-05-01,,2016-04-21,2016-04-30,2016-04-30,no
E1030,Hannah Bergstrom,hannah.bergstrom@acme.example,Payments Officer,Finance,Leeds Campus,rajesh.iyer@acme.example,permanent,2010-06-20,,2010-06-09,2010-06-19,2010-06-19,no
E1031,Luca Ferrante,luca.ferrante@acme.example,Financial Analyst,Finance,Porto Works,siobhan.oneill@acme.example,permanent,2017-06-11,2026-02-01,2017-05-30,2017-06-10,2017-06-10,no
E1032,Mei Tanaka,mei.tanaka@acme.example,Accountant,Finance,Porto Works,rajesh.iyer@acme.example,permanent,2012-03-17,,2012-03-04,2012-03-16,2012-03-16,no
E1033,Grace Adeyemi,grace.adeyemi@acme.example,Payments Officer,Finance,Leeds Campus,siobhan.oneill@acme.example,permanent,2024-04-12,,2024-03-29,2024-04-11,2024-04-11,no
E1034,Oskar Lindgren,oskar.lindgren@acme.example,Payments Officer,Finance,Porto Works,siobhan.oneill@acme.example,permanent,2016-03-09,,2016-02-23,2016-03-08,2016-03-08,no
E1035,Beatriz Pinto,beatriz.pinto@acme.example,Payments Officer,Finance,Leeds Campus,rajesh.iyer@acme.example,permanent,2019-05-25,,2019-05-09,2019-05-24,2019-05-24,no
E1036,Samuel Okafor,samuel.okafor@acme.example,Payments Officer,Finance,Leeds Campus,siobhan.oneill@acme.example,permanent,2012-09-23,,2012-09-13,2012-09-22,2012-09-22,no
E1037,Nadia Rahman,nadia.rahman@acme.example,Financial Analyst,Finance,Porto Works,rajesh.iyer@acme.example,temporary,2013-11-01,,2013-10-21,2013-10-31,2013-10-31,no
E1038,Jonas Weber,jonas.weber@acme.example,Accountant,Finance,Porto Works,rajesh.iyer@acme.example,permanent,2017-08-02,,2017-07-21,2017-08-01,2017-08-01,yes
E1039,Yuki Hayashi,yuki.hayashi@acme.example,HR Adviser,Human Resources,Gdańsk Office,carla.mendes@acme.example,permanent,2012-08-31,,2012-08-18,2012-08-30,2012-08-30,no
E1040,Fatima Zahra Benali,fatima.zahra.benali@acme.example,HR Adviser,Human Resources,Porto Works,carla.mendes@acme.example,permanent,2010-09-24,,2010-09-10,2010-09-23,2010-09-23,no
E1041,Dominik Kaczmarek,dominik.kaczmarek@acme.example,Recruiter,Human Resources,Leeds Campus,carla.mendes@acme.example,permanent,2010-12-25,,2010-12-10,2010-12-24,2010-12-24,no
E1042,Laura Stein,laura.stein@acme.example,HR Adviser,Human Resources,Leeds Campus,owen.pritchard@acme.example,permanent,2015-04-11,2025-08-01,2015-03-26,2015-04-10,2015-04-10,no
E1043,Isla Macdonald,isla.macdonald@acme.example,Recruiter,Human Resources,Porto Works,carla.mendes@acme.example,temporary,2015-04-07,,2015-03-28,2015-04-06,2015-04-06,no
E1044,Bruno Teixeira,bruno.teixeira@acme.example,Recruiter,Human Resources,Leeds Campus,carla.mendes@acme.example,permanent,2011-11-12,,2011-11-01,2011-11-11,2011-11-11,no
E1045,Agnieszka Nowicka,agnieszka.nowicka@acme.example,Compliance Officer,Legal and Compliance,Porto Works,elodie.marchand@acme.example,permanent,2022-11-15,,2022-11-03,2022-11-14,2022-11-14,no
E1046,Farid Haddad,farid.haddad@acme.example,Legal Counsel,Legal and Compliance,Leeds Campus,thomas.ashdown@acme.example,permanent,2016-09-06,2026-05-04,2016-08-24,2016-09-05,2016-09-05,no
E1047,Priya Raman,priya.raman@acme.example,Legal Counsel,Legal and Compliance,Gdańsk Office,thomas.ashdown@acme.example,permanent,2022-12-27,,2022-12-13,2022-12-26,2022-12-26,no
E1048,Giulia Moretti,giulia.moretti@acme.example,Legal Counsel,Legal and Compliance,Leeds Campus,thomas.ashdown@acme.example,external,2016-07-09,,2016-06-24,2016-07-08,,no
E1049,Kwame Boateng,kwame.boateng@acme.example,Compliance Officer,Legal and Compliance,Porto Works,thomas.ashdown@acme.example,temporary,2017-10-18,,2017-10-02,2017-10-17,2017-10-17,yes
E1050,Sofie Jensen,sofie.jensen@acme.example,Legal Counsel,Legal and Compliance,Gdańsk Office,elodie.marchand@acme.example,external,2020-06-28,,2020-06-18,2020-06-27,2020-06-27,no
E1051,Marek Zieliński,marek.zielinski@acme.example,Security Engineer,Information Security,Gdańsk Office,anselm.okoro@acme.example,permanent,2012-05-17,,2012-05-06,2012-05-16,2012-05-16,no
E1052,Ruth Calloway,ruth.calloway@acme.example,Security Analyst,Information Security,Leeds Campus,zoe.lefevre@acme.example,permanent,2017-06-16,2026-03-16,2017-06-04,2017-06-15,2017-06-15,no
E1053,Dilip Menon,dilip.menon@acme.example,Security Engineer,Information Security,Gdańsk Office,anselm.okoro@acme.example,permanent,2019-11-04,,2019-10-22,2019-11-03,2019-11-03,no
E1054,Katarzyna Wrona,katarzyna.wrona@acme.example,Security Analyst,Information Security,Gdańsk Office,anselm.okoro@acme.example,permanent,2011-06-13,,2011-05-30,2011-06-12,2011-06-12,no
E1055,Ben Halloran,ben.halloran@acme.example,Security Analyst,Information Security,Leeds Campus,zoe.lefevre@acme.example,permanent,2017-02-21,2026-09-01,2017-02-06,2017-02-20,2017-02-20,no
E1056,Leila Farahani,leila.farahani@acme.example,Security Engineer,Information Security,Leeds Campus,anselm.okoro@acme.example,permanent,2011-12-27,,2011-12-11,2011-12-26,2011-12-26,no
E1057,Joaquim Reis,joaquim.reis@acme.example,Risk Analyst,Information Security,Leeds Campus,zoe.lefevre@acme.example,permanent,2015-10-11,,2015-10-01,2015-10-10,2015-10-10,no
E1058,Ann Li,ann.li@acme.example,Risk Analyst,Information Security,Gdańsk Office,anselm.okoro@acme.example,temporary,2013-12-21,,2013-12-10,2013-12-20,2013-12-20,no
E1059,Mateo Cruz,mateo.cruz@acme.example,Security Engineer,Information Security,Leeds Campus,zoe.lefevre@acme.example,permanent,2010-11-09,,2010-10-28,2010-11-08,2010-11-08,no
E1060,Ingrid Aasen,ingrid.aasen@acme.example,Security Engineer,Information Security,Gdańsk Office,zoe.lefevre@acme.example,permanent,2014-03-23,,2014-03-10,2014-03-22,2014-03-22,yes
E1061,Chiara Conti,chiara.conti@acme.example,Service Desk Engineer,IT Operations,Porto Works,lukasz.baran@acme.example,permanent,2020-04-28,,2020-04-14,2020-04-27,2020-04-27,no
E1062,Sanjay Kulkarni,sanjay.kulkarni@acme.example,Systems Engineer,IT Operations,Leeds Campus,derek.whitlock@acme.example,external,2022-11-23,,2022-11-08,2022-11-22,2022-11-22,no
E1063,Molly Fenwick,molly.fenwick@acme.example,Systems Engineer,IT Operations,Leeds Campus,derek.whitlock@acme.example,permanent,2020-09-10,,2020-08-25,2020-09-09,2020-09-09,no
E1064,André Figueiredo,andre.figueiredo@acme.example,Database Specialist,IT Operations,Leeds Campus,lukasz.baran@acme.example,permanent,2012-07-10,,2012-06-30,2012-07-09,2012-07-09,no
E1065,Viktor Hrubý,viktor.hruby@acme.example,Systems Engineer,IT Operations,Gdańsk Office,derek.whitlock@acme.example,permanent,2019-07-17,,2019-07-06,2019-07-16,2019-07-16,no
E1066,Aisha Mbeki,aisha.mbeki@acme.example,Database Specialist,IT Operations,Leeds Campus,lukasz.baran@acme.example,permanent,2014-01-02,,2013-12-21,2014-01-01,2014-01-01,no
E1067,Paul Ainsworth,paul.ainsworth@acme.example,Network Engineer,IT Operations,Leeds Campus,derek.whitlock@acme.example,permanent,2010-07-11,2025-12-01,2010-06-28,2010-07-10,2010-07-10,no
E1068,Rosa Delgado,rosa.delgado@acme.example,Database Specialist,IT Operations,Gdańsk Office,lukasz.baran@acme.example,permanent,2009-11-07,,2009-10-24,2009-11-06,2009-11-06,no
E1069,Tomasz Gajda,tomasz.gajda@acme.example,Network Engineer,IT Operations,Leeds Campus,lukasz.baran@acme.example,permanent,2021-02-08,,2021-01-24,2021-02-07,2021-02-07,no
E1070,Kenji Mori,kenji.mori@acme.example,Database Specialist,IT Operations,Porto Works,derek.whitlock@acme.example,permanent,2010-10-30,,2010-10-14,2010-10-29,2010-10-29,no
E1071,Emily Hartnell,emily.hartnell@acme.example,Network Engineer,IT Operations,Porto Works,lukasz.baran@acme.example,permanent,2014-05-19,,2014-05-09,2014-05-18,2014-05-18,yes
E1072,Nuno Barbosa,nuno.barbosa@acme.example,Network Engineer,IT Operations,Leeds Campus,lukasz.baran@acme.example,external,2018-12-07,,2018-11-26,2018-12-06,2018-12-06,no
E1073,Callum Reid,callum.reid@acme.example,Network Engineer,IT Operations,Leeds Campus,derek.whitlock@acme.example,permanent,2017-09-30,,2017-09-18,2017-09-29,2017-09-29,no
E1074,Zuzanna Kępa,zuzanna.kepa@acme.example,Network Engineer,IT Operations,Porto Works,lukasz.baran@acme.example,permanent,2010-09-20,,,2010-09-19,2010-09-19,no
E1075,Wei Zhang,wei.zhang@acme.example,Software Engineer,Engineering,Leeds Campus,jean-luc.moreau@acme.example,permanent,2021-06-21,,2021-06-07,2021-06-20,2021-06-20,no
E1076,Hugo Antunes,hugo.antunes@acme.example,Software Engineer,Engineering,Gdańsk Office,jean-luc.moreau@acme.example,permanent,2012-08-25,2025-10-01,2012-08-10,2012-08-24,2012-08-24,no
E1077,Olga Petrenko,olga.petrenko@acme.example,Firmware Engineer,Engineering,Leeds Campus,ann.lindqvist@acme.example,permanent,2011-07-29,,2011-07-13,2011-07-28,2011-07-28,no
E1078,Ravi Subramaniam,ravi.subramaniam@acme.example,Test Engineer,Engineering,Leeds Campus,ann.lindqvist@acme.example,external,2012-08-23,,2012-08-13,2012-08-22,2012-08-22,no
E1079,Freya Nielsen,freya.nielsen@acme.example,Software Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,temporary,2010-08-25,,2010-08-14,2010-08-24,2010-08-24,no
E1080,Dawid Lis,dawid.lis@acme.example,Software Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2016-07-22,,2016-07-10,2016-07-21,2016-07-21,no
E1081,Catarina Lopes,catarina.lopes@acme.example,Test Engineer,Engineering,Leeds Campus,jean-luc.moreau@acme.example,permanent,2019-07-14,,2019-07-01,2019-07-13,2019-07-13,no
E1082,Michael O'Dowd,michael.odowd@acme.example,Software Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2018-03-02,,2018-02-16,2018-03-01,2018-03-01,yes
E1083,Sara Eklund,sara.eklund@acme.example,Test Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2013-07-31,,2013-07-16,2013-07-30,2013-07-30,no
E1084,Ivan Horvat,ivan.horvat@acme.example,Test Engineer,Engineering,Leeds Campus,ann.lindqvist@acme.example,permanent,2022-05-13,,2022-04-27,2022-05-12,2022-05-12,no
E1085,Nicole Baptiste,nicole.baptiste@acme.example,Test Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2015-03-23,2026-06-30,2015-03-13,2015-03-22,2015-03-22,no
E1086,Adam Rowntree,adam.rowntree@acme.example,Test Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,external,2014-03-29,,2014-03-18,2014-03-28,2014-03-28,no
E1087,Min-jun Park,min-jun.park@acme.example,Firmware Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2017-10-21,,,2017-10-20,2017-10-20,no
E1088,Teresa Vaz,teresa.vaz@acme.example,Test Engineer,Engineering,Leeds Campus,ann.lindqvist@acme.example,permanent,2016-01-05,,2015-12-23,2016-01-04,2016-01-04,no
E1089,Karol Mazur,karol.mazur@acme.example,Test Engineer,Engineering,Gdańsk Office,jean-luc.moreau@acme.example,permanent,2012-12-24,2025-03-03,2012-12-10,2012-12-23,2012-12-23,no
E1090,Elena Rossi,elena.rossi@acme.example,Test Engineer,Engineering,Leeds Campus,jean-luc.moreau@acme.example,permanent,2022-08-01,,2022-07-17,2022-07-31,2022-07-31,no
E1091,Daniel Achterberg,daniel.achterberg@acme.example,Software Engineer,Engineering,Gdańsk Office,jean-luc.moreau@acme.example,permanent,2017-04-19,,2017-04-03,2017-04-18,2017-04-18,no
E1092,Maya Levin,maya.levin@acme.example,Firmware Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2026-08-03,,2026-07-24,2026-08-02,2026-08-02,no
E1093,Filipe Moura,filipe.moura@acme.example,Software Engineer,Engineering,Gdańsk Office,jean-luc.moreau@acme.example,permanent,2020-11-19,,2020-11-08,2020-11-18,2020-11-18,yes
E1094,Joanna Sikora,joanna.sikora@acme.example,Firmware Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2014-07-15,,2014-07-03,2014-07-14,2014-07-14,no
E1095,Peter van den Berg,peter.van.den.berg@acme.example,Firmware Engineer,Engineering,Gdańsk Office,jean-luc.moreau@acme.example,permanent,2016-12-22,,2016-12-09,2016-12-21,2016-12-21,no
E1096,Anita Desai,anita.desai@acme.example,Test Engineer,Engineering,Leeds Campus,ann.lindqvist@acme.example,permanent,2019-03-22,,2019-03-08,2019-03-21,2019-03-21,no
E1097,Lars Holm,lars.holm@acme.example,Firmware Engineer,Engineering,Leeds Campus,jean-luc.moreau@acme.example,permanent,2020-01-22,,2020-01-07,2020-01-21,2020-01-21,no
E1098,Rita Amaral,rita.amaral@acme.example,Firmware Engineer,Engineering,Gdańsk Office,ann.lindqvist@acme.example,permanent,2010-08-22,,2010-08-06,2010-08-21,2010-08-21,no
E1099,Joana Ribeiro,joana.ribeiro@acme.example,Planner,Manufacturing,Porto Works,antonio.salgado@acme.example,permanent,2012-07-16,,2012-07-06,2012-07-15,2012-07-15,no
E1100,Patrick Donnelly,patrick.donnelly@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2017-02-26,,2017-02-15,2017-02-25,2017-02-25,no
E1101,Ewa Pawlak,ewa.pawlak@acme.example,Line Supervisor,Manufacturing,Leeds Campus,antonio.salgado@acme.example,external,2015-10-01,,2015-09-19,2015-09-30,2015-09-30,no
E1102,Rui Tavares,rui.tavares@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2009-05-31,,2009-05-18,2009-05-30,2009-05-30,no
E1103,Vera Lindholm,vera.lindholm@acme.example,Line Supervisor,Manufacturing,Porto Works,miguel.serrano@acme.example,temporary,2013-01-09,,2012-12-26,2013-01-08,2013-01-08,no
E1104,Hassan Karimi,hassan.karimi@acme.example,Line Supervisor,Manufacturing,Porto Works,antonio.salgado@acme.example,permanent,2011-01-11,,2010-12-27,,,no
E1105,Sílvia Matos,silvia.matos@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2014-08-24,,2014-08-08,2014-08-23,2014-08-23,no
E1106,Gareth Bowen,gareth.bowen@acme.example,Process Technician,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2009-07-24,2025-07-14,2009-07-14,2009-07-23,2009-07-23,no
E1107,Paulo Queiroz,paulo.queiroz@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2015-07-30,,2015-07-19,2015-07-29,2015-07-29,no
E1108,Marta Duarte,marta.duarte@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2018-03-27,,2018-03-15,2018-03-26,2018-03-26,no
E1109,Tiago Neves,tiago.neves@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,permanent,2010-07-30,,2010-07-17,2010-07-29,2010-07-29,no
E1110,Lena Fischer,lena.fischer@acme.example,Process Technician,Manufacturing,Porto Works,antonio.salgado@acme.example,permanent,2019-04-26,,2019-04-12,2019-04-25,2019-04-25,no
E1111,Duarte Simões,duarte.simoes@acme.example,Process Technician,Manufacturing,Porto Works,antonio.salgado@acme.example,temporary,2010-07-11,,2010-06-26,2010-07-10,2010-07-10,no
E1112,Chloe Barrow,chloe.barrow@acme.example,Planner,Manufacturing,Porto Works,miguel.serrano@acme.example,temporary,2026-07-15,,2026-06-29,2026-07-14,2026-07-14,no
E1113,Natalia Wójcik,natalia.wojcik@acme.example,Calibration Technician,Quality,Porto Works,goncalo.pires@acme.example,permanent,2009-05-20,,2009-05-10,2009-05-19,2009-05-19,no
E1114,Simon Thackeray,simon.thackeray@acme.example,Calibration Technician,Quality,Gdańsk Office,goncalo.pires@acme.example,permanent,2012-03-11,2026-01-12,2012-02-29,2012-03-10,2012-03-10,no
E1115,Akiko Ono,akiko.ono@acme.example,Quality Engineer,Quality,Porto Works,,external,2021-03-16,,2021-03-04,2021-03-15,2021-03-15,yes
E1116,Helena Cardoso,helena.cardoso@acme.example,Calibration Technician,Quality,Porto Works,goncalo.pires@acme.example,permanent,2010-08-26,,2010-08-13,2010-08-25,2010-08-25,no
E1117,Ibrahim Sesay,ibrahim.sesay@acme.example,Quality Engineer,Quality,Leeds Campus,goncalo.pires@acme.example,permanent,2016-10-31,,2016-10-17,2016-10-30,2016-10-30,no
E1118,Emma Lowther,emma.lowther@acme.example,Calibration Technician,Quality,Porto Works,ursula.brandt@acme.example,temporary,2009-05-30,,2009-05-15,2009-05-29,2009-05-29,no
E1119,Charles Effiong,charles.effiong@acme.example,Account Manager,Sales,Leeds Campus,victor.almeida@acme.example,external,2018-07-30,,2018-07-14,2018-07-29,2018-07-29,no
E1120,Marie-Claire Fontaine,marie-claire.fontaine@acme.example,Sales Representative,Sales,Porto Works,julia.novak@acme.example,permanent,2011-01-26,,2011-01-16,2011-01-25,2011-01-25,no
E1121,Stefan Ilić,stefan.ilic@acme.example,Account Manager,Sales,Leeds Campus,,permanent,2023-11-21,,2023-11-10,2023-11-20,2023-11-20,no
E1122,Lucy Garland,lucy.garland@acme.example,Account Manager,Sales,Leeds Campus,julia.novak@acme.example,permanent,2015-05-03,,2015-04-21,2015-05-02,2015-05-02,no
E1123,Diego Navarro,diego.navarro@acme.example,Sales Representative,Sales,Gdańsk Office,victor.almeida@acme.example,permanent,2012-10-27,,2012-10-14,2012-10-26,2012-10-26,no
E1124,Hana Kim,hana.kim@acme.example,Sales Representative,Sales,Leeds Campus,victor.almeida@acme.example,temporary,2022-05-31,,2022-05-17,2022-05-30,2022-05-30,no
E1125,Robert Stanyon,robert.stanyon@acme.example,Sales Representative,Sales,Leeds Campus,julia.novak@acme.example,permanent,2010-07-13,2025-11-03,2010-06-28,2010-07-12,2010-07-12,no
E1126,Inês Falcão,ines.falcao@acme.example,Account Manager,Sales,Leeds Campus,julia.novak@acme.example,permanent,2011-04-08,,2011-03-23,2011-04-07,2011-04-07,yes
E1127,Ahmed Mansour,ahmed.mansour@acme.example,Account Manager,Sales,Porto Works,julia.novak@acme.example,temporary,2010-01-06,,2009-12-27,2010-01-05,2010-01-05,no
E1128,Kirsten Vogel,kirsten.vogel@acme.example,Sales Representative,Sales,Porto Works,victor.almeida@acme.example,permanent,2013-05-14,2026-07-31,2013-05-03,2013-05-13,2013-05-13,no
E1129,Noah Whitaker,noah.whitaker@acme.example,Account Manager,Sales,Leeds Campus,julia.novak@acme.example,permanent,2012-01-29,,2012-01-17,2012-01-28,2012-01-28,no
E1130,Paulina Górska,paulina.gorska@acme.example,Account Manager,Sales,Gdańsk Office,julia.novak@acme.example,permanent,2022-02-21,,2022-02-08,2022-02-20,2022-02-20,no
E1131,Kasia Bielska,kasia.bielska@acme.example,Support Specialist,Customer Support,Porto Works,nina.castellanos@acme.example,permanent,2010-04-04,,2010-03-21,2010-04-03,2010-04-03,no
E1132,Tariq Aziz,tariq.aziz@acme.example,Support Specialist,Customer Support,Leeds Campus,nina.castellanos@acme.example,temporary,2009-03-17,,2009-03-02,2009-03-16,2009-03-16,no
E1133,Eleanor Vance,eleanor.vance@acme.example,Support Engineer,Customer Support,Leeds Campus,nina.castellanos@acme.example,permanent,2018-06-19,2026-06-15,2018-06-03,2018-06-18,2018-06-18,no
E1134,Raquel Sousa,raquel.sousa@acme.example,Support Engineer,Customer Support,Porto Works,george.apsley@acme.example,permanent,2023-03-13,,2023-03-03,2023-03-12,2023-03-12,no
E1135,Mohammed Siddiqui,mohammed.siddiqui@acme.example,Support Specialist,Customer Support,Leeds Campus,george.apsley@acme.example,permanent,2015-10-17,,2015-10-06,2015-10-16,2015-10-16,no
E1136,Alice Ng,alice.ng@acme.example,Support Engineer,Customer Support,Porto Works,george.apsley@acme.example,permanent,2016-02-26,,2016-02-14,2016-02-25,2016-02-25,no
E1137,Filip Sadowski,filip.sadowski@acme.example,Support Specialist,Customer Support,Leeds Campus,nina.castellanos@acme.example,temporary,2018-06-01,,2018-05-19,2018-05-31,2018-05-31,yes
E1138,Orla Byrne,orla.byrne@acme.example,Support Specialist,Customer Support,Porto Works,nina.castellanos@acme.example,permanent,2021-07-03,,2021-06-19,2021-07-02,2021-07-02,no
E1139,Denise Kouassi,denise.kouassi@acme.example,Support Specialist,Customer Support,Leeds Campus,nina.castellanos@acme.example,permanent,2023-08-13,,2023-07-29,2023-08-12,2023-08-12,no
E1140,Marco Bianchi,marco.bianchi@acme.example,Support Specialist,Customer Support,Leeds Campus,george.apsley@acme.example,permanent,2010-12-27,,2010-12-11,2010-12-26,2010-12-26,no
E1141,Wanda Krol,wanda.krol@acme.example,Receptionist,Facilities,Gdańsk Office,harriet.stonebridge@acme.example,permanent,2017-04-18,,2017-04-08,2017-04-17,2017-04-17,no
E1142,Alan Peverell,alan.peverell@acme.example,Site Technician,Facilities,Gdańsk Office,jorge.esteves@acme.example,permanent,2014-11-04,2025-09-22,2014-10-24,2014-11-03,2014-11-03,no
E1143,Lídia Rocha,lidia.rocha@acme.example,Receptionist,Facilities,Leeds Campus,harriet.stonebridge@acme.example,temporary,2015-01-11,,2014-12-30,2015-01-10,2015-01-10,no
E1144,Mick Gallagher,mick.gallagher@acme.example,Receptionist,Facilities,Porto Works,harriet.stonebridge@acme.example,permanent,2012-12-07,,2012-11-24,2012-12-06,2012-12-06,no
E1145,Renata Silva,renata.silva@acme.example,Site Technician,Facilities,Gdańsk Office,jorge.esteves@acme.example,permanent,2012-05-01,,2012-04-17,2012-04-30,2012-04-30,no
E1146,Stanisław Duda,stanislaw.duda@acme.example,Security Guard,Facilities,Leeds Campus,harriet.stonebridge@acme.example,permanent,2018-08-06,,2018-07-22,2018-08-05,2018-08-05,no
E1147,Joyce Tetteh,joyce.tetteh@acme.example,Site Technician,Facilities,Porto Works,jorge.esteves@acme.example,permanent,2015-08-08,,2015-07-23,2015-08-07,2015-08-07,no
E1148,Kofi Mensah,kofi.mensah@acme.example,Site Technician,Facilities,Porto Works,harriet.stonebridge@acme.example,permanent,2010-10-25,,2010-10-15,2010-10-24,2010-10-24,no
E1149,Bernard Lacroix,bernard.lacroix@acme.example,Security Guard,Facilities,Gdańsk Office,jorge.esteves@acme.example,permanent,2014-04-18,,2014-04-07,2014-04-17,2014-04-17,no
E1150,Dorota Malec,dorota.malec@acme.example,Security Guard,Facilities,Leeds Campus,harriet.stonebridge@acme.example,temporary,2024-06-09,,2024-05-28,2024-06-08,2024-06-08,no

"""##)
}
