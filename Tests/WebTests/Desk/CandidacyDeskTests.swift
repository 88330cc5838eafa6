import Elections
import TestSupport
import Testing

@testable import Web

@Suite("Lists of candidates at the desk", .timeLimit(.minutes(3)))
struct CandidacyDeskTests {
    private static let list = [
        "district": "1", "contestant": "1", "candidates": "Ani; P\nBudi; L", "date": "2018-07-10",
    ]

    struct Row: Sendable, CustomTestStringConvertible {
        let reason: String
        let step: CandidacyStepForm
        /// What is changed in a form that would be taken; nothing for what is left empty.
        let change: [String: String?]
        /// The field that is named; none where the page says it above.
        let field: String?
        let words: String
        var testDescription: String { "\(step): \(reason)" }

        init(
            _ reason: String,
            _ step: CandidacyStepForm,
            _ change: [String: String?],
            at field: String?,
            _ words: String
        ) {
            (self.reason, self.step, self.change) = (reason, step, change)
            (self.field, self.words) = (field, words)
        }
    }

    /// Sends each row's form; it is refused at its field with its words, and nothing typed is lost.
    private func refuse(
        _ rows: [Row],
        _ forms: [CandidacyStepForm: [String: String]],
        _ office: CandidacyOffice
    ) async throws {
        let before = await office.office.state.candidacies
        for row in rows {
            var fields = forms[row.step] ?? [:]
            for (name, value) in row.change { fields[name] = value }
            let reply = try await office.send(row.step, fields)
            #expect(reply.status == 422, "\(row): \(reply.status)")
            #expect(reply.wrong.contains(row.words), "\(row): \(reply.wrong)")
            if let field = row.field {
                let id = "id=\"f-\(row.step.rawValue)-\(field)-fault\""
                #expect(reply.body.contains(id), "\(row): \(reply.wrong)")
            } else {
                #expect(reply.body.contains("role=\"alert\""), "\(row)")
            }
            let typed = fields["claim"] ?? fields["candidates"] ?? fields["reference"]
            let shown = typed.map { HTML.text($0).description } ?? ""
            #expect(reply.body.contains(shown), "\(row): what was typed is lost")
        }
        #expect(await office.office.state.candidacies == before)
    }

    @Test("are refused as they are handed in, line by line")
    func submissions() async throws {
        try await CandidacyOffice.with { office in
            try await refuse(
                [
                    Row("no district", .submission, ["district": nil], at: "district", "is missing"),
                    Row(
                        "a party that is no number",
                        .submission,
                        ["contestant": "x"],
                        at: "contestant",
                        "impossible"
                    ),
                    Row("nobody", .submission, ["candidates": "\n \n"], at: "candidates", "is missing"),
                    Row("no day", .submission, ["date": nil], at: "date", "is missing"),
                    Row("a day that is none", .submission, ["date": "2018-02-30"], at: "date", "impossible"),
                    Row(
                        "lines that cannot be read",
                        .submission,
                        ["candidates": "\nAni\n5. Budi; L\nCici; X"],
                        at: "candidates",
                        "line 2: write ; L (a man) or ; P (a woman) at its end; line 3: has number 5 where 2 is due; "
                            + "line 4: “X” is neither"
                    ),
                    Row(
                        "more than the district has seats",
                        .submission,
                        ["district": "2", "candidates": "A; P\nB; P\nC; P"],
                        at: "candidates",
                        "3 candidates for 2 seats"
                    ),
                    Row(
                        "a party that is not on the ballot",
                        .submission,
                        ["contestant": "7"],
                        at: nil,
                        "no party number 7"
                    ),
                    Row(
                        "a district that is not there",
                        .submission,
                        ["district": "9"],
                        at: nil,
                        "no district 9"
                    ),
                    Row(
                        "nothing to publish",
                        .provisional,
                        ["date": "2018-08-12"],
                        at: nil,
                        "no list is complete"
                    ),
                    Row(
                        "a final list before any",
                        .final,
                        ["date": "2018-08-12", "decision": "1-1"],
                        at: nil,
                        "not at this stage"
                    ),
                    Row(
                        "a status before the final lists",
                        .status,
                        [
                            "district": "1", "contestant": "1", "number": "1", "status": "died",
                            "reference": "1",
                            "noted": "2019-01-01", "date": "2019-01-01",
                        ],
                        at: nil,
                        "not at this stage"
                    ),
                ],
                [.submission: Self.list],
                office
            )
        }
    }

