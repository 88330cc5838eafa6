import Elections
import TestSupport
import Testing

@testable import Web

@Suite("Pages of findings, of re-votes and of the law")
struct FindingPagesTests {
    private func text(_ path: String, _ small: SmallElection = SmallElection()) throws -> String {
        let answer = Site(try Snapshot(small.election())).answer(path: path)
        #expect(answer.status == 200, "\(path)")
        return String(decoding: answer.body, as: UTF8.self)
    }

    /// An election with something to find of every weight, at stations and in certified figures.
    private var faulty: SmallElection {
        var small = SmallElection()
        small.electorate[3] = Electorate(male: 200, female: 150)  // Above the limit; few came.
        small.votes[4] = [90, nil]  // A contestant without a figure.
        small.totals[2] = 0  // Zero, while its parts are filled in.
        small.later = [.init(station: 2, .revote, votes: [50, 61], total: 112)]
        small.certified = ["73.12.01.1001": [40, 60], "73.12.01": [90, 999], "73.12.02": [160, 180]]
        return small
    }

    @Test(
        "counting by the index is counting one by one",
        arguments: [
            "73", "73.12", "73.12.01", "73.12.01.1001",
            "73.12.01.2002", "73.12.02", "73.12.02.2001", "73.12.09",
        ]
    )
    func index(region: String) throws {
        let snapshot = try Snapshot(faulty.election())
        let findings = Findings(snapshot)
        let index = FindingIndex(findings, snapshot)
        let code = try RegionCode(parsing: region)
        let stations = snapshot.election.regions.stations
        let inside = findings.list.filter { finding in
            switch finding.subject {
            case .form(_, _, _, let station): code.contains(stations[station].village)
            case .region(_, let other): code.contains(other)
            case .file: false
            }
        }
        #expect(Set(index.inside(code)) == Set(inside))
        #expect(index.inside(code).count == inside.count)
        let counts = index.counts(in: code)
        #expect(counts.hard == inside.count { $0.severity == .hard })
        #expect(counts.soft == inside.count { $0.severity == .soft })
        #expect(counts.information == inside.count { $0.severity == .information })
        let places = stations.indices.filter { code.contains(stations[$0].village) }
        let result = try #require(snapshot.result(of: .president))
        let forms = places.compactMap { place in result.forms[place].map { (place, $0) } }
        #expect(counts.forms == forms.count)
        let broken = forms.filter { place, form in
            let (reading, row) = (form.reading, form.row)
            let subject = Finding.Subject.form(.president, reading: reading, row: row, station: place)
            return inside.contains { $0.severity == .hard && $0.subject == subject }
        }
        #expect(counts.brokenForms == broken.count)
        if region == "73" {
            #expect(
                counts.hard > 0 && counts.soft > 0 && counts.brokenForms > 0,
                "there is something to count"
            )
        }
    }

    @Test("a station's findings and a rule's are those of the list")
    func parts() throws {
        let snapshot = try Snapshot(faulty.election())
        let findings = Findings(snapshot)
        let index = FindingIndex(findings, snapshot)
        for station in snapshot.election.regions.stations.indices {
            #expect(index.ofStation(station) == findings.ofStation(station))
        }
        for check in Check.all {
            #expect(index.ofRule(check) == findings.list.filter { $0.check == check })
        }
    }

    @Test("a long table shows its beginning and says where the rest is; its CSV is whole")
    func long() throws {
        let snapshot = try Snapshot(SmallElection().election())
        let most = DataTable.mostShown
        func shown(_ count: Int, _ form: Address.Form) -> (rows: Int, text: String) {
            let context = PageContext(
                snapshot: snapshot,
                evidence: EvidenceRegister(),
                findings: FindingIndex(Findings(snapshot), snapshot),
                elected: ElectedMemory(),
                record: nil,
                address: Address(.findings, .english, form: form)
            )
            let table = DataTable(
                caption: "c",
                columns: [.number("n", "N")],
                rows: context.shown(Array(0..<count)).map { [.number($0, context.numbers)] }
            )
            return (table.rows.count, table.html(of: count, context).description)
        }
        #expect(!shown(most, .page).text.contains("The first"))
        let cut = shown(most + 1, .page)
        #expect(cut.rows == most)
        #expect(
            cut.text.contains("The first \(most) of \(most + 1)") && cut.text.contains("/en/findings.csv")
        )
        #expect(shown(most + 1, .csv).rows == most + 1)
    }

    @Test("re-votes: none, one that was certified, one that was not, one nobody can tell")
    func revotes() throws {
        #expect(try text("/en/revotes").contains("Every form here is of the first vote"))
        var small = SmallElection()
        small.later = [.init(station: 1, .revote, votes: [25, 35], total: 61)]
        #expect(try text("/en/revotes", small).contains("certified figures of Satu A are not here"))
        small.certified = ["73.12.01.1001": [35, 55]]  // 10 + 25, 20 + 35.
        #expect(try text("/en/revotes", small).contains("Satu A holds the later result"))
        #expect(try text("/revotes", small).contains("Satu A memuat hasil yang ulang"))
        small.certified = ["73.12.01.1001": [40, 60]]  // 10 + 30, 20 + 40.
        #expect(try text("/en/revotes", small).contains("Satu A fits the result that was replaced"))
        small.certified = ["73.12.01.1001": [40, 55]]
        #expect(try text("/en/revotes", small).contains("Satu A fits none of the forms"))
        small.votes[0] = nil  // The village is not complete.
        #expect(try text("/en/revotes", small).contains("does not tell the forms apart yet"))
        let csv = String(
            decoding: Site(try Snapshot(small.election())).answer(path: "/revotes.csv").body,
            as: UTF8.self
        )
        #expect(csv.contains("73.12.01.1001-002,PPWP,reguler,office,no,votes_1,30"))
        #expect(csv.contains("73.12.01.1001-002,PPWP,psu,second,yes,votes_1,25"))
    }

    @Test("a village names re-votes of its own only")
    func elsewhere() throws {
        var small = SmallElection()
        small.later = [.init(station: 3, .revote, votes: [25, 35], total: 61)]
        #expect(try text("/en/regions/73.12.02.2001", small).contains("1 by the re-vote"))
        #expect(try !text("/en/regions/73.12.01.1001", small).contains("by the re-vote"))
    }

    @Test("an open rule shows its readings, a decided one its decision")
    func law() throws {
        let count = Law.pemilu2019.rules.count(where: \.provision.isOpen)
        let open = try text("/en/law")
        #expect(open.contains("\(count) rules are open") && open.contains("#party-tie"))
        #expect(open.contains("<code>neighbouring-district</code>") && open.contains("<code>vacant</code>"))
        #expect(open.contains("decisions:"))
        var small = SmallElection()
        small.decisions = [
            Decision(
                rule: .exhaustedList,
                reading: "vacant",
                basis: LocalizedText(id: "BA <7>", en: "Minutes <7>")
            )
        ]
        let decided = try text("/en/law", small)
        #expect(decided.contains("\(count - 1) rules are open") && decided.contains("Minutes &lt;7&gt;"))
        #expect(!decided.contains("<code>neighbouring-district</code>"))
        let csv = String(
            decoding: Site(try Snapshot(small.election())).answer(path: "/en/law.csv").body,
            as: UTF8.self
        )
        #expect(csv.contains(",decided,vacant,"))
        #expect(csv.contains("party-tie,Equal quotients of parties,open,spread,"))
    }

    @Test("deadlines and calendar can be had by machines, a row for every reading")
    func calendar() throws {
        let site = Site(try Snapshot(SmallElection().election()))
        let deadlines = String(decoding: site.answer(path: "/en/law/deadlines.csv").body, as: UTF8.self)
        #expect(deadlines.contains("deadline-revote,Re-vote,10,calendar-days,vote,next,2019-04-27,settled,,"))
        #expect(deadlines.split(separator: "\n").count { $0.contains("presidential-ruling") } == 2)
        let calendar = String(decoding: site.answer(path: "/en/law/calendar.csv").body, as: UTF8.self)
        #expect(calendar.contains(",voting,Voting,2019-04-17,2019-04-17,settled,"))
    }

    @Test("every law has its page", arguments: Law.all)
    func everyLaw(law: Law) throws {
        let small = try SmallElection().election()
        let election = Election(
            name: small.name,
            date: small.date,
            law: law,
            place: small.place,
            regions: small.regions,
            electorate: small.electorate,
            contests: [],
            files: []
        )
        let site = Site(try Snapshot(election))
        for path in ["/law", "/en/law", "/law/deadlines", "/law/calendar", "/revotes", "/findings"] {
            #expect(site.answer(path: path).status == 200)
        }
        let page = String(decoding: site.answer(path: "/en/law").body, as: UTF8.self)
        for ballot in law.ballotsInOrder {
            #expect(page.contains(HTML.text(ballot.name[.english]).description), "\(law.id)")
        }
    }
}
