#!/usr/bin/env python3
"""Makes the CSV files of the Acme sample and its README.md.

Acme is invented: no person, site or supplier here exists. Running this again gives the same bytes.
The first half builds the rows: plain lists, a small dice of our own, then the planted findings.
The second half answers the headline questions from those rows and writes them into README.md.
"""
import csv
import datetime
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = datetime.date(2026, 6, 30)


class Dice:
    """A 64-bit linear congruential generator: the same numbers on every Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent

    def some(self, items, n):
        left, out = list(items), []
        while left and len(out) < n:
            out.append(left.pop(self.below(len(left))))
        return out

    def date(self, first, last):
        a, b = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        return (a + datetime.timedelta(days=self.below((b - a).days + 1))).isoformat()


dice = Dice(27001)

# ---------------------------------------------------------------- places, departments, people

LOCATIONS = [
    ("Leeds Campus", "site", ""), ("Porto Works", "site", ""), ("Gdańsk Office", "site", ""),
    ("Leeds Main Building", "building", "Leeds Campus"), ("Leeds Annex", "building", "Leeds Campus"),
    ("Leeds Data Centre", "processing facility", "Leeds Main Building"), ("Leeds Archive", "room", "Leeds Annex"),
    ("Porto Factory Hall", "building", "Porto Works"), ("Porto Server Room", "processing facility", "Porto Factory Hall"),
    ("Porto Café", "room", "Porto Factory Hall"), ("Gdańsk Lab", "room", "Gdańsk Office"),
]
SITES = ["Leeds Campus", "Porto Works", "Gdańsk Office"]

# department: head first, then the others, in order of hiring
DEPARTMENTS = [
    ("Executive Office", "Margaret Oyelaran; Henrik Solberg; Ines Carvalho; Tobias Quint; Amara Nwosu; Colette Dubois"),
    ("Finance", "Rajesh Iyer; Siobhan O'Neill; Piotr Wolski; Hannah Bergstrom; Luca Ferrante; Mei Tanaka; Grace Adeyemi; Oskar Lindgren; Beatriz Pinto; Samuel Okafor; Nadia Rahman; Jonas Weber"),
    ("Human Resources", "Carla Mendes; Owen Pritchard; Yuki Hayashi; Fatima Zahra Benali; Dominik Kaczmarek; Laura Stein; Isla Macdonald; Bruno Teixeira"),
    ("Legal and Compliance", "Élodie Marchand; Thomas Ashdown; Agnieszka Nowicka; Farid Haddad; Priya Raman; Giulia Moretti; Kwame Boateng; Sofie Jensen"),
    ("Information Security", "Anselm Okoro; Zoë Lefèvre; Marek Zieliński; Ruth Calloway; Dilip Menon; Katarzyna Wrona; Ben Halloran; Leila Farahani; Joaquim Reis; Ann Li; Mateo Cruz; Ingrid Aasen"),
    ("IT Operations", "Derek Whitlock; Łukasz Baran; Chiara Conti; Sanjay Kulkarni; Molly Fenwick; André Figueiredo; Viktor Hrubý; Aisha Mbeki; Paul Ainsworth; Rosa Delgado; Tomasz Gajda; Kenji Mori; Emily Hartnell; Nuno Barbosa; Callum Reid; Zuzanna Kępa"),
    ("Engineering", "Jean-Luc Moreau; Ann Lindqvist; Wei Zhang; Hugo Antunes; Olga Petrenko; Ravi Subramaniam; Freya Nielsen; Dawid Lis; Catarina Lopes; Michael O'Dowd; Sara Eklund; Ivan Horvat; Nicole Baptiste; Adam Rowntree; Min-jun Park; Teresa Vaz; Karol Mazur; Elena Rossi; Daniel Achterberg; Maya Levin; Filipe Moura; Joanna Sikora; Peter van den Berg; Anita Desai; Lars Holm; Rita Amaral"),
    ("Manufacturing", "António Salgado; Miguel Serrano; Joana Ribeiro; Patrick Donnelly; Ewa Pawlak; Rui Tavares; Vera Lindholm; Hassan Karimi; Sílvia Matos; Gareth Bowen; Paulo Queiroz; Marta Duarte; Tiago Neves; Lena Fischer; Duarte Simões; Chloe Barrow"),
    ("Quality", "Ursula Brandt; Gonçalo Pires; Natalia Wójcik; Simon Thackeray; Akiko Ono; Helena Cardoso; Ibrahim Sesay; Emma Lowther"),
    ("Sales", "Victor Almeida; Julia Novak; Charles Effiong; Marie-Claire Fontaine; Stefan Ilić; Lucy Garland; Diego Navarro; Hana Kim; Robert Stanyon; Inês Falcão; Ahmed Mansour; Kirsten Vogel; Noah Whitaker; Paulina Górska"),
    ("Customer Support", "Nina Castellanos; George Apsley; Kasia Bielska; Tariq Aziz; Eleanor Vance; Raquel Sousa; Mohammed Siddiqui; Alice Ng; Filip Sadowski; Orla Byrne; Denise Kouassi; Marco Bianchi"),
    ("Facilities", "Harriet Stonebridge; Jorge Esteves; Wanda Krol; Alan Peverell; Lídia Rocha; Mick Gallagher; Renata Silva; Stanisław Duda; Joyce Tetteh; Kofi Mensah; Bernard Lacroix; Dorota Malec"),
]
HEADS_OF = {}
TITLES = {
    "Executive Office": ["Assistant to the Board", "Strategy Manager"], "Finance": ["Accountant", "Financial Analyst", "Payments Officer"],
    "Human Resources": ["HR Adviser", "Recruiter"], "Legal and Compliance": ["Legal Counsel", "Compliance Officer"],
    "Information Security": ["Security Analyst", "Security Engineer", "Risk Analyst"],
    "IT Operations": ["Systems Engineer", "Network Engineer", "Service Desk Engineer", "Database Specialist"],
    "Engineering": ["Software Engineer", "Test Engineer", "Firmware Engineer"], "Manufacturing": ["Line Supervisor", "Process Technician", "Planner"],
    "Quality": ["Quality Engineer", "Calibration Technician"], "Sales": ["Account Manager", "Sales Representative"],
    "Customer Support": ["Support Specialist", "Support Engineer"], "Facilities": ["Site Technician", "Receptionist", "Security Guard"],
}
ASCII = str.maketrans("áàâãäåçéèêëęíîïłñńóôõöøśšúùûüýžźżćąÉŁÁ", "aaaaaaceeeeeiiilnnooooossuuuuyzzzcaELA")

VETERANS = {"Lídia Rocha", "Jorge Esteves", "Hannah Bergstrom", "Isla Macdonald", "Nicole Baptiste", "Rita Amaral", "Giulia Moretti", "Alice Ng", "Joyce Tetteh"}

people = []          # dicts, in the order of the HR export
person = {}


def email_of(name):
    plain = re.sub(r"[^a-z. -]", "", name.translate(ASCII).lower().replace("'", ""))
    return plain.replace(" ", ".") + "@acme.example"


def build_people():
    lists = [(d, names.split("; ")) for d, names in DEPARTMENTS]
    order = [(lists[0][0], lists[0][1][0])]
    order += [(d, names[0]) for d, names in lists[1:]]
    rest = [(d, n) for d, names in lists for n in names[1:]]
    deputies_of_head = {d: names[1] for d, names in lists}
    boss = order[0][1]
    for d, n in order:
        HEADS_OF[d] = n
    used_days = set()
    for number, (dept, name) in enumerate(order + [(d, n) for d, n in rest if n == deputies_of_head[d]]
                                          + [(d, n) for d, n in rest if n != deputies_of_head[d]], 1001):
        head = HEADS_OF[dept] == name
        second = deputies_of_head[dept] == name
        if name == boss:
            title, manager = "Chief Executive", ""
        elif head:
            title, manager = "Head of " + dept, boss
        elif second or dice.chance(45):
            title, manager = dice.pick(TITLES[dept]), HEADS_OF[dept]
        else:
            title, manager = dice.pick(TITLES[dept]), deputies_of_head[dept]
        if dept == "Manufacturing":
            site = "Porto Works" if not dice.chance(10) else "Leeds Campus"
        elif dept == "Engineering":
            site = dice.pick(["Gdańsk Office", "Gdańsk Office", "Leeds Campus"])
        else:
            site = dice.pick(["Leeds Campus", "Leeds Campus", "Porto Works", "Gdańsk Office"])
        last = "2017-12-31" if head or second or name in VETERANS else "2025-11-15" if dice.chance(15) else "2023-12-31"
        start = dice.date("2009-03-01", last)
        while start in used_days:
            start = dice.date("2009-03-01", last)
        used_days.add(start)
        employment = "permanent"
        if not (head or second):
            employment = dice.pick(["permanent"] * 8 + ["temporary", "external"])
        row = {"Employee ID": "E%d" % number, "Full name": name, "E-mail": email_of(name), "Job title": title,
               "Department": dept, "Site": site, "Manager e-mail": email_of(manager) if manager else "",
               "Employment": employment, "Start date": start, "End date": ""}
        people.append(row)
        person[name] = row


build_people()

# people who left, or have handed in their notice: first day no longer here
LEAVERS = {
    "Derek Whitlock": "2026-04-01", "Paul Ainsworth": "2025-12-01", "Ruth Calloway": "2026-03-16", "Hugo Antunes": "2025-10-01",
    "Luca Ferrante": "2026-02-01", "Laura Stein": "2025-08-01", "Farid Haddad": "2026-05-04", "Gareth Bowen": "2025-07-14",
    "Simon Thackeray": "2026-01-12", "Robert Stanyon": "2025-11-03", "Eleanor Vance": "2026-06-15", "Alan Peverell": "2025-09-22",
    "Nicole Baptiste": "2026-06-30", "Karol Mazur": "2025-03-03",
    "Ben Halloran": "2026-09-01", "Kirsten Vogel": "2026-07-31",
}
STARTERS = {"Maya Levin": "2026-08-03", "Chloe Barrow": "2026-07-15"}
for name, day in LEAVERS.items():
    person[name]["End date"] = day
    if person[name]["Start date"] > "2019-01-01":
        person[name]["Start date"] = "201%d-0%d-1%d" % (len(day + name) % 8, 1 + len(name) % 8, int(day[-1]))
for name, day in STARTERS.items():
    person[name]["Start date"] = day
# two people whose manager cell is blank by mistake
person["Akiko Ono"]["Manager e-mail"] = ""
person["Stefan Ilić"]["Manager e-mail"] = ""


def is_active(name):
    row = person[name]
    return not (row["Start date"] and row["Start date"] > TODAY.isoformat()) and not (row["End date"] and row["End date"] <= TODAY.isoformat())


ACTIVE = [p["Full name"] for p in people if is_active(p["Full name"])]


def staff(dept, planted_out=()):
    return [n for n in ACTIVE if person[n]["Department"] == dept and n not in planted_out]


# ---------------------------------------------------------------- teams

teams = []           # Team, Purpose, E-mail, Leader, Parent team
for d, _ in DEPARTMENTS:
    teams.append([d, "Department", "", HEADS_OF[d], "" if d == "Executive Office" else "Executive Office"])
teams += [
    ["Security Operations", "Watches, detects and responds", "soc@acme.example", "Marek Zieliński", "Information Security"],
    ["Security Steering Group", "Decides on risk and resources", "", "Margaret Oyelaran", ""],
    ["Platform Team", "Runs the servers and the cloud", "platform@acme.example", "Łukasz Baran", "IT Operations"],
    ["Network Team", "Runs the networks of three sites", "", "Paul Ainsworth", "IT Operations"],
    ["Payments Team", "Pays what is due", "", "Siobhan O'Neill", "Finance"],
    ["Crisis Team", "Meets when business stops", "", "Henrik Solberg", "Executive Office"],
    ["Works Council", "Speaks for the staff", "", "", ""],
    ["Archive Group", "Keeps the old records", "", "Lídia Rocha", "Facilities"],
    ["Green Office", "A team on paper", "", "", "Facilities"],
]
members = []         # Team, Member, Since, Until
for row in people:
    members.append([row["Department"], row["Full name"], row["Start date"], row["End date"]])
for team, names in {
    "Security Operations": "Marek Zieliński; Dilip Menon; Katarzyna Wrona; Ruth Calloway; Mateo Cruz",
    "Security Steering Group": "Margaret Oyelaran; Anselm Okoro; Élodie Marchand; Rajesh Iyer; Derek Whitlock",
    "Platform Team": "Łukasz Baran; Sanjay Kulkarni; Viktor Hrubý; Rosa Delgado",
    "Network Team": "Paul Ainsworth; Chiara Conti; Nuno Barbosa",
    "Payments Team": "Siobhan O'Neill; Piotr Wolski; Mei Tanaka",
    "Crisis Team": "Henrik Solberg; Anselm Okoro; Harriet Stonebridge",
    "Works Council": "Yuki Hayashi; Patrick Donnelly",
    "Archive Group": "Lídia Rocha",
}.items():
    for n in names.split("; "):
        since = max("2022-01-10", person[n]["Start date"])
        members.append([team, n, since, person[n]["End date"]])

# ---------------------------------------------------------------- competences

competences = []     # Competence, Type, Framework
for kind, framework, names in [
    ("skill", "ECSF", "Risk Assessment; Risk Treatment Planning; Incident Handling; Digital Forensics; Threat Analysis; Vulnerability Assessment; Penetration Testing; "
                      "Security Architecture; Security Monitoring; Policy Writing; Audit Technique; Supplier Assessment; Crisis Communication; Awareness Coaching"),
    ("skill", "NICE", "Linux Administration; Windows Administration; Network Routing; Firewall Management; Cloud Operations; Container Operations; Database Tuning; Backup and Restore; "
                      "Identity Management; Access Governance; Log Analysis; Endpoint Management; Key Management; Patch Management; Capacity Planning; Configuration Auditing"),
    ("skill", "", "Secure Coding; Code Review; Threat Modelling; Test Automation; Release Engineering; Data Masking Technique; Requirements Engineering; Change Planning; "
                  "Physical Security; Visitor Handling; Fire Safety; Power and Cooling; Media Destruction; Equipment Care; Records Keeping; Contract Drafting"),
    ("knowledge", "", "Data Protection Law; Employment Law; Export Control; Cryptography; Business Continuity; Asset Classification; Copyright and Licences; Payment Rules"),
    ("qualification", "", "ISO 27001 Lead Auditor; ISO 27001 Lead Implementer; CISSP; CISM; OSCP; First Aid"),
]:
    for n in names.split("; "):
        competences.append([n, kind, framework])
COMPETENCES = [c[0] for c in competences]

# ---------------------------------------------------------------- roles

ROLES = {  # name: (type, essential, least holders, conflicts, needs, holders)
    "CISO": ("governance", "yes", 1, "", "CISM 3; Risk Assessment 4; Security Architecture 3", "Anselm Okoro"),
    "Data Protection Officer": ("governance", "yes", 1, "", "Data Protection Law 4", "Élodie Marchand"),
    "Risk Manager": ("governance", "yes", 1, "", "Risk Assessment 4; Risk Treatment Planning 3", "Dilip Menon"),
    "ISMS Manager": ("governance", "yes", 1, "", "ISO 27001 Lead Implementer 3; Policy Writing 3", "Zoë Lefèvre"),
    "Internal Auditor": ("governance", "yes", 2, "ISMS Manager; Risk Manager", "ISO 27001 Lead Auditor 3; Audit Technique 3", "Agnieszka Nowicka; Ursula Brandt"),
    "Compliance Manager": ("governance", "", 1, "", "Data Protection Law 2; Policy Writing 2", "Thomas Ashdown"),
    "Board Sponsor": ("governance", "", 1, "", "", "Margaret Oyelaran"),
    "Policy Editor": ("governance", "", 1, "Policy Approver", "Policy Writing 2", "Priya Raman"),
    "Policy Approver": ("governance", "", 1, "", "", "Henrik Solberg"),
    "Incident Lead": ("operational", "yes", 1, "", "Incident Handling 4; Crisis Communication 2", "Marek Zieliński"),
    "Incident Responder": ("operational", "yes", 3, "", "Incident Handling 2; Log Analysis 2", "Katarzyna Wrona; Mateo Cruz; Viktor Hrubý; Ruth Calloway"),
    "Business Continuity Lead": ("operational", "yes", 1, "", "Business Continuity 3", "Ines Carvalho"),
    "Crisis Manager": ("operational", "yes", 1, "", "Crisis Communication 3; Business Continuity 2", "Henrik Solberg"),
    "Awareness Lead": ("operational", "", 1, "", "Awareness Coaching 2", "Owen Pritchard"),
    "Supplier Manager": ("operational", "", 1, "", "Supplier Assessment 3; Contract Drafting 2", "Giulia Moretti"),
    "Facilities Manager": ("operational", "yes", 1, "", "Physical Security 3; Power and Cooling 2", "Harriet Stonebridge"),
    "Site Security Officer": ("operational", "yes", 3, "", "Physical Security 2; Fire Safety 2", "Jorge Esteves; Stanisław Duda; Alan Peverell"),
    "Reception Lead": ("operational", "", 1, "", "Visitor Handling 1", "Joyce Tetteh"),
    "Payment Clerk": ("operational", "", 2, "Payment Approver", "Payment Rules 2", "Piotr Wolski; Mei Tanaka"),
    "Payment Approver": ("operational", "yes", 2, "", "Payment Rules 3", "Siobhan O'Neill; Rajesh Iyer"),
    "Purchase Requester": ("operational", "", 3, "Purchase Approver", "", "Julia Novak; Joana Ribeiro; Molly Fenwick"),
    "Purchase Approver": ("operational", "", 1, "", "Contract Drafting 1", "Hannah Bergstrom"),
    "Change Manager": ("operational", "yes", 1, "", "Change Planning 3", "Aisha Mbeki"),
    "Records Manager": ("operational", "", 1, "", "Records Keeping 3", "Lídia Rocha"),
    "Key Custodian": ("operational", "yes", 2, "", "Key Management 2", "Wanda Krol; Leila Farahani"),
    "HR Partner": ("operational", "", 2, "", "Employment Law 2", "Carla Mendes; Isla Macdonald"),
    "System Administrator": ("technical", "yes", 3, "Log Custodian", "Linux Administration 3; Patch Management 2", "Łukasz Baran; Sanjay Kulkarni; Tomasz Gajda"),
    "Database Administrator": ("technical", "yes", 2, "", "Database Tuning 3; Backup and Restore 2", "Rosa Delgado; Kenji Mori"),
    "Network Administrator": ("technical", "yes", 2, "", "Network Routing 3; Firewall Management 3", "Chiara Conti; Nuno Barbosa"),
    "Cloud Engineer": ("technical", "", 2, "", "Cloud Operations 3; Container Operations 2", "Viktor Hrubý; Emily Hartnell"),
    "Identity Administrator": ("technical", "yes", 1, "Access Reviewer", "Identity Management 3", "André Figueiredo"),
    "Access Reviewer": ("technical", "", 1, "", "Access Governance 2", "Joaquim Reis"),
    "Backup Operator": ("technical", "yes", 2, "", "Backup and Restore 2", "Callum Reid"),
    "Vulnerability Manager": ("technical", "yes", 1, "", "Vulnerability Assessment 3; Patch Management 2", "Ann Li"),
    "Penetration Tester": ("technical", "", 1, "", "Penetration Testing 3; OSCP 1", ""),
    "Log Custodian": ("technical", "", 1, "", "Log Analysis 3", "Ingrid Aasen"),
    "Software Architect": ("technical", "", 1, "", "Security Architecture 3; Threat Modelling 3", "Jean-Luc Moreau"),
    "Developer": ("technical", "", 5, "Release Manager", "Secure Coding 2", "Ann Lindqvist; Wei Zhang; Olga Petrenko; Dawid Lis; Min-jun Park; Elena Rossi"),
    "Release Manager": ("technical", "yes", 1, "", "Release Engineering 3", "Freya Nielsen"),
    "Cryptography Officer": ("technical", "yes", 1, "", "Cryptography 4; Key Management 3", "Ruth Calloway"),
}
# planted: nobody holds "Penetration Tester"; "Cryptography Officer" is held only by a leaver whose appointment was not ended;
# "Backup Operator" has one holder of two.

roles = []           # Role, Type, Essential, Dedicated, Least holders, Conflicts with
role_needs = []      # Role, Competence, Least level
appointments = []    # Role, Holder, Scope, Since, Until
for name, (kind, essential, least, conflicts, needs, holders) in ROLES.items():
    roles.append([name, kind, essential or "no", "yes" if dice.chance(30) else "no", str(least), conflicts])
    for n in filter(None, needs.split("; ")):
        competence, level = n.rsplit(" ", 1)
        role_needs.append([name, competence, level])
    for h in filter(None, holders.split("; ")):
        appointments.append([name, h, "", max(dice.date("2021-02-01", "2024-11-20"), person[h]["Start date"]), ""])

# the past of some roles, ended appointments
appointments += [
    ["CISO", "Ruth Calloway", "", "2019-05-01", "2023-02-01"],
    ["Penetration Tester", "Hugo Antunes", "Web Shop", "2022-03-01", "2025-10-01"],
    ["Data Protection Officer", "Farid Haddad", "", "2020-01-01", "2024-06-01"],
    ["Network Administrator", "Paul Ainsworth", "Leeds Campus", "2020-09-01", "2025-12-01"],
    ["Change Manager", "Derek Whitlock", "", "2018-04-01", "2024-01-15"],
    ["Backup Operator", "Rita Amaral", "", "2023-05-02", "2026-06-30"],      # ended on the very day: does not count
    ["Reception Lead", "Renata Silva", "Porto Works", "2026-06-30", ""],      # begins on the very day: counts
    ["Internal Auditor", "Simon Thackeray", "", "2021-01-01", "2026-01-12"],
    ["Awareness Lead", "Bruno Teixeira", "Porto Works", "2026-09-01", ""],    # not yet
]
for row in appointments:
    if row[0] == "CISO" and row[1] == "Anselm Okoro":
        row[3] = "2023-02-01"
    if row[0] == "Change Manager" and row[1] == "Aisha Mbeki":
        row[3] = "2024-01-15"
    if row[0] == "Data Protection Officer" and row[1] == "Élodie Marchand":
        row[3] = "2024-06-01"
# planted: conflicting roles in one hand
appointments += [
    ["Payment Approver", "Piotr Wolski", "", "2025-09-01", ""],               # clerk and approver
    ["Access Reviewer", "André Figueiredo", "", "2025-11-17", ""],            # hands out and reviews access
    ["Internal Auditor", "Zoë Lefèvre", "", "2025-04-01", ""],                # audits what she manages
    ["Release Manager", "Wei Zhang", "", "2024-10-01", ""],                   # writes and releases
    ["Log Custodian", "Tomasz Gajda", "", "2024-05-01", "2026-02-01"],        # over since February: not a finding
]

# ---------------------------------------------------------------- assets

assets = []          # dicts


def asset(name, kind, classification, criticality, primary, owner, location, depends="", status="in use"):
    row = {"Asset ID": "AS%03d" % (len(assets) + 1), "Asset": name, "Type": kind, "Classification": classification, "Criticality": criticality,
           "Primary": primary, "Owner": owner, "Location": location, "Depends on": depends, "Status": status,
           "Review date": dice.date("2025-07-10", "2026-06-10"), "Review every": "12 months"}
    assets.append(row)
    return row["Asset ID"]


DC = "Leeds Data Centre"
# the core, by hand; dependencies name asset ids
asset("Leeds Core Network", "hardware", "internal", "critical", "no", "Network Team", DC)                               # AS001
asset("Virtual Machine Cluster", "hardware", "internal", "critical", "no", "Platform Team", DC, "AS001")               # AS002
asset("Storage Array", "hardware", "confidential", "critical", "no", "Platform Team", DC, "AS001")                     # AS003
asset("Core Database", "software", "secret", "critical", "no", "Database Administrator", DC, "AS002; AS003")           # AS004
asset("Identity Directory", "service", "secret", "critical", "no", "Identity Administrator", DC, "AS002")              # AS005
asset("Payroll System", "software", "secret", "critical", "yes", "Carla Mendes", DC, "AS004; AS005")                   # AS006
asset("Ledger", "software", "confidential", "critical", "yes", "Rajesh Iyer", DC, "AS004; AS005")                      # AS007
asset("Web Shop", "service", "public", "critical", "yes", "", DC, "AS004; AS014")                                      # AS008 planted: no owner
asset("Customer Records", "information", "confidential", "major", "yes", "Nina Castellanos", "", "AS004")              # AS009
asset("Payment Gateway", "service", "confidential", "critical", "yes", "Siobhan O'Neill", DC, "AS007; AS001")          # AS010
asset("Backup Vault", "hardware", "secret", "critical", "no", "Backup Operator", "Leeds Archive", "AS003")             # AS011
asset("Porto Factory Network", "hardware", "internal", "critical", "no", "Network Team", "Porto Server Room")          # AS012
asset("Production Line Control", "software", "confidential", "critical", "yes", "António Salgado", "Porto Factory Hall", "AS012; AS015")  # AS013
asset("Product Catalogue", "information", "public", "moderate", "yes", "Julia Novak", "", "AS004; AS008")              # AS014 planted: a cycle with the shop
asset("Recipe Store", "information", "secret", "critical", "yes", "", "Porto Server Room", "AS012")                    # AS015 planted: no owner
asset("Source Repository", "service", "confidential", "critical", "yes", "Jean-Luc Moreau", "", "AS005")               # AS016
asset("Build Server", "software", "internal", "major", "no", "Freya Nielsen", "Gdańsk Lab", "AS016")                   # AS017
asset("Key Store", "hardware", "secret", "critical", "no", "Cryptography Officer", DC, "AS001")                        # AS018 planted: only a leaver behind it
asset("Mail Service", "service", "confidential", "major", "no", "Platform Team; Łukasz Baran", "", "AS005")            # AS019 planted: two owners
asset("Certificate Register", "information", "confidential", "major", "yes", "Ruth Calloway", "", "AS018")             # AS020 planted: leaver
asset("Penetration Test Reports", "information", "secret", "major", "yes", "Penetration Tester", "", "")               # AS021 planted: vacant role
asset("Café Payment Terminal", "hardware", "internal", "minor", "no", "Lídia Rocha", "Porto Café", "AS010; AS012")     # AS022
asset("O'Connell Archive", "information", "confidential", "moderate", "yes", "Archive Group", "Leeds Archive", "")     # AS023
asset("Calibration Bench Récif-2", "hardware", "internal", "major", "no", "Gonçalo Pires", "Gdańsk Lab", "")           # AS024
asset("Access Badge System", "software", "confidential", "critical", "no", "Harriet Stonebridge; Paul Ainsworth", "Leeds Main Building", "AS005")  # AS025
asset("Crisis Phone Tree", "information", "confidential", "critical", "yes", "Gareth Bowen", "", "")                   # AS026 planted: leaver

STEMS = [
    ("Finance", "information", "Budget; Tax File; Supplier Ledger; Bank Statement Archive; Audit Trail Extract; Expense Claims; Cost Model; Cash Forecast"),
    ("Human Resources", "information", "Personnel Files; Recruitment Inbox; Training Records; Absence Calendar; Appraisal Forms; Pension File; Staff Handbook Source"),
    ("Legal and Compliance", "information", "Contract Register; Patent Drafts; Litigation File; Export Licences; Consent Register; Notice Templates"),
    ("Information Security", "software", "Log Collector; Vulnerability Scanner; Alert Console; Risk Tool; Malware Sandbox; Forensic Workstation; Phishing Simulator; Secrets Scanner"),
    ("IT Operations", "hardware", "Leeds Firewall Pair; Porto Firewall Pair; Gdańsk Firewall; Leeds Wireless; Porto Wireless; Print Server; Time Server; Name Server; Proxy Server; Tape Library; Spare Laptops; Meeting Room Screens; Uninterruptible Supply; Cooling Unit; Remote Access Gateway; Patch Server; Monitoring Server; File Server; Ticket System; Software Depot; Phone Exchange"),
    ("Engineering", "software", "Firmware Toolchain; Simulation Cluster; Design Library; Test Rig Controller; Issue Tracker; Wiki; Package Mirror; Container Registry; Signing Service; Telemetry Store; Prototype Bench; Algorithm Notebook; Release Notes Store; Crash Collector; Mobile App; Driver Kit; Field Update Service; Static Analyser; Staging Environment; Test Data Vault; Licence Server"),
    ("Manufacturing", "hardware", "Assembly Robot; Packaging Line; Label Printer; Barcode Scanners; Furnace Controller; Paint Booth; Maintenance Tablet; Spare Parts Store; Shift Planner; Line Sensor Hub; Torque Station; Clean Room Monitor; Warehouse System; Forklift Fleet; Production Orders"),
    ("Quality", "information", "Calibration Certificates; Complaint File; Supplier Scorecards; Test Protocols; Deviation Log; Sample Archive; Inspection Camera"),
    ("Sales", "software", "Customer Portal; Quotation Tool; Partner List; Campaign Data; Trade Fair Kit; Price Book; Sales Forecast; Lead Tracker; Contract Pipeline"),
    ("Customer Support", "service", "Help Desk; Call Recordings; Knowledge Base; Remote Support Tool; Service Contracts; Repair Orders; Chat Service; Warranty Database"),
    ("Facilities", "facility", "Leeds Reception; Porto Gatehouse; Gdańsk Reception; Leeds Car Park; Leeds Generator; Porto Generator; Visitor Badges; Camera System; Fire Alarm Leeds; Fire Alarm Porto; Shredding Bins; Delivery Dock"),
    ("Executive Office", "information", "Board Papers; Strategy File; Merger Room; Shareholder Register"),
]
ROLE_FOR_DEPT = {"IT Operations": ["System Administrator", "Network Administrator", "Cloud Engineer"], "Facilities": ["Facilities Manager", "Site Security Officer"],
                 "Information Security": ["Vulnerability Manager", "Log Custodian", "CISO"], "Engineering": ["Software Architect", "Release Manager"],
                 "Legal and Compliance": ["Compliance Manager", "Data Protection Officer"]}
PREFIXES = ["Leeds", "Porto", "Gdańsk"]
for dept, kind, names in STEMS:
    for n in names.split("; "):
        criticality = dice.pick(["minor", "minor", "moderate", "moderate", "moderate", "major", "major", "critical"])
        classification = dice.pick(["public", "internal", "internal", "internal", "confidential", "confidential", "secret"])
        roll = dice.below(100)
        if roll < 55:
            owner = dice.pick(staff(dept))
        elif roll < 75 and dept in ROLE_FOR_DEPT:
            owner = dice.pick(ROLE_FOR_DEPT[dept])
        else:
            owner = dept
        depends = []
        if kind in ("software", "service") or dice.chance(35):
            depends = dice.some([a["Asset ID"] for a in assets], 1 + dice.below(2))
        location = {"hardware": dice.pick([DC, "Porto Server Room", "Gdańsk Lab", "Porto Factory Hall"]),
                    "facility": dice.pick(["Leeds Main Building", "Porto Factory Hall", "Gdańsk Office"])}.get(kind, "")
        status = dice.pick(["in use"] * 12 + ["spare", "disposed"])
        asset(n, kind, classification, criticality, "yes" if kind == "information" else "no", owner, location, "; ".join(depends), status)
LAPTOPS = 200 - len(assets)
for n in range(LAPTOPS):
    asset("Laptop Pool %s %d" % (PREFIXES[n % 3], 1 + n // 3), "hardware", "confidential" if n % 4 else "internal", "minor" if n % 3 else "moderate", "no",
          dice.pick(ACTIVE), SITES[n % 3], dice.pick(["AS005", "AS005", "AS019", ""]))
by_name = {a["Asset"]: a for a in assets}
# planted: no owner cell, no classification, an owner who left, a dependency that closes a second cycle
for n in ("Tape Library", "Test Data Vault", "Camera System", "Wiki", "Forklift Fleet"):
    by_name[n]["Owner"] = ""
by_name["Test Data Vault"]["Criticality"] = "critical"
by_name["Camera System"]["Criticality"] = "critical"
by_name["Tape Library"]["Criticality"] = "major"
for n in ("Campaign Data", "Deviation Log", "Shift Planner", "Mobile App", "Trade Fair Kit", "Label Printer"):
    by_name[n]["Classification"] = ""
for n in ("Wiki", "Shift Planner"):
    by_name[n]["Criticality"] = ""                                  # planted: nobody has said, and nobody owns the first
by_name["Merger Room"]["Classification"] = "secret"
by_name["Merger Room"]["Owner"] = "Robert Stanyon"
by_name["Line Sensor Hub"]["Owner"] = "Gareth Bowen"
by_name["Furnace Controller"]["Depends on"] = by_name["Line Sensor Hub"]["Asset ID"]
by_name["Line Sensor Hub"]["Depends on"] = by_name["Furnace Controller"]["Asset ID"] + "; AS012"
by_name["Static Analyser"]["Owner"] = "Hugo Antunes"
for n in ("Print Server", "Ticket System", "Knowledge Base", "Board Papers", "Issue Tracker"):
    by_name[n]["Review date"] = "2025-02-1%d" % (len(n) % 9)       # planted: overdue
for n in ("Wiki", "Partner List", "Chat Service"):
    by_name[n]["Review date"] = ""                                  # planted: never reviewed
for n in ("Sales Forecast", "Cooling Unit"):
    by_name[n]["Review every"] = ""
for n in ("Camera System", "Alert Console"):
    by_name[n]["Review every"] = "6 months"
by_name["Alert Console"]["Review date"] = "2025-11-20"              # planted: overdue at six months
by_name["Camera System"]["Review date"] = "2026-03-20"

# ---------------------------------------------------------------- controls

with open(os.path.join(HERE, "..", "iso27001", "requirements.csv"), encoding="utf-8", newline="") as f:
    REQUIREMENTS = list(csv.DictReader(f))
ANNEX = [r for r in REQUIREMENTS if r["type"] == "annex"]
THEMES = {"A.5": "organisational", "A.6": "personnel", "A.7": "physical", "A.8": "technological"}
# ref: owners; needs (competence and least level)
CONTROL_PLAN = """
5.1 ISMS Manager | Policy Writing 3
5.2 CISO | Risk Assessment 3; CISM 2
5.3 Compliance Manager | Access Governance 2
5.4 Margaret Oyelaran |
5.5 Compliance Manager | Crisis Communication 2
5.6 Anselm Okoro |
5.7 Security Operations | Threat Analysis 3
5.8 Ann Lindqvist | Risk Assessment 2
5.9 Łukasz Baran | Asset Classification 2
5.10 HR Partner | Policy Writing 1
5.11 Carla Mendes | Employment Law 1
5.12 Zoë Lefèvre | Asset Classification 3
5.13 Zoë Lefèvre | Asset Classification 2
5.14 Compliance Manager | Data Protection Law 2
5.15 Identity Administrator | Identity Management 3; Access Governance 2
5.16 Identity Administrator | Identity Management 3
5.17 Identity Administrator | Identity Management 2
5.18 Access Reviewer | Access Governance 2
5.19 Supplier Manager | Supplier Assessment 3
5.20 Supplier Manager | Contract Drafting 2
5.21 Supplier Manager | Supplier Assessment 3
5.22 Farid Haddad | Supplier Assessment 2
5.23 Cloud Engineer | Cloud Operations 3
5.24 Incident Lead | Incident Handling 4
5.25 Incident Lead | Incident Handling 3
5.26 Incident Lead; Security Operations | Incident Handling 3
5.27 Incident Lead | Incident Handling 3; Policy Writing 2
5.28 Ruth Calloway | Digital Forensics 3
5.29 Business Continuity Lead | Business Continuity 3
5.30 Business Continuity Lead | Business Continuity 3; Backup and Restore 2
5.31 Élodie Marchand | Data Protection Law 3
5.32 Thomas Ashdown | Copyright and Licences 2
5.33 Records Manager | Records Keeping 2
5.34 Data Protection Officer | Data Protection Law 4
5.35 Internal Auditor | ISO 27001 Lead Auditor 3
5.36 Compliance Manager | Policy Writing 2
5.37 | Policy Writing 1
6.1 HR Partner | Employment Law 2
6.2 Carla Mendes | Employment Law 2
6.3 Awareness Lead | Awareness Coaching 2
6.4 Carla Mendes |
6.5 HR Partner | Employment Law 2
6.6 Priya Raman | Contract Drafting 2
6.7 Human Resources | Endpoint Management 1
6.8 Incident Lead | Incident Handling 2
7.1 Facilities Manager | Physical Security 3
7.2 Facilities Manager | Physical Security 2; Visitor Handling 1
7.3 Facilities Manager | Physical Security 2
7.4 Alan Peverell | Physical Security 2
7.5 Facilities | Fire Safety 2
7.6 Site Security Officer | Physical Security 2
7.7 Wanda Krol | Awareness Coaching 1
7.8 Jorge Esteves | Equipment Care 2
7.9 Derek Whitlock | Equipment Care 1
7.10 Lídia Rocha | Media Destruction 2
7.11 Facilities Manager | Power and Cooling 2
7.12 | Network Routing 1
7.13 Jorge Esteves | Equipment Care 2
7.14 | Media Destruction 2
8.1 Emily Hartnell | Endpoint Management 2
8.2 System Administrator | Linux Administration 3; Identity Management 2
8.3 Identity Administrator | Access Governance 2
8.4 Software Architect | Code Review 2
8.5 Identity Administrator | Identity Management 3
8.6 Platform Team | Capacity Planning 2
8.7 Security Operations | Endpoint Management 2
8.8 Vulnerability Manager | Vulnerability Assessment 3
8.9 Sanjay Kulkarni | Configuration Auditing 3
8.10 Rosa Delgado | Media Destruction 1
8.11 Kenji Mori | Data Masking Technique 2
8.12 | Log Analysis 2
8.13 Backup Operator | Backup and Restore 2
8.14 Platform Team | Capacity Planning 3
8.15 Log Custodian | Log Analysis 3
8.16 Security Operations | Security Monitoring 3
8.17 Chiara Conti |
8.18 System Administrator | Linux Administration 3
8.19 System Administrator | Change Planning 2
8.20 Network Administrator | Network Routing 3; Firewall Management 3
8.21 Network Team | Network Routing 2
8.22 Network Administrator | Firewall Management 3
8.23 Nuno Barbosa | Firewall Management 2
8.24 Cryptography Officer | Cryptography 4; Key Management 3
8.25 Jean-Luc Moreau | Secure Coding 3
8.26 Software Architect | Requirements Engineering 2
8.27 Software Architect | Security Architecture 3
8.28 Ann Lindqvist; Wei Zhang | Secure Coding 3; Code Review 2
8.29 Penetration Tester | Penetration Testing 3
8.30 | Supplier Assessment 2
8.31 Release Manager | Release Engineering 3
8.32 Change Manager | Change Planning 3
8.33 Kenji Mori | Data Masking Technique 2
8.34 Anselm Okoro; Agnieszka Nowicka |
"""
controls, control_needs = [], []
plan = {}
for line in CONTROL_PLAN.strip().splitlines():
    left, needs = line.split("|")
    number, _, owner = left.strip().partition(" ")
    plan["A." + number] = (owner.strip(), needs.strip())
PLANNED = {"A.5.7": "2026-09-30", "A.5.30": "2026-12-15", "A.8.11": "2026-03-31", "A.8.12": "2026-10-31", "A.8.16": "2026-05-29", "A.8.29": "2026-11-30", "A.6.7": ""}
EXCLUDED = {"A.8.30": "No development is outsourced", "A.7.12": "Cabling belongs to the landlord", "A.8.23": "Web access is filtered by the supplier"}
for r in ANNEX:
    ref = r["ref"]
    owner, needs = plan[ref]
    theme = THEMES[ref.rsplit(".", 1)[0]]
    status = "planned" if ref in PLANNED else "in place"
    applicable, why = "yes", dice.pick(["Risk treatment", "Risk treatment", "Legal requirement", "Contract", "Good practice"])
    if ref in EXCLUDED:
        applicable, why, status = "no", EXCLUDED[ref], ""
    controls.append({"Ref": ref, "Title": r["title"], "Theme": theme, "Applicable": applicable, "Justification": why, "Status": status, "Owner": owner,
                     "Meets": ref, "Protects": "", "Due date": PLANNED.get(ref, ""), "Review date": dice.date("2025-07-10", "2026-06-10"), "Review every": "12 months"})
    for n in filter(None, needs.split("; ")):
        competence, level = n.rsplit(" ", 1)
        control_needs.append([ref, competence, level])
control = {c["Ref"]: c for c in controls}
for ref, names in {
    "A.8.13": "Core Database; Ledger; Payroll System", "A.8.20": "Leeds Core Network; Porto Factory Network", "A.8.24": "Key Store; Backup Vault", "A.8.5": "Identity Directory",
    "A.8.4": "Source Repository", "A.7.2": "Access Badge System", "A.8.7": "Mail Service", "A.8.31": "Build Server; Staging Environment", "A.5.34": "Customer Records; Personnel Files",
    "A.8.16": "Core Database; Web Shop", "A.8.26": "Web Shop; Mobile App", "A.7.11": "Cooling Unit; Uninterruptible Supply", "A.8.11": "Test Data Vault", "A.8.22": "Production Line Control",
}.items():
    control[ref]["Protects"] = "; ".join(by_name[n]["Asset ID"] for n in names.split("; "))
control["A.8.9"]["Status"] = ""                 # planted: the cell was never filled
control["A.6.7"]["Status"] = "planned"
for ref in ("A.5.17", "A.7.8", "A.8.17"):
    control[ref]["Review date"] = "2025-03-0%d" % (3 + len(ref) % 5)   # planted: overdue
for ref in ("A.5.37", "A.8.33"):
    control[ref]["Review date"] = ""                                    # planted: never reviewed
for ref in EXCLUDED:
    control[ref]["Review every"] = ""
# the standard has clauses too: a few controls meet one beside their own annex line
control["A.5.1"]["Meets"] = "A.5.1; 5.2"
control["A.5.2"]["Meets"] = "A.5.2; 5.3"
control["A.6.3"]["Meets"] = "A.6.3; 7.2; 7.3"
control["A.5.35"]["Meets"] = "A.5.35; 9.2"
for ref in EXCLUDED:
    control[ref]["Meets"] = ""                                          # planted: those three requirements are met by nothing

# who owned a control before (links with dates; the register shows only the present)
handovers = [         # Control, Owner, Since, Until
    ["A.5.9", "Derek Whitlock", "2020-02-01", "2025-01-20"],
    ["A.5.19", "Farid Haddad", "2021-03-01", "2024-09-16"],
    ["A.7.12", "Paul Ainsworth", "2021-06-01", "2025-12-01"],
    ["A.7.14", "Lídia Rocha", "2022-01-10", "2025-08-18"],
    ["A.8.12", "Hugo Antunes", "2023-04-03", "2025-10-01"],
    ["A.8.28", "Jean-Luc Moreau", "2019-07-01", "2023-11-06"],
    ["A.5.37", "Laura Stein", "2023-09-01", "2025-08-01"],
    ["A.5.37", "Owen Pritchard", "2026-08-01", ""],          # begins later
]

# ---------------------------------------------------------------- certificates: the training matrix

certificates = []    # Employee, Competence, Level, Obtained, Valid until
held = set()


def certify(name, competence, level, since=None, until=None):
    assert competence in COMPETENCES, competence
    held.add((name, competence))
    since = since or dice.date("2024-08-01", "2026-05-20")
    if until is None:
        until = dice.date("2026-10-05", "2029-03-31") if dice.chance(70) else ""
    certificates.append([name, competence, str(level) if level else "", since, until])


# planted first, so that the ordinary rows below leave them alone
certify("Anselm Okoro", "Risk Assessment", 5, "2024-02-12", "2027-02-12")
certify("Marek Zieliński", "Incident Handling", 3, "2025-01-15", "2028-01-15")       # A.5.24 and the role need 4
certify("Ann Li", "Vulnerability Assessment", 4, "2023-05-10", "2026-05-10")         # expired in May
certify("Ann Li", "Patch Management", 3, "2025-05-10", "2028-05-10")
certify("Ines Carvalho", "Business Continuity", 4, "2023-06-30", "2026-06-30")       # expires on the very day: expired
certify("Giulia Moretti", "Supplier Assessment", 0, "2025-03-03", "2028-03-03")      # level never written down
certify("Giulia Moretti", "Contract Drafting", 3, "2025-03-03", "")
certify("Chiara Conti", "Firewall Management", 2, "2025-02-02", "2028-02-02")        # too low
certify("Chiara Conti", "Network Routing", 4, "2025-02-02", "2028-02-02")
certify("Nuno Barbosa", "Firewall Management", 2, "2022-02-02", "2025-02-02")        # too low and expired, then renewed higher
certify("Nuno Barbosa", "Firewall Management", 4, "2025-01-20", "2028-01-20")
certify("Nuno Barbosa", "Network Routing", 2, "2025-01-20", "2028-01-20")            # too low for A.8.20, enough for A.8.21
certify("Callum Reid", "Backup and Restore", 3, "2026-07-06", "2029-07-06")          # not yet valid
certify("Dilip Menon", "Risk Assessment", 4, "2023-04-01", "2026-08-10")             # expires within 60 days
certify("Élodie Marchand", "Data Protection Law", 5, "2024-08-15", "2026-08-15")     # expires within 60 days
certify("Katarzyna Wrona", "Log Analysis", 3, "2023-07-21", "2026-07-21")            # expires within 60 days
certify("Łukasz Baran", "Asset Classification", 1, "2024-09-09", "")                 # too low for A.5.9
certify("Ruth Calloway", "Digital Forensics", 5, "2024-01-08", "2027-01-08")
certify("Ruth Calloway", "Cryptography", 5, "2024-01-08", "2027-01-08")
certify("Ruth Calloway", "Key Management", 4, "2024-01-08", "2027-01-08")
certify("Farid Haddad", "Supplier Assessment", 3, "2024-03-01", "2027-03-01")
certify("Alan Peverell", "Physical Security", 3, "2024-01-10", "2027-01-10")
certify("Derek Whitlock", "Equipment Care", 2, "2023-01-10", "")
certify("Kenji Mori", "Data Masking Technique", 1, "2024-11-11", "2027-11-11")       # too low
certify("Thomas Ashdown", "Policy Writing", 3, "2021-10-04", "2024-10-04")           # expired long ago
certify("Thomas Ashdown", "Policy Writing", 3, "2024-10-04", "2027-10-04")           # and renewed: still competent
LACKING = {("Thomas Ashdown", "Crisis Communication"), ("Jean-Luc Moreau", "Code Review"), ("Sanjay Kulkarni", "Identity Management"), ("Łukasz Baran", "Identity Management"),
           ("Tomasz Gajda", "Identity Management"), ("Wanda Krol", "Awareness Coaching"), ("Lídia Rocha", "Media Destruction"), ("Emily Hartnell", "Container Operations"),
           ("Zoë Lefèvre", "Audit Technique"), ("Zoë Lefèvre", "ISO 27001 Lead Auditor"), ("Wei Zhang", "Release Engineering"), ("Piotr Wolski", "Payment Rules"),
           ("Hannah Bergstrom", "Contract Drafting"), ("Dawid Lis", "Secure Coding"), ("Joaquim Reis", "Access Governance"), ("Mateo Cruz", "Incident Handling"),
           ("Carla Mendes", "Endpoint Management"), ("Paul Ainsworth", "Network Routing"), ("André Figueiredo", "Access Governance")}


wanted = {}          # (name, competence): the highest level any role or control asks of that person


def ordinary(name, competence, level):
    wanted[name, competence] = max(wanted.get((name, competence), 0), level)


for role, competence, level in role_needs:
    for r, holder, _, _, until in appointments:
        if r == role and not until:
            ordinary(holder, competence, int(level))
LEADER = {t[0]: t[3] for t in teams}
for ref, competence, level in control_needs:
    for owner in filter(None, control[ref]["Owner"].split("; ")):
        if owner in person:
            behind = [owner]
        elif owner in LEADER:
            behind = [LEADER[owner]]
        else:
            behind = [h for r, h, _, _, until in appointments if r == owner and not until]
        for n in behind:
            ordinary(n, competence, int(level))
for (n, competence), level in wanted.items():
    if (n, competence) not in held and (n, competence) not in LACKING:
        certify(n, competence, min(5, level + dice.below(2)))
EVERYDAY = {"Engineering": ["Secure Coding", "Code Review", "Test Automation", "Threat Modelling"], "IT Operations": ["Linux Administration", "Windows Administration", "Patch Management", "Endpoint Management"],
            "Facilities": ["First Aid", "Fire Safety", "Visitor Handling"], "Manufacturing": ["First Aid", "Equipment Care"], "Finance": ["Payment Rules"],
            "Information Security": ["Security Monitoring", "Log Analysis", "CISSP", "Threat Analysis"], "Legal and Compliance": ["Export Control", "Copyright and Licences", "Data Protection Law"],
            "Human Resources": ["Employment Law"], "Quality": ["Audit Technique", "Equipment Care"], "Sales": ["Export Control"], "Customer Support": ["First Aid", "Data Protection Law"],
            "Executive Office": ["Business Continuity"]}
EXPIRED_OK = {"First Aid", "Export Control", "Test Automation", "Windows Administration"}
for row in people:
    for c in EVERYDAY[row["Department"]]:
        if (row["Full name"], c) in held or (row["Full name"], c) in LACKING or not dice.chance(38):
            continue
        if c in EXPIRED_OK and dice.chance(25):
            certify(row["Full name"], c, 1 + dice.below(4), dice.date("2021-02-01", "2022-12-20"), dice.date("2024-02-01", "2026-05-20"))
        else:
            certify(row["Full name"], c, 1 + dice.below(4))

# ---------------------------------------------------------------- risks

RISKS = """
Ransomware stops production | Risk Manager | Production Line Control; Core Database | A.8.7; A.8.13; A.8.16 | severe | high | modified
Loss of the data centre | Henrik Solberg | Virtual Machine Cluster; Storage Array | A.5.30; A.8.14 | severe | medium | modified
Payroll fraud from inside | Rajesh Iyer | Payroll System | A.5.3; A.8.3 | high | medium | modified
Theft of recipes | António Salgado | Recipe Store | A.8.12; A.5.12 | severe | high | modified
Leak of customer records | Data Protection Officer | Customer Records | A.5.34; A.8.12; A.8.24 | high | medium | modified
Web shop defaced | Julia Novak | Web Shop | A.8.26; A.8.29 | medium | low | modified
Card data stolen | Siobhan O'Neill | Payment Gateway | A.8.24; A.8.5 | high | medium | modified
Keys lost with their keeper | Cryptography Officer | Key Store | A.8.24 | high | high | modified
Untested backups | Backup Operator | Backup Vault | A.8.13 | high | medium | modified
Supplier goes bankrupt | Supplier Manager | Mail Service | A.5.21; A.5.22 | medium | medium | retained
Source code published by mistake | Jean-Luc Moreau | Source Repository | A.8.4; A.8.28 | high | medium | modified
Fire in Porto | Facilities Manager | Production Line Control | A.7.5 | high | medium | shared
Flood in the archive | Archive Group | O'Connell Archive; Backup Vault | A.7.5; A.7.10 | medium | low | modified
Badge cloned | Harriet Stonebridge | Access Badge System | A.7.2 | medium | low | modified
Visitor walks into the lab | Facilities Manager | Calibration Bench Récif-2 | A.7.2; A.7.6 | low | low | retained
Phishing of the board | CISO | Mail Service; Board Papers | A.6.3; A.8.7 | high | medium | modified
Administrator abuses rights | CISO | Identity Directory | A.8.2; A.8.15 | severe | high | modified
Unpatched firewall | Network Administrator | Leeds Firewall Pair; Porto Firewall Pair | A.8.8; A.8.20 | high | medium | modified
Merger plans leaked | Robert Stanyon | Merger Room | A.5.14 | severe | high | modified
Wrong prices published | Victor Almeida | Price Book | A.8.32 | low | low | retained
Lost laptop | Emily Hartnell | Laptop Pool Leeds 1 | A.8.1; A.8.24 | medium | low | modified
Test data with real names | Kenji Mori | Test Data Vault | A.8.11; A.8.33 | high | high | modified
Factory network reached from the office | Network Team | Porto Factory Network | A.8.22 | severe | medium | modified
Clock drift spoils evidence | Chiara Conti | Time Server | A.8.17 | low | low | retained
Power cut in Leeds | Facilities Manager | Leeds Generator; Storage Array | A.7.11 | high | low | modified
Auditor not independent |  | Audit Trail Extract | A.5.35 | medium | medium | modified
Licence dispute | Thomas Ashdown | Licence Server | A.5.32 | medium | low | modified
Complaint data lost | Ursula Brandt | Complaint File | A.8.13 | medium | low | modified
Chat service outage |  | Chat Service |  | low | low | retained
Phone tree out of date | Gareth Bowen | Crisis Phone Tree |  | high | high | modified
Cloud region lost | Cloud Engineer | Telemetry Store | A.5.23; A.5.30 | medium | medium | modified
Former staff still have access | HR Partner | Identity Directory | A.5.11; A.5.18; A.6.5 | high | medium | modified
Drone over the yard | Alan Peverell | Delivery Dock |  | low | low | retained
Forged payment order | Payments Team | Ledger | A.5.3; A.5.17 | severe | medium | modified
Firmware signed by a stranger | Freya Nielsen | Signing Service | A.8.24; A.8.25 | severe | high | modified
Undocumented procedures | Penetration Tester | Wiki | A.5.37 | medium | medium | modified
Export rules broken | Élodie Marchand | Export Licences | A.5.31 | high | low | avoided
Poisoned design library | Ann Lindqvist | Design Library | A.8.29; A.8.30 | medium | medium | modified
Tapes lost in transit |  | Tape Library | A.7.10; A.5.14 | high | medium | modified
Old forklift software | Miguel Serrano | Forklift Fleet |  | medium | medium | modified
"""
risks = []
for k, line in enumerate(RISKS.strip().splitlines(), 1):
    name, owner, threatens, treatment, inherent, residual, response = [c.strip() for c in line.split("|")]
    risks.append({"Ref": "R%02d" % k, "Risk": name, "Owner": owner, "Threatens": "; ".join(by_name[n]["Asset ID"] for n in threatens.split("; ")), "Treatment": treatment,
                  "Inherent level": inherent, "Residual level": residual, "Response": response,
                  "Status": "closed" if name in ("Wrong prices published", "Clock drift spoils evidence", "Drone over the yard", "Licence dispute", "Chat service outage") else "open",
                  "Review date": dice.date("2025-07-10", "2026-06-10")})
risk = {r["Risk"]: r for r in risks}
risk["Old forklift software"]["Residual level"] = ""            # planted: never assessed
risk["Export rules broken"]["Review date"] = ""
acceptances = [       # Risk, Accepted by, Accepted on, Expires, Accepted level
    ["R10", "Giulia Moretti", "2025-09-01", "2026-09-01", "medium"],
    ["R15", "Harriet Stonebridge", "2025-10-06", "2026-10-06", "low"],
    ["R20", "Victor Almeida", "2024-03-04", "2025-03-04", "low"],
    ["R24", "Chiara Conti", "2025-11-10", "", "low"],
    ["R12", "Henrik Solberg", "2026-01-19", "2027-01-19", "medium"],        # planted: not an owner of R12
    ["R02", "Henrik Solberg", "2025-05-05", "2026-05-05", "medium"],        # planted: expired
    ["R17", "Margaret Oyelaran", "2026-02-02", "2027-02-02", "medium"],     # planted: not an owner, and the risk is high
]

# ---------------------------------------------------------------- delegations and deputies

delegations = [       # Delegator, Delegate, Subject, Since, Until, Reason, Transferable
    ["Anselm Okoro", "Dilip Menon", "A.5.2", "2026-01-05", "2026-12-31", "Daily work", "no"],
    ["Carla Mendes", "Isla Macdonald", "A.6.2", "2025-10-01", "", "Daily work", "no"],
    ["Rajesh Iyer", "Hannah Bergstrom", "AS007", "2026-06-01", "2026-08-31", "Summer leave", "no"],
    ["Hannah Bergstrom", "Rajesh Iyer", "AS007", "2026-06-15", "2026-08-01", "Her own leave", "no"],   # planted: back to who gave it, and not hers
    ["Jean-Luc Moreau", "Ann Lindqvist", "AS016", "2025-12-01", "", "Daily work", "yes"],
    ["Ann Lindqvist", "Wei Zhang", "AS016", "2026-02-01", "", "Passed on", "no"],                # planted: does not own it (passes it on)
    ["Harriet Stonebridge", "Jorge Esteves", "A.7.11", "2026-03-01", "2026-09-01", "Site work", "no"],
    ["Derek Whitlock", "Łukasz Baran", "A.7.9", "2025-09-01", "", "Before he left", "no"],      # owner on paper, but gone
    ["Thomas Ashdown", "Priya Raman", "A.5.31", "2026-01-12", "", "Daily work", "no"],          # planted: Élodie Marchand owns it
    ["Sanjay Kulkarni", "Emily Hartnell", "AS004", "2026-04-01", "", "Night shift", "no"],      # planted: Core Database is not his
    ["Paul Ainsworth", "Nuno Barbosa", "A.8.20", "2025-06-02", "", "Daily work", "no"],         # planted: his role ended with him
    ["Zoë Lefèvre", "Joaquim Reis", "A.5.12", "2025-01-01", "2026-01-01", "Parental leave", "no"],
    ["Mei Tanaka", "Nadia Rahman", "AS010", "2025-02-03", "2025-12-31", "Cover", "no"],         # not hers, but over: not a finding today
    ["Marek Zieliński", "Katarzyna Wrona", "A.8.16", "2026-05-01", "2026-10-01", "Project", "no"],
    ["Siobhan O'Neill", "Mei Tanaka", "AS010", "2026-07-01", "2026-07-31", "Leave", "no"],      # not yet
    ["Nina Castellanos", "Alice Ng", "AS009", "2026-02-16", "", "Daily work", "no"],
    ["Kenji Mori", "Rosa Delgado", "R22", "2026-03-10", "2027-03-10", "Project", "no"],
]
deputies = [          # Role, Deputy, Since, Until
    ["CISO", "Zoë Lefèvre", "2023-03-01", ""], ["Incident Lead", "Katarzyna Wrona", "2024-01-08", ""], ["Data Protection Officer", "Priya Raman", "2024-06-01", ""],
    ["Facilities Manager", "Jorge Esteves", "2022-05-01", ""], ["Crisis Manager", "Ines Carvalho", "2023-01-01", ""], ["Change Manager", "Paul Ainsworth", "2024-02-01", "2025-12-01"],
    ["Payment Approver", "Hannah Bergstrom", "2024-09-01", ""], ["Release Manager", "Adam Rowntree", "2025-02-01", ""], ["Identity Administrator", "Tomasz Gajda", "2024-04-01", ""],
    ["Business Continuity Lead", "Simon Thackeray", "2024-01-01", ""],        # planted: the only deputy has left
    ["Risk Manager", "Leila Farahani", "2025-01-01", ""], ["Internal Auditor", "Natalia Wójcik", "2024-03-01", ""],
]

# ---------------------------------------------------------------- documents

DOCS = """
POL01 | Information Security Policy | policy | ISMS Manager | Zoë Lefèvre | Margaret Oyelaran 2025-11-03
POL02 | Access Control Policy | policy | Identity Administrator | André Figueiredo | Anselm Okoro 2025-09-15
POL03 | Acceptable Use Policy | policy | HR Partner | Carla Mendes; Priya Raman | Henrik Solberg 2025-10-06
POL04 | Supplier Security Policy | policy | Supplier Manager | Giulia Moretti | Giulia Moretti 2026-01-20
POL05 | Cryptography Policy | policy | Cryptography Officer | Ruth Calloway | Anselm Okoro 2024-05-13
POL06 | Clear Desk Policy | policy | Facilities Manager | Wanda Krol | Harriet Stonebridge 2025-08-11
POL07 | Incident Policy | policy | Incident Lead | Marek Zieliński | Anselm Okoro 2026-02-09
POL08 | Data Protection Policy | policy | Data Protection Officer | Élodie Marchand | Margaret Oyelaran 2025-12-01
POL09 | Remote Working Policy | policy |  | Laura Stein | Carla Mendes 2024-02-19
POL10 | Secure Development Policy | policy | Software Architect | Jean-Luc Moreau; Ann Lindqvist | Ann Lindqvist 2025-07-21
PRO01 | Joiner and Leaver Procedure | procedure | HR Partner | Isla Macdonald | Carla Mendes 2025-09-02
PRO02 | Backup Procedure | procedure | Backup Operator | Callum Reid | Derek Whitlock 2025-10-20
PRO03 | Incident Handling Procedure | procedure | Incident Lead | Katarzyna Wrona | Marek Zieliński 2026-03-02
PRO04 | Change Procedure | procedure | Change Manager | Aisha Mbeki | Derek Whitlock 2025-07-28
PRO05 | Evidence Procedure | procedure | Ruth Calloway | Ruth Calloway | Ruth Calloway 2024-11-18
PRO06 | Payment Procedure | procedure | Payments Team | Siobhan O'Neill | Rajesh Iyer 2026-04-13
PRO07 | Visitor Procedure | procedure | Reception Lead | Joyce Tetteh | Harriet Stonebridge 2025-09-29
PRO08 | Risk Procedure | procedure | Risk Manager | Dilip Menon | Anselm Okoro 2025-11-24
PRO09 | Internal Audit Procedure | procedure | Internal Auditor | Agnieszka Nowicka | Thomas Ashdown 2025-12-08
PRO10 | Vulnerability Procedure | procedure | Vulnerability Manager | Ann Li |
GUI01 | Password Guideline | guideline | Identity Administrator | André Figueiredo | Anselm Okoro 2025-09-16
GUI02 | Classification Guideline | guideline | Zoë Lefèvre | Zoë Lefèvre | Anselm Okoro 2026-01-26
GUI03 | Secure Coding Guideline | guideline | Software Architect | Wei Zhang | Jean-Luc Moreau 2025-08-25
GUI04 | Travel Guideline | guideline |  | Noah Whitaker |
PLA01 | Continuity Plan | plan | Business Continuity Lead | Ines Carvalho | Margaret Oyelaran 2024-04-22
PLA02 | Crisis Communication Plan | plan | Crisis Manager | Colette Dubois | Henrik Solberg 2025-10-13
PLA03 | Risk Treatment Plan | plan | Risk Manager | Dilip Menon | Margaret Oyelaran 2026-03-16
PLA04 | Audit Programme | plan | Internal Auditor | Agnieszka Nowicka; Ursula Brandt | Ursula Brandt 2026-02-23
AGR01 | Data Centre Contract | agreement | Supplier Manager | Giulia Moretti | Rajesh Iyer 2025-01-13
AGR02 | Cleaning Contract | agreement | Farid Haddad | Farid Haddad | Rajesh Iyer 2024-07-15
REC01 | Asset Inventory Report | record | Łukasz Baran | Łukasz Baran | Derek Whitlock 2026-03-30
REC02 | Training Report | record | Awareness Lead | Owen Pritchard | Carla Mendes 2026-04-27
"""
documents, approvals, doc = [], [], {}
for line in DOCS.strip().splitlines():
    ref, title, kind, owner, author, approval = [c.strip() for c in line.split("|")]
    approver, _, on = approval.rpartition(" ")
    row = {"Ref": ref, "Title": title, "Type": kind, "Version": "%d.%d" % (1 + dice.below(4), dice.below(6)), "Status": "in force" if approval else "draft", "Owner": owner, "Author": author,
           "Effective date": (datetime.date.fromisoformat(on) + datetime.timedelta(days=14)).isoformat() if on else "",
           "Review date": on, "Review every": {"record": "", "agreement": "24 months"}.get(kind, "12 months")}
    documents.append(row)
    doc[ref] = row
    if approval:
        approvals.append([ref, approver, on])
doc["AGR02"]["Status"] = "withdrawn"
doc["POL05"]["Status"] = "in force"
approvals.append(["POL01", "Anselm Okoro", "2025-10-30"])
approvals.append(["POL08", "Élodie Marchand", "2023-02-06"])       # an earlier version, by its own author: a finding all the same
approvals.append(["PRO03", "Katarzyna Wrona", "2024-02-05"])       # likewise

# ---------------------------------------------------------------- trainings

trainings = [         # Training, Mandatory, Validity, Teaches
    ["Security Awareness", "yes", "12 months", ""], ["Data Protection Basics", "yes", "24 months", ""], ["Phishing Drill", "no", "6 months", ""],
    ["Incident Response Workshop", "no", "24 months", "Incident Handling"], ["Secure Coding Course", "no", "24 months", "Secure Coding"],
    ["Auditor Course", "no", "36 months", "Audit Technique; ISO 27001 Lead Auditor"], ["Fire Warden Course", "no", "24 months", "Fire Safety"],
    ["First Aid Course", "no", "24 months", "First Aid"], ["Firewall Academy", "no", "", "Firewall Management; Network Routing"], ["Management Induction", "no", "", ""],
]
NO_AWARENESS = ["Margaret Oyelaran", "Julia Novak", "Hassan Karimi", "Joyce Tetteh", "Min-jun Park", "Fatima Zahra Benali", "George Apsley"]   # planted: never
OLD_AWARENESS = ["Victor Almeida", "Rui Tavares", "Piotr Wolski", "Alice Ng"]                                                                    # planted: too long ago
completions = []      # Employee, Training, Completed on
for row in people:
    n, start, end = row["Full name"], row["Start date"], row["End date"] or "2026-06-20"
    if n in NO_AWARENESS or n in STARTERS:
        continue
    if n in OLD_AWARENESS:
        completions.append([n, "Security Awareness", dice.date("2024-02-01", "2025-05-20")])
        continue
    last = min(end, "2026-06-20")
    first = max(start, "2025-07-15")
    if first < last:
        completions.append([n, "Security Awareness", dice.date(first, last)])
    if dice.chance(50) and start < "2024-03-01" and (not row["End date"] or row["End date"] > "2025-05-20"):
        completions.append([n, "Security Awareness", dice.date("2024-03-01", "2025-05-20")])
    if dice.chance(70) and max(start, "2024-07-15") < last:
        completions.append([n, "Data Protection Basics", dice.date(max(start, "2024-07-15"), last)])
    if dice.chance(30) and first < last:
        completions.append([n, "Phishing Drill", dice.date(first, last)])
for n, t, on in [("Marek Zieliński", "Incident Response Workshop", "2025-01-14"), ("Katarzyna Wrona", "Incident Response Workshop", "2025-10-08"), ("Wei Zhang", "Secure Coding Course", "2025-09-10"),
                 ("Olga Petrenko", "Secure Coding Course", "2025-09-10"), ("Agnieszka Nowicka", "Auditor Course", "2024-11-20"), ("Ursula Brandt", "Auditor Course", "2024-11-20"),
                 ("Jorge Esteves", "Fire Warden Course", "2025-03-12"), ("Stanisław Duda", "Fire Warden Course", "2023-03-15"), ("Nuno Barbosa", "Firewall Academy", "2025-01-17"),
                 ("Victor Almeida", "Management Induction", "2016-05-02"), ("Lídia Rocha", "First Aid Course", "2025-02-20")]:
    completions.append([n, t, on])

# who has read what
acknowledgements = []  # Employee, Document, Acknowledged on
for ref, on in (("POL01", "2025-11-17"), ("POL03", "2025-10-20")):
    for n in ACTIVE:
        if dice.chance(88) and person[n]["Start date"] < on:
            acknowledgements.append([n, ref, dice.date(on, "2026-06-10")])

# ---------------------------------------------------------------- suppliers, areas, activities, access

organisations = [     # Organisation, Type, Supplies, Owner
    ["Nordwind Hosting", "vendor", "AS002; AS003", "Giulia Moretti"], ["Tejo Cleaning", "vendor", "", "Facilities Manager"], ["Brightline Mail", "vendor", "AS019", "Platform Team"],
    ["Pagora Payments", "vendor", "AS010", ""], ["Vistula Robotics", "vendor", by_name["Assembly Robot"]["Asset ID"], "António Salgado"],
    ["Data Protection Commission", "authority", "", "Data Protection Officer"], ["Fire Service Porto", "authority", "", ""], ["Factory Security Circle", "interest group", "", "CISO"],
    ["Hospital São Bento", "customer", "", "Victor Almeida"], ["Instrument Regulator", "regulator", "", "Ursula Brandt"],
]
areas = [             # Area, Description, Part of, Owner
    ["Governance", "Policies, roles and risk", "", "CISO"], ["Access", "Who may do what", "", "Identity Administrator"], ["Operations", "Running systems", "", "IT Operations"],
    ["Backup", "Copies and their test", "Operations", "Backup Operator"], ["Networks", "Three sites, one network", "Operations", "Network Team"], ["Suppliers", "Who works for us", "", "Supplier Manager"],
    ["Physical Protection", "Doors, guards, power", "", "Facilities Manager"], ["Privacy", "Personal data", "Governance", "Data Protection Officer"], ["Development", "Making software", "", "Software Architect"],
    ["Testing Abroad", "Trials at customers", "Development", ""], ["Incident Response", "When it happens", "", "Incident Lead"], ["Continuity", "When it stops", "", "Business Continuity Lead"],
]
activities = [        # Activity, Type, Frequency, Due date, Owner, Depends on
    ["Joiner Intake", "process", "", "", "HR Partner", "AS005"], ["Leaver Exit", "process", "", "", "HR Partner", "AS005"], ["Monthly Access Review", "process", "1 month", "", "Access Reviewer", "AS005"],
    ["Quarterly Risk Review", "process", "3 months", "2026-07-15", "Risk Manager", ""], ["Restore Test", "task", "6 months", "2026-05-15", "Backup Operator", "AS011"],
    ["Year-end Closing", "process", "12 months", "2027-01-15", "Rajesh Iyer", "AS007"], ["Payment Run", "process", "1 week", "", "Payments Team", "AS010; AS007"],
    ["Key Ceremony", "task", "12 months", "2026-06-01", "Cryptography Officer", "AS018"], ["Penetration Test 2026", "project", "", "2026-10-30", "Penetration Tester", "AS008"],
    ["Shop Relaunch", "project", "", "2026-12-01", "Julia Novak", "AS008; AS014"], ["Porto Line 4", "project", "", "2027-03-31", "António Salgado", "AS013"], ["Order Intake", "process", "", "", "Sales", "AS008"],
    ["Patch Round", "process", "1 month", "", "System Administrator", ""], ["Fire Drill", "task", "12 months", "2026-09-20", "Site Security Officer", ""], ["Archive Move", "project", "", "2026-04-30", "", ""],
]
permissions = [       # Permission, Strength, Covers
    ["Payroll Entry", "editing", "AS006"], ["Payroll Release", "approving", "AS006"], ["Payment Entry", "editing", "AS010"], ["Payment Release", "approving", "AS010"],
    ["Directory Administration", "administering", "AS005"], ["Database Administration", "administering", "AS004"], ["Repository Write", "editing", "AS016"],
    ["Ledger Reading", "viewing", "AS007"], ["Firewall Administration", "administering", "AS001; AS012"], ["Recipe Reading", "viewing", "AS015"],
]
grants = [            # Permission, Granted to, Since, Until
    ["Payroll Entry", "Isla Macdonald", "2023-04-01", ""], ["Payroll Release", "Carla Mendes", "2020-01-01", ""], ["Payroll Entry", "Carla Mendes", "2025-06-01", ""],
    ["Payment Entry", "Payment Clerk", "2021-01-01", ""], ["Payment Release", "Payment Approver", "2021-01-01", ""], ["Directory Administration", "Identity Administrator", "2019-01-01", ""],
    ["Directory Administration", "Derek Whitlock", "2018-04-01", ""], ["Database Administration", "Database Administrator", "2019-01-01", ""], ["Database Administration", "Hugo Antunes", "2024-01-01", "2025-10-01"],
    ["Repository Write", "Developer", "2019-01-01", ""], ["Repository Write", "Nicole Baptiste", "2022-03-01", ""], ["Ledger Reading", "Internal Auditor", "2021-01-01", ""],
    ["Ledger Reading", "Luca Ferrante", "2019-09-01", ""], ["Firewall Administration", "Network Administrator", "2019-01-01", ""], ["Recipe Reading", "Manufacturing", "2022-01-01", ""],
]
duties = [            # Duty, Conflicts with
    ["Requesting", "Approving"], ["Approving", ""], ["Paying", "Approving; Requesting"], ["Operating", "Auditing"], ["Auditing", ""], ["Reviewing", "Writing"], ["Writing", ""], ["Keeping Custody", "Auditing"],
]
performs = [          # Role, Duty
    ["Purchase Requester", "Requesting"], ["Purchase Approver", "Approving"], ["Payment Clerk", "Paying"], ["Payment Approver", "Approving"], ["System Administrator", "Operating"],
    ["Internal Auditor", "Auditing"], ["Policy Editor", "Writing"], ["Policy Approver", "Reviewing"], ["Key Custodian", "Keeping Custody"], ["Access Reviewer", "Reviewing"],
]

# ---------------------------------------------------------------- added to the registers above: nothing here throws the dice

AUTHORITY = {         # the worst risk that the holders of a role may accept
    "Board Sponsor": "severe", "CISO": "high", "Risk Manager": "medium", "Facilities Manager": "low", "Supplier Manager": "low",
    "Data Protection Officer": "medium", "Payment Approver": "medium",
}
PURPOSE = {           # what a role is there for; planted: nobody has written it down for two of them
    "CISO": "Leads information security, reports on it to the board and decides what is done first",
    "Data Protection Officer": "Advises on personal data and answers to the authority",
    "Risk Manager": "Keeps the risk register and brings each risk to its owner",
    "ISMS Manager": "Keeps the management system running: scope, documents, reviews and improvement",
    "Internal Auditor": "Examines the management system and tells what does not hold",
    "Compliance Manager": "Knows the law and the contracts, and who has to do what about them",
    "Board Sponsor": "Speaks for information security in the board and finds the means for it",
    "Policy Editor": "Writes the policies and keeps them up to date",
    "Policy Approver": "Reads each policy before it is in force and puts a name to it",
    "Incident Lead": "Decides what an incident is and leads whoever answers it",
    "Incident Responder": "Contains an incident, finds its cause and writes down what was done",
    "Business Continuity Lead": "Plans how work goes on when something stops, and has it practised",
    "Crisis Manager": "Leads the firm through a crisis and speaks for it",
    "Awareness Lead": "Teaches everybody what is expected of them and measures whether it is known",
    "Supplier Manager": "Chooses suppliers, agrees with them on security and looks whether they keep to it",
    "Facilities Manager": "Looks after buildings, power and cooling on all sites",
    "Site Security Officer": "Guards a site: doors, keys, visitors, alarms",
    "Reception Lead": "Lets visitors in and out and knows who is in the building",
    "Payment Clerk": "Enters payments",
    "Payment Approver": "Releases the payments that others have entered",
    "Purchase Requester": "Says what is to be bought",
    "Purchase Approver": "Decides what is bought",
    "Change Manager": "Sees that each change is described, approved and can be undone",
    "Records Manager": "Keeps records as long as they are due and destroys them then",
    "Key Custodian": "Keeps a part of the keys, so that nobody has all of them",
    "HR Partner": "Looks after people from their first day to their last",
    "System Administrator": "Runs the servers and patches them",
    "Database Administrator": "Runs the databases and can restore them",
    "Network Administrator": "Runs the networks and what stands between them",
    "Cloud Engineer": "Runs what is rented",
    "Identity Administrator": "Gives and takes accounts and rights as their owners decide",
    "Access Reviewer": "Looks every month whether the rights that are given are still needed",
    "Backup Operator": "Makes copies and proves that they can be restored",
    "Vulnerability Manager": "Knows the weaknesses of what we run and has them mended in time",
    "Penetration Tester": "Tries to break in, by appointment",
    "Log Custodian": "Keeps the logs out of the reach of those they are about",
    "Software Architect": "Decides how software is built so that it withstands what it must",
    "Release Manager": "Puts software into operation that somebody else has made and tested",
}
for row in roles:
    row.append(AUTHORITY.get(row[0], ""))
    row.append(PURPOSE.get(row[0], ""))
PERSONAL_DATA = ("Customer Records; Payroll System; Personnel Files; Recruitment Inbox; Training Records; Absence Calendar; Appraisal Forms; Pension File; "
                 "Consent Register; Complaint File; Call Recordings").split("; ")
for row in assets:
    row["Personal data"] = "yes" if row["Asset"] in PERSONAL_DATA else "no"

documents.append({"Ref": "SCO01", "Title": "Scope of the ISMS", "Type": "plan", "Version": "2.0", "Status": "in force", "Owner": "ISMS Manager", "Author": "Zoë Lefèvre",
                  "Effective date": "2025-11-17", "Review date": "2025-11-03", "Review every": "12 months"})
doc["SCO01"] = documents[-1]
approvals.append(["SCO01", "Margaret Oyelaran", "2025-11-03"])
MEETS = {"SCO01": "4.3", "POL01": "5.2", "PRO08": "6.1.2", "PLA03": "6.1.3", "REC02": "7.2", "PLA04": "9.2.2"}
PROVES = {            # planted: PRO10 is a draft, AGR02 withdrawn: what only they prove is unproven
    "POL01": "A.5.1; A.5.2", "POL02": "A.5.15; A.8.3", "POL03": "A.5.10", "POL04": "A.5.19", "POL05": "A.8.24", "POL06": "A.7.7", "POL07": "A.5.24", "POL08": "A.5.34",
    "POL09": "A.6.7", "POL10": "A.8.25; A.8.28", "PRO01": "A.6.1; A.6.5; A.5.11", "PRO02": "A.8.13", "PRO03": "A.5.26; A.6.8", "PRO04": "A.8.32", "PRO05": "A.5.28",
    "PRO07": "A.7.2", "PRO09": "A.5.35", "PRO10": "A.8.8", "GUI01": "A.5.17", "GUI02": "A.5.12; A.5.13", "GUI03": "A.8.28", "PLA01": "A.5.29; A.5.30", "PLA02": "A.5.5",
    "AGR01": "A.5.20", "AGR02": "A.5.22", "REC01": "A.5.9", "REC02": "A.6.3",
}
APPLIES = {           # document: assets, areas, activities, locations
    "SCO01": "; ".join("AS%03d" % n for n in range(1, 22)), "PRO01": "Joiner Intake; Leaver Exit", "PRO02": "Restore Test", "PRO03": "Incident Response", "PRO06": "Payment Run",
    "PRO07": "Leeds Main Building", "PRO09": "Internal Auditor", "PRO08": "Quarterly Risk Review", "PLA01": "Continuity; Leeds Data Centre", "POL02": "Access", "POL04": "Suppliers", "POL08": "Privacy",
    "POL10": "Development", "POL01": "Governance", "POL06": "Physical Protection", "AGR01": "AS002; AS003",
    "GUI03": "%s; %s" % (by_name["Static Analyser"]["Asset ID"], by_name["Mobile App"]["Asset ID"]),
}
REFERS = {"POL01": "POL02; POL03; POL05; PLA03", "POL07": "PRO03; PRO05", "POL10": "GUI03", "PRO09": "PLA04", "GUI01": "POL02"}
BINDS = {"AGR01": "Nordwind Hosting", "AGR02": "Tejo Cleaning"}
ENDS = {"AGR01": "2026-08-31", "AGR02": "2026-01-31"}     # planted: one contract has ended, another ends within 90 days
UPDATES = {"POL06": "2023-08-14", "PRO07": "2022-10-03"}  # planted: looked at since, but not written anew
RETENTION = {"REC01": "2031-03-30", "REC02": "2026-04-27", "AGR02": "2026-01-31"}     # planted: two are past it
for row in documents:
    for column, cells in (("Meets", MEETS), ("Proves", PROVES), ("Applies to", APPLIES), ("Refers to", REFERS), ("Retention date", RETENTION), ("Binds", BINDS), ("End date", ENDS)):
        row[column] = cells.get(row["Ref"], "")
    row["Update date"] = UPDATES.get(row["Ref"], row["Review date"])
GRANT_REVIEWS = {     # (permission, grantee): last review, who approved it
    ("Payroll Entry", "Isla Macdonald"): ("2026-01-12", "Carla Mendes"), ("Payroll Release", "Carla Mendes"): ("2026-01-12", "Rajesh Iyer"),
    ("Payroll Entry", "Carla Mendes"): ("", "Carla Mendes"),                              # planted: approved by herself, never reviewed
    ("Payment Entry", "Payment Clerk"): ("2025-11-24", "Siobhan O'Neill"), ("Payment Release", "Payment Approver"): ("2025-11-24", "Rajesh Iyer"),
    ("Directory Administration", "Identity Administrator"): ("2026-03-09", "Anselm Okoro"), ("Directory Administration", "Derek Whitlock"): ("2024-02-05", "Derek Whitlock"),
    ("Database Administration", "Database Administrator"): ("2026-03-09", "Anselm Okoro"), ("Database Administration", "Hugo Antunes"): ("2025-02-03", "Derek Whitlock"),
    ("Repository Write", "Developer"): ("2025-03-17", "Jean-Luc Moreau"),                 # planted: more than a year ago
    ("Repository Write", "Nicole Baptiste"): ("2026-02-02", "Jean-Luc Moreau"), ("Firewall Administration", "Network Administrator"): ("2026-03-09", "Anselm Okoro"),
}
for row in grants:
    row += GRANT_REVIEWS.get((row[0], row[1]), ("", ""))
grants.append(["Directory Administration", "svc-sync", "2024-05-06", "", "2026-03-09", "Anselm Okoro"])
for row in organisations:
    row.append({"Nordwind Hosting": by_name["Backup Vault"]["Asset ID"], "Pagora Payments": by_name["Ledger"]["Asset ID"], "Hospital São Bento": by_name["Calibration Certificates"]["Asset ID"],
                "Instrument Regulator": by_name["Calibration Certificates"]["Asset ID"]}.get(row[0], ""))
activities += [
    ["Firewall Rule Change", "change", "", "2026-05-20", "Change Manager", "AS001"], ["Directory Upgrade", "change", "", "2026-06-12", "Change Manager", "AS005"],
    ["Shop Price Import", "change", "", "2026-07-08", "Change Manager", "AS008"], ["Watching Suppliers", "process", "3 months", "", "Farid Haddad", ""],      # planted: he has left
]
change_approvals = [  # Activity, Approver, Approved on
    ["Firewall Rule Change", "Chiara Conti", "2026-05-18"],      # planted: she also makes it
    ["Directory Upgrade", "Aisha Mbeki", "2026-06-09"],
]
activity_needs = [    # Activity, Competence, Least level
    ["Restore Test", "Backup and Restore", "2"], ["Key Ceremony", "Key Management", "3"], ["Penetration Test 2026", "Penetration Testing", "3"], ["Fire Drill", "Fire Safety", "2"],
]
duties.append(["Declaring Incidents", ""])
performs += [["Incident Lead", "Declaring Incidents"], ["Incident Responder", "Declaring Incidents"]]
# Who maintains a system does not test it; on two systems one person may do both.
duties = [d + [""] for d in duties] + [["Maintaining", "", "Testing"], ["Testing", "", ""]]
strengths = {"Paying": "editing", "Approving": "approving", "Maintaining": "administering"}
duties = [d + [strengths.get(d[0], "")] for d in duties]
performs = [p + [""] for p in performs] + [
    ["Platform Team", "Maintaining", "AS002"], ["Platform Team", "Maintaining", "AS003"],
    ["Rosa Delgado", "Testing", "AS002"],         # planted: she is in the Platform Team
    ["Viktor Hrubý", "Maintaining", "AS005"], ["Sanjay Kulkarni", "Testing", "AS004"],    # not a finding: on other systems
    ["Jean-Luc Moreau", "Testing", "AS016"],      # delegated, with what he does on it, to Ann Lindqvist
    ["Ann Lindqvist", "Maintaining", "AS016"],    # planted: she does both
]

# ---------------------------------------------------------------- who else takes part

responsibilities = [  # Actor, Subject, Since, Until, Scope, Acceptance date, Basis; who approved them stands below
    ["Callum Reid", "A.8.13", "2024-01-15", "", "", "2024-01-20", "PRO02"], ["Nuno Barbosa", "A.8.20", "2023-03-01", "", "Leeds Data Centre", "2023-03-03", "POL01"],
    ["Chiara Conti", "Firewall Rule Change", "2026-05-01", "", "", "2026-05-01", "PRO04"], ["Tomasz Gajda", "Directory Upgrade", "2026-05-11", "", "", "", "PRO04"],
    ["Cloud Engineer", "A.5.23", "2023-09-04", "", "", "2023-09-04", "POL04"], ["Nordwind Hosting", "A.8.14", "2022-01-01", "", "", "2022-01-01", "AGR01"],
    ["Joyce Tetteh", "A.7.2", "2021-06-01", "", "Leeds Reception", "2021-06-02", "PRO07"], ["Renata Silva", "A.7.2", "2026-06-01", "", "Porto Gatehouse", "", "PRO07"],
    ["Laura Stein", "A.6.7", "2023-02-01", "2025-08-01", "", "2023-02-03", "POL09"], ["Owen Pritchard", "A.6.7", "2025-08-01", "", "", "", "POL09"],
    ["Mateo Cruz", "Shop Relaunch", "2026-02-02", "", "security", "2026-02-03", "POL10"], ["Ewa Pawlak", "Porto Line 4", "2025-09-01", "", "planning", "2025-09-01", ""],
    ["Giulia Moretti", "A.5.22", "2026-05-04", "", "", "2026-05-05", "AGR02"],      # planted: that contract is withdrawn
    ["Service Desk", "A.8.1", "2024-01-08", "", "", "2024-01-08", "POL03"],
]
APPROVED_BY = {       # (actor, subject): who assigned it; planted: nobody for three of those in force
    ("Callum Reid", "A.8.13"): "Anselm Okoro", ("Nuno Barbosa", "A.8.20"): "Derek Whitlock", ("Chiara Conti", "Firewall Rule Change"): "Aisha Mbeki", ("Tomasz Gajda", "Directory Upgrade"): "Aisha Mbeki",
    ("Cloud Engineer", "A.5.23"): "Anselm Okoro", ("Nordwind Hosting", "A.8.14"): "Rajesh Iyer", ("Joyce Tetteh", "A.7.2"): "Harriet Stonebridge", ("Renata Silva", "A.7.2"): "Harriet Stonebridge",
    ("Laura Stein", "A.6.7"): "Carla Mendes", ("Owen Pritchard", "A.6.7"): "Owen Pritchard", ("Mateo Cruz", "Shop Relaunch"): "Anselm Okoro",      # planted: one by himself
    ("Derek Whitlock", "A.5.9"): "Anselm Okoro", ("Farid Haddad", "A.5.19"): "Anselm Okoro", ("Lídia Rocha", "A.7.14"): "Harriet Stonebridge", ("Hugo Antunes", "A.8.12"): "Derek Whitlock",
    ("Jean-Luc Moreau", "A.8.28"): "Anselm Okoro", ("Laura Stein", "A.5.37"): "Margaret Oyelaran", ("Owen Pritchard", "A.5.37"): "Margaret Oyelaran",
}
for row in responsibilities:
    row.append(APPROVED_BY.get((row[0], row[1]), ""))
for row in handovers:
    row.append(APPROVED_BY.get((row[1], row[0]), ""))
teams.append(["Service Desk", "Answers when nothing works", "servicedesk@acme.example", "Molly Fenwick", "IT Operations"])
members += [["Service Desk", "Molly Fenwick", "2024-01-08", ""], ["Service Desk", "Emily Hartnell", "2024-01-08", ""]]
supports = [          # Actor, Subject, Since, Until
    ["Rajesh Iyer", "A.5.1", "2024-01-01", ""], ["Derek Whitlock", "A.8.13", "2022-01-01", ""], ["Margaret Oyelaran", "A.5.2", "2023-02-01", ""], ["Harriet Stonebridge", "A.7.5", "2022-05-02", ""],
    ["Anselm Okoro", "A.8.16", "2025-01-01", ""], ["Network Team", "A.8.22", "2024-03-01", ""], ["Jean-Luc Moreau", "A.8.28", "2023-11-06", ""],
]
consultations = [     # Actor, Subject, Since, Until
    ["HR Partner", "A.5.2", "2024-01-01", ""], ["Security Steering Group", "A.5.2", "2023-02-01", ""], ["Data Protection Officer", "A.5.14", "2024-06-01", ""], ["Works Council", "A.8.16", "2025-01-01", ""],
    ["Thomas Ashdown", "R19", "2025-10-01", ""],
]
briefings = [         # Actor, Subject, Since, Until: who is kept informed
    ["Board Sponsor", "R01", "2024-01-01", ""], ["Board Sponsor", "R04", "2024-01-01", ""], ["CISO", "A.8.8", "2023-02-01", ""], ["Customer Support", "AS008", "2024-01-01", ""],
]
contacts = [          # Person, Organisation, Since, Until
    ["Élodie Marchand", "Data Protection Commission", "2024-06-01", ""], ["Farid Haddad", "Data Protection Commission", "2020-01-01", "2024-06-01"],
    ["Anselm Okoro", "Factory Security Circle", "2023-02-01", ""], ["Alan Peverell", "Fire Service Porto", "2018-01-01", ""],      # planted: he has left
    ["Ursula Brandt", "Instrument Regulator", "2019-01-01", ""], ["Giulia Moretti", "Nordwind Hosting", "2023-01-01", ""],
]
role_acceptances = []  # Person, Role, Accepted on: everybody but five who hold a role
NOT_ACCEPTED = {("Piotr Wolski", "Payment Approver"), ("Zoë Lefèvre", "Internal Auditor"), ("André Figueiredo", "Access Reviewer"), ("Joaquim Reis", "Access Reviewer"),
                ("Renata Silva", "Reception Lead")}
for r, holder, _, since, until in appointments:
    if not until and (holder, r) not in NOT_ACCEPTED and since < "2026-06-30":
        day = datetime.date.fromisoformat(since) + datetime.timedelta(days=4)
        role_acceptances.append([holder, r, day.isoformat()])

# ---------------------------------------------------------------- accounts, messages, law

accounts = [          # Account, Type, User, Unlocks, Owner, Last used, Review date
    ["okoro", "personal", "Anselm Okoro", "AS005", "", "2026-06-29", "2026-03-09"], ["ann.li", "personal", "Ann Li", "AS005; AS050", "", "2026-06-29", "2026-03-09"],
    ["mendes", "personal", "Carla Mendes", "AS006", "", "2026-06-26", "2026-03-09"], ["whitlock", "personal", "Derek Whitlock", "AS005; AS004", "", "2026-05-17", "2025-09-15"],   # planted: used after he left
    ["ainsworth", "personal", "Paul Ainsworth", "AS001", "", "2025-11-28", "2025-09-15"], ["halloran", "personal", "Ben Halloran", "AS050", "", "2026-06-25", "2026-03-09"],
    ["antunes", "personal", "Hugo Antunes", "AS008", "", "2025-09-29", ""], ["mori", "personal", "Kenji Mori", "AS004", "", "2026-06-30", "2026-03-09"],
    ["reception", "shared", "", "AS025", "Reception Lead", "2026-06-30", "2026-03-09"], ["packing", "shared", "", "AS013", "", "2026-06-30", "2025-02-10"],                     # planted: nobody's
    ["root", "shared", "", "AS002; AS003", "System Administrator", "2026-06-21", "2026-03-09"], ["shop-admin", "shared", "", "AS008", "Hugo Antunes", "2026-06-12", ""],          # planted: his
    ["svc-backup", "technical", "", "AS011", "Backup Operator", "2026-06-30", "2026-03-09"], ["svc-sync", "technical", "", "AS005; AS019", "Identity Administrator", "2026-06-30", "2026-03-09"],
    ["svc-build", "technical", "", "AS017", "", "2026-06-30", ""], ["old-ftp", "technical", "", "AS066", "Derek Whitlock", "2024-01-30", "2025-09-15"],
]
messages = [          # Message, Version, Channel, Sent date, Sender, Audience
    ["Phishing Alert", "1", "e-mail", "2026-04-07", "CISO", "Finance; Executive Office"], ["New Crisis Numbers", "2", "intranet", "2026-02-16", "Crisis Manager", "Crisis Team"],
    ["Changed Payment Limits", "1", "e-mail", "2026-05-04", "Rajesh Iyer", "Payments Team"], ["Visitor Rules", "3", "notice board", "2025-10-01", "", "Facilities"],            # planted: nobody sends it
    ["Roles and Duties", "1", "e-mail", "", "ISMS Manager", "CISO; Risk Manager; Internal Auditor"],                                                                         # planted: not sent yet
]
message_readers = [   # Person, Message, Acknowledged on
    ["Rajesh Iyer", "Phishing Alert", "2026-04-08"], ["Siobhan O'Neill", "Phishing Alert", "2026-04-09"], ["Grace Adeyemi", "Phishing Alert", "2026-04-07"],
    ["Margaret Oyelaran", "Phishing Alert", "2026-04-20"], ["Henrik Solberg", "New Crisis Numbers", "2026-02-17"], ["Anselm Okoro", "New Crisis Numbers", "2025-08-12"],       # planted: the version before
    ["Siobhan O'Neill", "Changed Payment Limits", "2026-05-04"], ["Mei Tanaka", "Changed Payment Limits", "2026-05-11"],
]
obligations = [       # Ref, Title, Type, Demanded by
    ["L1", "Tell the authority of a leak", "legal", "Data Protection Commission"], ["L2", "Keep a register of processing", "legal", "Data Protection Commission"],
    ["L3", "Keep the yard free for the engines", "legal", "Fire Service Porto"], ["L4", "Keep calibration records ten years", "legal", "Instrument Regulator"],
    ["L5", "Tell customers of a failed calibration", "contractual", "Hospital São Bento"], ["L6", "Encrypt what leaves the house", "contractual", "Hospital São Bento"],
    ["L7", "Report how suppliers are watched", "legal", "Data Protection Commission"],
]
control["A.5.34"]["Meets"] += "; L1; L2"
control["A.8.24"]["Meets"] += "; L6"
control["A.5.22"]["Meets"] += "; L7"     # planted: its owner has left

# ---------------------------------------------------------------- threats, incidents, objectives, reviews, findings, actions

threats = [           # Ref, Threat, Feeds, Treatment
    ["T1", "Extortion by malware", "R01", "A.8.7; A.8.13"], ["T2", "Theft by insiders", "R03; R17", "A.8.2; A.8.15"], ["T3", "Espionage by competitors", "R04; R19", "A.8.12; A.8.30"],
    ["T4", "Forged invoices", "R34", "A.5.3"], ["T5", "Flooding", "R13", "A.7.5"], ["T6", "Supply chain attack", "R35; R38", "A.5.21"], ["T7", "Drones", "R33", ""],
]
incidents = [         # Ref, Incident, Severity, Status, Report date, Closing date, Affects, Investigator
    ["I1", "Phishing wave in Finance", "medium", "closed", "2026-03-24", "2026-04-02", "AS019", "Katarzyna Wrona"], ["I2", "Shop offline", "high", "closed", "2026-01-13", "2026-01-14", "AS008", "Mateo Cruz"],
    ["I3", "Lost laptop in Gdańsk", "low", "closed", "2026-05-19", "2026-05-26", by_name["Laptop Pool Gdańsk 14"]["Asset ID"], "Kenji Mori"],              # planted: he owns it
    ["I4", "Restore failed", "high", "open", "2026-06-16", "", "AS011", "Callum Reid"], ["I5", "Badge used twice", "medium", "open", "2026-06-24", "", "AS025", ""],
    ["I6", "Wrong file to a customer", "medium", "closed", "2025-09-08", "2025-09-19", "AS009", "Leila Farahani"],
]
issues = [            # Issue, Type, Owner
    ["New rules for suppliers", "external", "Compliance Manager"], ["Three sites, one network", "internal", "Derek Whitlock"], ["Few people who know the database", "internal", ""],
    ["Customers ask for certificates", "external", "Victor Almeida"], ["Move of the archive", "internal", ""],
]
objectives = [        # Ref, Objective, Goal, Value, Due date, Owner
    ["O1", "People trained in awareness", "95", "91", "2026-06-01", "Awareness Lead"], ["O2", "Critical assets with an owner", "100", "70", "2026-12-31", "CISO"],
    ["O3", "Restores tested this year", "12", "5", "2026-12-31", "Backup Operator"], ["O4", "Days to close a finding", "60", "", "2026-05-31", "Simon Thackeray"],
    ["O5", "Suppliers reviewed", "5", "2", "2026-03-31", "Supplier Manager"], ["O6", "Patches within a month", "90", "94", "2026-04-30", "Vulnerability Manager"],
]
reviews = [           # Ref, Review, Type, Review date, Next date, Reviewer, Examines
    ["V1", "Audit of access", "audit", "2025-10-14", "2026-10-14", "Agnieszka Nowicka", "A.5.15; A.5.18; A.8.2"], ["V2", "Audit of policies", "audit", "2026-02-10", "2027-02-10", "Zoë Lefèvre", "A.5.1; A.5.12"],   # planted: she owns them
    ["V3", "Audit of suppliers", "audit", "2025-05-20", "2026-05-20", "Ursula Brandt", "Nordwind Hosting; A.5.19"], ["V4", "Management review 2026", "management", "2026-01-27", "2027-01-27", "Margaret Oyelaran", ""],
    ["V5", "Management review 2025", "management", "2025-01-28", "2026-01-28", "Margaret Oyelaran", ""], ["V6", "Restore test of the database", "test", "2026-03-11", "2026-09-11", "Callum Reid", "A.8.13; AS004"],
    ["V7", "Failover test of the cluster", "test", "2025-04-02", "2026-04-02", "Viktor Hrubý", "A.8.14; AS002"], ["V8", "Alarm test", "test", "2026-05-05", "2026-11-05", "Stanisław Duda", "A.7.5; A.7.11"],
    ["V9", "Access review of payroll", "access", "2026-01-12", "2026-07-12", "Joaquim Reis", "AS006; mendes"], ["V10", "Visit to the cleaning firm", "audit", "2023-11-07", "2024-11-07", "Farid Haddad", "Tejo Cleaning"],
]
findings = [          # Ref, Title, Severity, Status, Raised by, Concerns, Due date, Closing date, Owner
    ["F1", "Access reviews late", "minor", "open", "V1", "A.5.18", "2026-03-31", "", "Access Reviewer"], ["F2", "Leavers keep rights", "major", "open", "V1", "A.5.11; A.8.2", "2026-01-31", "", "Carla Mendes"],
    ["F3", "Policy not approved in time", "observation", "closed", "V2", "A.5.1", "2026-04-30", "2026-05-08", "Zoë Lefèvre"], ["F4", "No exit plan for hosting", "major", "open", "V3", "Nordwind Hosting; A.5.21", "2025-11-30", "", "Farid Haddad"],
    ["F5", "Restore takes too long", "minor", "open", "V6", "A.8.13", "2026-09-30", "", ""], ["F6", "Failover not documented", "minor", "closed", "V7", "A.8.14", "2025-08-31", "2025-08-12", "Platform Team"],
    ["F7", "No independent audit of policies", "major", "open", "V4", "A.5.35", "2026-08-31", "", "CISO"],
]
actions = [           # Ref, Title, Status, Due date, Closing date, Owner, Fixes, Decided by
    ["X1", "Remove rights on the last day", "open", "2026-02-28", "", "HR Partner", "F2", "V4"], ["X2", "Plan quarterly access reviews", "closed", "2026-03-31", "2026-03-20", "André Figueiredo", "F1", ""],
    ["X3", "Write an exit plan", "open", "2026-01-31", "", "Farid Haddad", "F4", "V4"], ["X4", "Buy faster tapes", "open", "", "", "Callum Reid", "F5; I4", ""],
    ["X5", "Train the finance team", "closed", "2026-05-29", "2026-05-22", "Owen Pritchard", "I1", ""], ["X6", "Second line for the shop", "open", "2026-07-31", "", "", "I2", ""],
    ["X7", "Hire an auditor", "open", "2026-10-31", "", "Anselm Okoro", "", "V4"], ["X8", "Renew the steering group", "closed", "2025-06-30", "2025-06-11", "Margaret Oyelaran", "", "V5"],
]

# ---------------------------------------------------------------- what is done for which requirement, and what the newer columns say

DONE_FOR = {          # documents: what they are the rules for, besides what MEETS says
    "POL01": "A.5.1", "POL02": "A.5.15", "POL03": "A.5.10; A.8.1", "POL04": "A.5.19", "POL05": "A.8.24", "POL06": "A.7.7", "POL07": "A.5.24", "POL08": "A.5.34", "POL09": "A.6.7",
    "POL10": "A.8.25", "PRO01": "A.6.5; A.5.11", "PRO02": "A.8.13", "PRO03": "A.5.26; A.6.8", "PRO04": "A.8.32", "PRO05": "A.5.28", "PRO07": "A.7.2; A.7.6", "GUI01": "A.5.17",
    "GUI02": "A.5.12; A.5.13", "GUI03": "A.8.28", "PLA01": "A.5.29; A.5.30",
}
for row in documents:
    row["Meets"] = "; ".join(c for c in (row["Meets"], DONE_FOR.get(row["Ref"], "")) if c)
TRAINED_FOR = {"Security Awareness": "7.3; A.6.3", "Data Protection Basics": "A.5.34", "Incident Response Workshop": "A.5.26", "Secure Coding Course": "A.8.28", "Fire Warden Course": "A.7.5"}
for row in trainings:
    row.append(TRAINED_FOR.get(row[0], ""))
WORKED_FOR = {
    "Joiner Intake": "A.6.1; A.6.2", "Leaver Exit": "A.6.5; A.5.11", "Monthly Access Review": "A.5.18", "Quarterly Risk Review": "8.2", "Restore Test": "A.8.13", "Key Ceremony": "A.8.24",
    "Penetration Test 2026": "A.8.29", "Patch Round": "A.8.8; A.8.19", "Fire Drill": "A.7.5", "Watching Suppliers": "A.5.22",
}
for row in activities:
    row.append(WORKED_FOR.get(row[0], ""))
certificates.append(["Zoë Lefèvre", "ISO 27001 Lead Auditor", "3", "2025-03-10", "2028-03-10"])     # planted: implementer and auditor in one
# planted: two were never screened, one has signed no terms, two outside people have promised no secrecy
UNSCREENED, NO_TERMS, NO_SECRECY = ("Min-jun Park", "Zuzanna Kępa"), ("Hassan Karimi",), []
for number, row in enumerate(people):
    start = datetime.date.fromisoformat(row["Start date"])
    if row["Employment"] == "external" and len(NO_SECRECY) < 2 and row["Full name"] in ACTIVE:
        NO_SECRECY.append(row["Full name"])
    row["Screened on"] = "" if row["Full name"] in UNSCREENED else (start - datetime.timedelta(days=10 + number % 7)).isoformat()
    row["Terms signed on"] = "" if row["Full name"] in NO_TERMS else (start - datetime.timedelta(days=1)).isoformat()
    row["Secrecy signed on"] = "" if row["Full name"] in NO_SECRECY else row["Terms signed on"]
    row["Remote"] = "yes" if number % 11 == 4 and row["Department"] not in ("Manufacturing", "Facilities") else "no"
keepers = [           # Location, Owner; planted: nobody for Porto Server Room and the Gdańsk Office, a leaver for the data centre
    ["Leeds Campus", "Facilities Manager"], ["Porto Works", "Jorge Esteves"], ["Leeds Main Building", "Reception Lead"], ["Leeds Annex", "Facilities Manager"],
    ["Leeds Data Centre", "IT Operations"], ["Leeds Archive", "Records Manager"], ["Porto Factory Hall", "Jorge Esteves"], ["Porto Café", "Jorge Esteves"], ["Gdańsk Lab", "Gonçalo Pires"],
]
permissions += [["Data Centre Entry", "", "Leeds Data Centre"], ["Server Room Entry", "", "Porto Server Room"]]
grants += [           # planted: a leaver may still go in; the server room was never reviewed
    ["Data Centre Entry", "System Administrator", "2020-02-03", "", "2026-03-09", "Harriet Stonebridge"],
    ["Data Centre Entry", "Nicole Baptiste", "2024-05-06", "", "2026-03-09", "Harriet Stonebridge"],
    ["Server Room Entry", "Manufacturing", "2022-01-10", "", "", "Jorge Esteves"],
]

# ---------------------------------------------------------------- writing

def write(filename, header, rows):
    with open(os.path.join(HERE, filename), "w", newline="", encoding="utf-8") as f:
        w = csv.writer(f, lineterminator="\n")
        w.writerow(header)
        for r in rows:
            w.writerow([r[h] for h in header] if isinstance(r, dict) else r)


FILES = [
    ("locations.csv", ["Location", "Type", "Inside"], LOCATIONS),
    ("people.csv", list(people[0]), people),
    ("keepers.csv", ["Location", "Owner"], keepers),
    ("teams.csv", ["Team", "Purpose", "E-mail", "Leader", "Parent team"], teams),
    ("members.csv", ["Team", "Member", "Since", "Until"], members),
    ("competences.csv", ["Competence", "Type", "Framework"], competences),
    ("roles.csv", ["Role", "Type", "Essential", "Dedicated", "Least holders", "Conflicts with", "Risk limit", "Description"], roles),
    ("role_needs.csv", ["Role", "Competence", "Least level"], role_needs),
    ("appointments.csv", ["Role", "Holder", "Scope", "Since", "Until"], appointments),
    ("deputies.csv", ["Role", "Deputy", "Since", "Until"], deputies),
    ("training.csv", ["Employee", "Competence", "Level", "Obtained", "Valid until"], certificates),
    ("assets.csv", list(assets[0]), assets),
    ("controls.csv", list(controls[0]), controls),
    ("control_needs.csv", ["Control", "Competence", "Least level"], control_needs),
    ("handovers.csv", ["Control", "Owner", "Since", "Until", "Approver"], handovers),
    ("risks.csv", list(risks[0]), risks),
    ("acceptances.csv", ["Risk", "Accepted by", "Accepted on", "Expires", "Accepted level"], acceptances),
    ("delegations.csv", ["Delegator", "Delegate", "Subject", "Since", "Until", "Reason", "Transferable"], delegations),
    ("documents.csv", list(documents[0]), documents),
    ("approvals.csv", ["Document", "Approver", "Approved on"], approvals),
    ("trainings.csv", ["Training", "Mandatory", "Validity", "Teaches", "Meets"], trainings),
    ("completions.csv", ["Employee", "Training", "Completed on"], completions),
    ("acknowledgements.csv", ["Employee", "Document", "Acknowledged on"], acknowledgements),
    ("organisations.csv", ["Organisation", "Type", "Supplies", "Owner", "Receives"], organisations),
    ("areas.csv", ["Area", "Description", "Part of", "Owner"], areas),
    ("activities.csv", ["Activity", "Type", "Frequency", "Due date", "Owner", "Depends on", "Meets"], activities),
    ("permissions.csv", ["Permission", "Strength", "Covers"], permissions),
    ("grants.csv", ["Permission", "Granted to", "Since", "Until", "Review date", "Approver"], grants),
    ("duties.csv", ["Duty", "Conflicts with", "Conflicts locally with", "Least strength"], duties),
    ("performs.csv", ["Performer", "Duty", "Object"], performs),
    ("change_approvals.csv", ["Activity", "Approver", "Approved on"], change_approvals),
    ("activity_needs.csv", ["Activity", "Competence", "Least level"], activity_needs),
    ("responsibilities.csv", ["Actor", "Subject", "Since", "Until", "Scope", "Acceptance date", "Basis", "Approver"], responsibilities),
    ("supports.csv", ["Actor", "Subject", "Since", "Until"], supports),
    ("consultations.csv", ["Actor", "Subject", "Since", "Until"], consultations),
    ("briefings.csv", ["Actor", "Subject", "Since", "Until"], briefings),
    ("contacts.csv", ["Person", "Organisation", "Since", "Until"], contacts),
    ("role_acceptances.csv", ["Person", "Role", "Accepted on"], role_acceptances),
    ("accounts.csv", ["Account", "Type", "User", "Unlocks", "Owner", "Last used", "Review date"], accounts),
    ("messages.csv", ["Message", "Version", "Channel", "Sent date", "Sender", "Audience"], messages),
    ("message_readers.csv", ["Person", "Message", "Acknowledged on"], message_readers),
    ("obligations.csv", ["Ref", "Title", "Type", "Demanded by"], obligations),
    ("threats.csv", ["Ref", "Threat", "Feeds", "Treatment"], threats),
    ("incidents.csv", ["Ref", "Incident", "Severity", "Status", "Report date", "Closing date", "Affects", "Investigator"], incidents),
    ("issues.csv", ["Issue", "Type", "Owner"], issues),
    ("objectives.csv", ["Ref", "Objective", "Goal", "Value", "Due date", "Owner"], objectives),
    ("reviews.csv", ["Ref", "Review", "Type", "Review date", "Next date", "Reviewer", "Examines"], reviews),
    ("findings.csv", ["Ref", "Title", "Severity", "Status", "Raised by", "Concerns", "Due date", "Closing date", "Owner"], findings),
    ("actions.csv", ["Ref", "Title", "Status", "Due date", "Closing date", "Owner", "Fixes", "Decided by"], actions),
]


def check():
    """What the rows must keep: one thing per name, no reference to nothing, no date on a boundary by accident."""
    actors = [p["Full name"] for p in people] + [t[0] for t in teams] + [r[0] for r in roles] + [o[0] for o in organisations]
    assert len(set(actors)) == len(actors), [a for a in actors if actors.count(a) > 1]
    assert len({p["E-mail"] for p in people}) == len(people)
    assert all(p["E-mail"].isascii() and "@acme" in p["E-mail"] and " " not in p["E-mail"] for p in people)
    others = [a["Asset"] for a in assets] + COMPETENCES + [t[0] for t in trainings] + [r["Risk"] for r in risks] + [x[0] for x in LOCATIONS + areas + activities + permissions + duties]
    names = actors + others
    assert len(set(names)) == len(names), sorted({n for n in names if names.count(n) > 1})
    assert len(people) == 150 and len(assets) == 200 and len(roles) == 40 and len(COMPETENCES) == 60 and len(risks) == 40 and len(controls) == 93, \
        (len(people), len(assets), len(roles), len(COMPETENCES), len(risks), len(controls))
    everyone, ids = set(actors), {a["Asset ID"] for a in assets} | set(control) | {r["Ref"] for r in risks} | set(doc)
    for r in assets + controls + risks + documents:
        for o in filter(None, r["Owner"].split("; ")):
            assert o in everyone, o
    for r in assets:
        for d in filter(None, r["Depends on"].split("; ")):
            assert d in ids and d != r["Asset ID"], (r["Asset ID"], d)
    for d in delegations:
        assert d[2] in ids and d[0] in person and d[1] in person
    for r in appointments + deputies:
        assert r[1] in person and r[0] in ROLES, r
    for p in people:
        assert not p["End date"] or p["Start date"] < p["End date"], p
    for r in appointments + deputies + [h[:4] for h in handovers] + [g[:4] for g in grants]:
        assert not r[-1] or r[-2] < r[-1], r
        assert r[1] not in person or r[-2] >= person[r[1]]["Start date"], (r, person[r[1]]["Start date"])
    subjects = ids | {x[0] for x in activities + areas}
    for r in responsibilities + supports + consultations + briefings:
        assert r[0] in everyone and r[1] in subjects, r
        assert not r[3] or r[2] < r[3], r
    for r in keepers:
        assert r[0] in {x[0] for x in LOCATIONS} and r[1] in everyone, r
    for r in contacts + message_readers + role_acceptances:
        assert r[0] in person, r
    owners = [r[4] for r in accounts] + [r[8] for r in findings] + [r[5] for r in actions + objectives] + [r[2] for r in issues]
    assert all(o in everyone for o in owners if o), owners
    for r in certificates:
        assert r[0] in person and (not r[4] or r[3] < r[4]), r
    for row in assets + controls + documents:
        assert row["Review date"][5:] not in ("06-30", "12-30"), row
    for row in completions + approvals + acknowledgements:
        assert row[2] < "2026-06-28" and (row[1] == "Data Protection Basics" or not "2025-06-20" < row[2] < "2025-07-10"), row


# ---------------------------------------------------------------- the headline answers, for README.md

def on_day(since, until):
    return (not since or since <= TODAY.isoformat()) and (not until or TODAY.isoformat() < until)


def listed(text):
    return [x for x in text.split("; ") if x]


def direct(row, key="Ref"):
    return listed(row["Owner"]) + [h[1] for h in handovers if h[0] == row[key] and on_day(h[2], h[3])]


def behind(actors):
    """The people behind owners as written: themselves, a role's holders on the day, a team's leader."""
    out = []
    for x in actors:
        out += [x] if x in person else [LEADER[x]] if LEADER.get(x) else [r[1] for r in appointments if r[0] == x and on_day(r[3], r[4])]
    return sorted(set(out))


def fit(name, needs):
    best = {}
    for n, competence, level, since, until in certificates:
        if n == name and level and on_day(since, until):
            best[competence] = max(best.get(competence, 0), int(level))
    return bool(needs) and all(best.get(c, 0) >= int(least) for c, least in needs)


def natural(text):
    return [(1, int(p), "") if p.isdigit() else (0, 0, p) for p in re.split(r"(\d+)", text)]


def headlines():
    """(question, planted on purpose, the whole answer)"""
    needs = {ref: [n[1:] for n in control_needs if n[0] == ref] for ref in control}
    people_behind = {ref: behind(direct(c)) for ref, c in control.items()}
    assets_behind = {a["Asset ID"]: behind(direct(a, "Asset ID")) for a in assets}
    today = TODAY.isoformat()
    gone = {p["Full name"] for p in people if p["End date"] and p["End date"] <= today}
    held_now = {}
    for r in appointments:
        if on_day(r[3], r[4]):
            held_now.setdefault(r[1], set()).add(r[0])
    clashes = {(r[0], s) for r in roles for s in listed(r[5])}
    clashes |= {(s, r) for r, s in clashes}
    subject_owner = dict(people_behind)
    subject_owner.update(assets_behind)
    subject_owner.update({r["Ref"]: behind(listed(r["Owner"])) for r in risks})
    needs_of_asset = {a["Asset ID"]: set(listed(a["Depends on"])) for a in assets}
    reach = set()
    while True:
        more = {a for a, d in needs_of_asset.items() if d & (reach | {"AS004"})} - reach
        if not more:
            break
        reach |= more
    holders_now = {r: {n for n, held_roles in held_now.items() if r in held_roles} for r in ROLES}
    yield ("controls with no competent owner", "the reasons are listed below",
           [ref for ref in control if not any(fit(p, needs[ref]) for p in people_behind[ref])])
    yield ("controls with no owner", "A.5.37, A.7.12, A.7.14, A.8.12, A.8.30 (empty cell), A.8.29 (its role is vacant)", [ref for ref in control if not people_behind[ref]])
    yield ("controls that require no competence", "A.5.4, A.5.6, A.6.4, A.8.17, A.8.34: whether their owners are competent is undetermined", [ref for ref in control if not needs[ref]])
    yield ("controls owned only by departed people", "A.5.22, A.5.28, A.7.4, A.7.9 (named), A.8.21 (through the team he led), A.8.24 (through a role never taken from her)",
           [ref for ref, p in people_behind.items() if p and set(p) <= gone])
    yield ("critical assets with no owner", "AS008, AS015, %s, %s" % (by_name["Test Data Vault"]["Asset ID"], by_name["Camera System"]["Asset ID"]), [a["Asset ID"] for a in assets if a["Criticality"] == "critical" and not assets_behind[a["Asset ID"]]])
    yield ("critical assets with no active owner", "the same, AS018, AS026, and what the Network Team and IT Operations own: both were led by people who left",
           [a["Asset ID"] for a in assets if a["Criticality"] == "critical" and set(assets_behind[a["Asset ID"]]) <= {p["Full name"] for p in people if p["Full name"] not in ACTIVE}])
    yield ("people p who hold a role that conflicts with a role held by p", "all four; Tomasz Gajda's second role ended in February",
           sorted(person[n]["E-mail"] for n, held_roles in held_now.items() if any((r, s) in clashes for r in held_roles for s in held_roles)))
    yield ("current delegations d whose delegator does not own d's subject, showing d's delegator's email, d's subject's ref", "all five; Mei Tanaka's is over, Derek Whitlock still owns A.7.9 on paper",
           sorted("%s %s" % (person[d[0]]["E-mail"], d[2]) for d in delegations if on_day(d[3], d[4]) and d[0] not in subject_owner[d[2]]))
    yield ("documents approved by their author", "all six; POL08 and PRO03 by an approval of an earlier version",
           sorted({d["Ref"] for d in documents for a in approvals if a[0] == d["Ref"] and a[1] in listed(d["Author"])}))
    yield ("assets that depend on+ AS004", "the core by hand, the rest by chance", sorted(reach))
    yield ("roles with no holder", "Penetration Tester", [r for r in ROLES if not holders_now[r]])
    yield ("vacant roles", "Cryptography Officer besides: its holder has left", [r for r in ROLES if not holders_now[r] & set(ACTIVE)])
    yield ("understaffed roles", "Backup Operator and Site Security Officer besides", [r[0] for r in roles if len(holders_now[r[0]] & set(ACTIVE)) < int(r[4])])
    yield ("certificates t whose end date is on or before today, showing t's holder's email, t's competence's name",
           "Ann Li, Ines Carvalho (ends on the day itself), Nuno Barbosa and Thomas Ashdown (both renewed); the rest is everyday decay",
           sorted({"%s %s" % (person[c[0]]["E-mail"], c[1]) for c in certificates if c[4] and c[4] <= today}))
    yield ("risks with no owner", "R26, R29, R39 (empty cell), R36 (its role is vacant)", [r["Ref"] for r in risks if not subject_owner[r["Ref"]]])
    yield ("open risks with no treatment", "R30, R40; R29 and R33 are closed", [r["Ref"] for r in risks if r["Status"] == "open" and not r["Treatment"]])
    yield ("open risks treated by no control whose status is in place", "R38 besides: one control is planned, the other excluded",
           [r["Ref"] for r in risks if r["Status"] == "open" and not any(control[c]["Status"] == "in place" for c in listed(r["Treatment"]))])
    yield ("risks r accepted by a person p who does not own r", "both; the acceptance of R02 has expired",
           sorted({a[0] for a in acceptances if on_day(a[2], a[3]) and a[1] not in subject_owner[a[0]]}))
    yield ("active people who have not completed training \"Security Awareness\" in the last 12 months", "all: seven never did, four did too long ago",
           sorted(person[n]["E-mail"] for n in ACTIVE if not any(c[0] == n and c[1] == "Security Awareness" and c[2] >= "2025-06-30" for c in completions)))
    yield ("departed people who are granted a permission", "all three", sorted({person[g[1]]["E-mail"] for g in grants if g[1] in gone and on_day(g[2], g[3])}))
    yield ("people who report to+ \"Derek Whitlock\"", "his department still reports to him",
           sorted(p["E-mail"] for p in people if "Derek Whitlock" in chain(p["Full name"])))
    yield ("annex requirements met by no control", "the three excluded", [r["ref"] for r in ANNEX if not any(r["ref"] in listed(c["Meets"]) for c in controls)])
    yield ("as of 2025-06-30: controls with no owner", "the owners of four others left or handed over after that day, and A.8.29 had its tester",
           [ref for ref in control if not control[ref]["Owner"] and not any(h[0] == ref and h[2] <= "2025-06-30" and (not h[3] or "2025-06-30" < h[3]) for h in handovers)])


def chain(name):
    by_mail = {p["E-mail"]: p["Full name"] for p in people}
    out = []
    while person[name]["Manager e-mail"]:
        name = by_mail[person[name]["Manager e-mail"]]
        out.append(name)
    return out


def why_not_competent():
    """One line for each control with no competent owner."""
    for ref in control:
        needs = [n[1:] for n in control_needs if n[0] == ref]
        owners = behind(direct(control[ref]))
        if any(fit(p, needs) for p in owners):
            continue
        if not owners:
            yield ref, "nobody owns it" if not direct(control[ref]) else "%s has no holder" % control[ref]["Owner"]
        elif not needs:
            yield ref, "undetermined: it requires no competence"
        else:
            yield ref, "; ".join("%s lacks %s" % (p, ", ".join("%s %s" % (c, n) for c, n in needs if not fit(p, [(c, n)]))) for p in owners)


README = """# Acme Instruments