    @Test("are refused once they are published: objections, answers, replacements, the final ones")
    func afterwards() async throws {
        try await CandidacyOffice.with { office in
            try await office.toProvisional()
            try await office.take(
                .objection,
                ["district": "1", "contestant": "1", "number": "2", "claim": "ijazah", "date": "2018-08-15"]
            )
            let forms: [CandidacyStepForm: [String: String]] = [
                .submission: Self.list,
                .objection: ["district": "1", "contestant": "1", "claim": "x & y", "date": "2018-08-15"],
                .answer: ["objection": "1", "outcome": "upheld", "reason": "benar", "date": "2018-08-20"],
                .replacement: [
                    "district": "1", "contestant": "1", "number": "2", "successor": "Gani; L",
                    "reason": "resigned", "date": "2018-08-25", "reference": "7/P", "noted": "2018-08-24",
                ],
                .final: ["date": "2018-09-20", "decision": "1-1"],
            ]
            try await refuse(
                [
                    Row("a list too late", .submission, [:], at: nil, "not at this stage"),
                    Row("no claim", .objection, ["claim": " "], at: "claim", "is missing"),
                    Row("to nobody", .objection, ["number": "9"], at: "number", "nobody stands at"),
                    Row(
                        "before the publication",
                        .objection,
                        ["date": "2018-08-01"],
                        at: "date",
                        "2018-08-12 is the first"
                    ),
                    Row("no reason", .answer, ["reason": nil], at: "reason", "is missing"),
                    Row(
                        "an outcome that is none",
                        .answer,
                        ["outcome": "perhaps"],
                        at: "outcome",
                        "impossible"
                    ),
                    Row("an objection that is none", .answer, ["objection": "2"], at: nil, "no objection 2"),
                    Row(
                        "before it was raised",
                        .answer,
                        ["date": "2018-08-14"],
                        at: "date",
                        "2018-08-15 is the first"
                    ),
                    Row(
                        "a successor without a sex",
                        .replacement,
                        ["successor": "Gani"],
                        at: "successor",
                        "write ; L"
                    ),
                    Row(
                        "who stands nowhere",
                        .replacement,
                        ["number": "9"],
                        at: "number",
                        "nobody stands at"
                    ),
                    Row("no number", .replacement, ["number": nil], at: "number", "is missing"),
                    Row("no paper", .replacement, ["reference": nil], at: "reference", "is missing"),
                    Row("a paper without a day", .replacement, ["noted": nil], at: "noted", "is missing"),
                    Row(
                        "for an objection that was not upheld",
                        .replacement,
                        ["reason": "after-objection"],
                        at: "reason",
                        "was upheld"
                    ),
                    Row("while an objection is open", .final, [:], at: nil, "answer the objections first: 1"),
                    Row("no decision", .final, ["decision": nil], at: "decision", "is missing"),
                ],
                forms,
                office
            )
            try await office.take(.answer, forms[.answer] ?? [:])
            try await office.decide(.revote)
            try await refuse(
                [
                    Row(
                        "a decision about something else",
                        .final,
                        [:],
                        at: "decision",
                        "final lists need a carried decision"
                    ),
                    Row("after the vote", .final, ["date": "2019-04-18"], at: "decision", "final lists need"),
                ],
                forms,
                office
            )
            let page = try await office.desk()
            #expect(page.body.contains("No plenary has carried a decision with a decree yet."))
        }
    }

    @Test("what became of a candidate is refused where it cannot be")
    func statuses() async throws {
        try await CandidacyOffice.with { office in
            try await office.toFinal()
            let form = [
                "district": "1", "contestant": "1", "number": "1", "status": "died", "date": "2019-01-10",
                "reference": "474/AKTA", "noted": "2019-01-09",
            ]
            try await refuse(
                [
                    Row("nobody", .status, ["number": "9"], at: "number", "nobody stands at"),
                    Row("a status that is none", .status, ["status": "rich"], at: "status", "impossible"),
                    Row(
                        "the one that everybody has",
                        .status,
                        ["status": "standing"],
                        at: "status",
                        "already"
                    ),
                    Row(
                        "before the final lists",
                        .status,
                        ["date": "2018-09-01"],
                        at: "date",
                        "2018-09-20 is the first"
                    ),
                    Row("no paper", .status, ["reference": ""], at: "reference", "is missing"),
                ],
                [.status: form],
                office
            )
        }
    }