An invented company: {people} people in 12 departments and three sites, {roles} roles, {competences} competences,
{assets} assets, the 93 controls of Annex A, {risks} risks. No person, site or supplier here exists.

```
use "samples/acme/acme.remit"
as of 2026-06-30: controls with no competent owner
```

```sh
remit samples/acme --as-of 2026-06-30 -c '.ask A.5.2'   # the questions of the library about A.5.2
remit check samples/acme --as-of 2026-06-30             # its checks, less what checks.remit excepts
```

Every answer below is **as of 2026-06-30**. `make.py` makes the files and this page; running it again gives the
same bytes. `questions.tsv` has more questions with their exact meaning in terms of the columns, `answers.tsv` the
answers, and `answers.py` computes those from the files alone, by code that shares nothing with `make.py`.

## Reading the files

- A link holds from its first day until, but not on, its last: a certificate valid until 2026-06-30 has expired on that day.
  No first day means always so far, no last day means still open.
- A cell with several values separates them with `;`. An empty cell is missing: not "no", not zero.
- An `Owner` is a person, a role or a team. `owner` in a question means a person: the one named, a holder of the role on the
  day, or the leader of the team, whether still here or not. `direct owner` is the name in the cell.
- A person is competent for a control if, for each competence the control needs, they have a certificate valid on the day at
  the least level or above. For a control that needs nothing, nobody is: it is undetermined.

| file | columns |
|---|---|
{files}

## Questions and answers

`questions.tsv` has a header line, then id, question and meaning, parted by tabs, with no quoting. Every question is asked as of
2026-06-30 unless it says otherwise. `answers.tsv` has the id, a tab, and the rows parted by `|`, the cells of a row by `,`. A row of
a question without `showing` is the key of the thing: the e-mail of a person, the ref of an asset, control, risk, document or
requirement, the name of a role or team. Rows are in natural order (A.5.9 before A.5.10), or in the order the question asks for
with `sorted by`; a question whose answer is one number or date has one row.

No date stands near the end of a span like `in the last 12 months`, so that the answers do not hang on whether it is included.
Two links begin or end on 2026-06-30 itself on purpose: Renata Silva becomes Reception Lead, Rita Amaral is no longer Backup
Operator. Nicole Baptiste's end date and Ines Carvalho's certificate fall on it too.

## Headline answers

The complete answers, planted rows and accidental ones. People are given by e-mail, without `@acme.example`.

{answers}

## Why those controls have no competent owner

| control | reason |
|---|---|
{reasons}

## Names that are hard to read

`Siobhan O'Neill`, `Michael O'Dowd` and `O'Connell Archive` (apostrophe), `Jean-Luc Moreau`, `Min-jun Park` and `Calibration Bench
Récif-2` (hyphen), `Zoë Lefèvre`, `Łukasz Baran`, `Élodie Marchand` and `Café Payment Terminal` (accents), `Peter van den Berg`
(small letters inside), `Ann Li` and `Ann Lindqvist` (one begins like the other), `Fatima Zahra Benali` (three words), `Incident
Lead` (a role of two words), `CISO`.
"""


EXAMPLES = """| agency.xlsx | sheet Staff: Full name, Department, Start, Last day, Manager e-mail; not loaded: an example of [`load`](../../Grammar/language.md#load) |
| trainees.txt | Full name, Department, Start, in the letters of Windows-1252; not loaded: an example of the same |
| placements.txt | Nom, Prénom, Contrat, Responsable, in French with a title and a sum; not loaded: an example of the same |
| raci.txt | Area, and roles with A, R, C and I below them; not loaded: an example of the same |"""
TRAINEES = [["Full name", "Department", "Start"], ["José Núñez", "Sales", "05.01.2026"], ["Anaïs Müller", "Legal and Compliance", "02.02.2026"], ["João Gonçalves", "Manufacturing", "02.03.2026"]]


def raci():
    with open(os.path.join(HERE, "raci.txt"), "w", encoding="utf-8", newline="\n") as f:
        f.write("Area;CISO;ISMS Manager;HR;Site Security;Remarks\n")
        f.write("People and places;;;;;\n")
        f.write("Physical Protection;I;;;A/R;incl. visitors\n")
        f.write("Privacy;C;R;C;;\n")
        f.write("Governance;A;R, C;I;;\n")


def placements():
    with open(os.path.join(HERE, "placements.txt"), "w", encoding="utf-8", newline="\n") as f:
        f.write("Placements 2026;;;\n;;;\nNom;Prénom;Contrat;Responsable\nRoche;Inès;stage;A. Li\nPetit;Luc;CDI;Marek Zieliński\nBlanc;Zoé;CDD;A. Li\nTotal : 3;;;\n")


def trainees():
    with open(os.path.join(HERE, "trainees.txt"), "w", encoding="cp1252", newline="\n") as f:
        f.write("".join(";".join(row) + "\n" for row in TRAINEES))


def readme():
    files = "\n".join("| %s | %s |" % (f, ", ".join(h)) for f, h, _ in FILES) + "\n" + EXAMPLES
    answers = "\n\n".join("**`%s`** (%d)\n%s\nPlanted: %s." % (q, len(rows), wrapped(rows), planted) for q, planted, rows in headlines())
    reasons = "\n".join("| %s | %s |" % r for r in why_not_competent())
    text = README.format(people=len(people), roles=len(roles), competences=len(competences), assets=len(assets), risks=len(risks), files=files, answers=answers, reasons=reasons)
    with open(os.path.join(HERE, "README.md"), "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def wrapped(rows):
    rows = [r.replace("@acme.example", "") for r in sorted(rows, key=natural)]
    out, line = [], ""
    for k, r in enumerate(rows):
        piece = r + ("," if k + 1 < len(rows) else ".")
        if line and len(line) + len(piece) > 115:
            out.append(line)
            line = ""
        line = (line + " " + piece).strip()
    return "\n".join(out + [line])


def main():
    check()
    for filename, header, rows in FILES:
        write(filename, header, rows)
    trainees()
    placements()
    raci()
    readme()


if __name__ == "__main__":
    main()