    @Test("go their whole way, and the desk shows at each stage what there is and what can be done next")
    func whole() async throws {
        try await CandidacyOffice.with { office in
            func stage(_ stage: String, _ steps: [CandidacyStepForm]) async throws -> String {
                let page = try await office.desk().body
                #expect(page.contains("<strong id=\"stage\">\(stage)</strong>"))
                let forms = CandidacyStepForm.allCases.filter {
                    page.contains("<section class=\"block narrow\" id=\"\($0.rawValue)\"")
                }
                #expect(forms == steps, "\(stage)")
                return page
            }
            let empty = try await stage("lists are handed in", [.submission])
            #expect(empty.contains("4 lists were not handed in"))
            try await office.take(
                .submission,
                ["district": "1", "contestant": "1", "candidates": "A; L\nB; L\nC; L", "date": "2018-07-05"]
            )
            let lacking = try await stage("lists are handed in", [.submission])
            #expect(lacking.contains("0 women where 1 are needed (UU 7/2017 art. 245); add some"))
            #expect(lacking.contains("no woman among numbers 1, 2, 3"))
            try await office.submit()
            let page = try await stage("lists are handed in", [.submission, .provisional])
            #expect(page.contains("1 list was not handed in") && page.contains("Kecil 2 · Alpha"))
            #expect(page.contains("10 July 2018, round 2") && page.contains("3. &lt;Cici&gt;; L"))
            #expect(page.contains("To be published: lists 3, candidates 7."))
            // Handing in again begins with what was handed in last.
            let again = try await office.desk("?list=1-1").body
            #expect(again.contains("1. H. Ani, S.H.; L\n2. Budi; P\n3. &lt;Cici&gt;; L</textarea>"))
            #expect(try await office.desk("?list=x").status == 200)

            try await office.take(.provisional, ["date": "2018-08-12"])
            _ = try await stage("provisional lists (DCS)", [.objection, .replacement, .final])
            try await office.take(
                .objection,
                ["district": "1", "contestant": "1", "number": "2", "claim": "ijazah", "date": "2018-08-15"]
            )
            _ = try await stage("provisional lists (DCS)", [.objection, .answer, .replacement, .final])
            try await office.take(
                .answer,
                ["objection": "1", "outcome": "upheld", "reason": "benar", "date": "2018-08-20"]
            )
            try await office.take(
                .replacement,
                [
                    "district": "1", "contestant": "1", "number": "2", "successor": "Hj. Hana, S.E.; P",
                    "reason": "after-objection", "date": "2018-08-25", "reference": "7/P",
                    "noted": "2018-08-24",
                ]
            )
            try await office.take(
                .replacement,
                [
                    "district": "1", "contestant": "19", "number": "3", "successor": "",
                    "reason": "died", "date": "2018-08-26", "reference": "8/P", "noted": "2018-08-24",
                ]
            )
            let changed = try await stage("provisional lists (DCS)", [.objection, .replacement, .final])
            #expect(changed.contains("Kecil 1 · Alpha, number 2") && changed.contains("upheld: benar"))
            #expect(changed.contains("Hj. Hana, S.E.") && changed.contains("nobody"))
            try await office.decide()
            try await office.take(.final, ["date": "2018-09-20", "decision": "1-1"])
            _ = try await stage("final lists (DCT)", [.status])
            let status = [
                "district": "1", "contestant": "1", "number": "1", "status": "died", "date": "2019-01-10",
                "reference": "474/AKTA", "noted": "2019-01-09",
            ]
            try await office.take(.status, status)
            let last = try await stage("final lists (DCT)", [.status])
            #expect(last.contains("a mark for it is a vote for the party"))
            let state = await office.office.state.candidacies[.regencyCouncil]
            #expect(state?.final?.decision == DecisionKey(plenary: 1, decision: 1))
            #expect(
                state?.final?.lists[0].candidates[0].name
                    == PersonName(before: "H.", name: "Ani", after: "S.H.")
            )
            #expect(state?.statuses.count == 1)
            let overview = try await office.office.get("/en/desk/candidates", office.session).body
            #expect(overview.contains("final lists (DCT)") && overview.contains("3 of 4"))
        }
    }

    @Test("a form that is sent twice is done once")
    func once() async throws {
        try await CandidacyOffice.with { office in
            var sent = ["request": "the same"]
            for (name, value) in Self.list { sent["submission-\(name)"] = value }
            for _ in 1...2 {
                let reply = try await office.office.post(
                    CandidacyOffice.page + "/submission",
                    sent,
                    office.session
                )
                #expect(reply.status == 303)
            }
            #expect(await office.office.state.candidacies[.regencyCouncil]?.submissions.count == 1)
        }
    }

    @Test("are nobody's who has no permission, and there are none of a president")
    func permission() async throws {
        try await CandidacyOffice.with { office in
            let typist = try await office.office.session("ani")
            for path in ["/desk/candidates", "/desk/candidates/dprd-kabko"] {
                #expect(try await office.office.get(path, typist).status == 403)
                #expect(try await office.office.get(path, office.session).status == 200)
            }
            for step in CandidacyStepForm.allCases {
                let path = "\(CandidacyOffice.page)/\(step.rawValue)"
                #expect(try await office.office.post(path, ["request": "1"], typist).status == 403)
                #expect(try await office.send(step, [:], ballot: "ppwp").status == 404)
                #expect(try await office.send(step, [:], ballot: "dpr").status == 404)
            }
            #expect(try await office.office.get("/desk/candidates/ppwp", office.session).status == 404)
            let list = try await office.office.get("/en/desk/plenaries", office.session).body
            #expect(list.contains("href=\"/en/desk/candidates\""))
            let others = try await office.office.get("/en/desk", typist).body
            #expect(!others.contains("/desk/candidates"))
        }
    }

    @Test("no form is offered once forms are typed, and the page says why")
    func counted() async throws {
        try await CandidacyOffice.with { office in
            let reply = try await office.office.ask(
                "/api/v1/desks",
                as: "sari",
                ["request": "d", "ballot": "dprd-kabko"]
            )
            #expect(reply.status == 201, "\(reply.body)")
            let page = try await office.desk().body
            #expect(
                page.contains("Forms of this ballot are read or typed already; its lists can change no more.")
            )
            #expect(!page.contains("id=\"submission\""))
            let late = try await office.send(.submission, Self.list)
            #expect(late.status == 422 && late.wrong.contains("forms of this ballot are read"))
        }
    }

    @Test("programs are told of them as they are described, handed in or published")
    func programs() async throws {
        try await CandidacyOffice.with { office in
            func told() async throws -> [String: Any] {
                let document = try await office.office.ask("/api/v1/openapi.json", as: nil).json
                let reply = try await office.office.ask("/api/v1/candidacies", as: "kiki")
                let schema = JSONSchema(document: document)
                let described = ["$ref": "#/components/schemas/candidacy"]
                let all = try #require(reply.json["candidacies"] as? [[String: Any]], "\(reply.body)")
                #expect(all.count == 1)
                let first = try #require(all.first)
                #expect(schema.faults(first, described) == [])
                return first
            }
            #expect((try await told()["lists"] as? [Any])?.isEmpty == true)
            try await office.submit()
            let handedIn = try await told()
            #expect(handedIn["stage"] as? String == "submitted")
            #expect((handedIn["lists"] as? [[String: Any]])?.map { $0["round"] as? Int } == [1, 1, 1])
            try await office.take(.provisional, ["date": "2018-08-12"])
            try await office.take(
                .objection,
                ["district": "1", "contestant": "1", "claim": "ijazah", "date": "2018-08-15"]
            )
            let published = try await told()
            #expect(published["stage"] as? String == "provisional")
            #expect(published["date"] as? String == "2018-08-12")
            #expect((published["objections"] as? [Any])?.count == 1)
            #expect(try await office.office.ask("/api/v1/candidacies", as: "ani").status == 403)
        }
    }
}
