import Elections

/// What can be done about a result by a form; the raw value is its step in an address.
enum ResultStepForm: String, CaseIterable, Sendable {
    case determination, announcement, parties, equals, proposal, decree, oath, postponement, replacement

    /// What it does.
    var summary: LocalizedText {
        switch self {
        case .determination: LocalizedText(id: "Tetapkan", en: "Determine")
        case .announcement: LocalizedText(id: "Catat pengumuman", en: "Note the announcement")
        case .parties:
            LocalizedText(id: "Catat keputusan atas kursi seri", en: "Note a decision on tied seats")
        case .equals:
            LocalizedText(id: "Catat keputusan atas calon yang sama kuat", en: "Note a decision on equals")
        case .proposal: LocalizedText(id: "Usulkan kepada gubernur", en: "Propose to the governor")
        case .decree: LocalizedText(id: "Catat peresmian oleh gubernur", en: "Note the governor's decree")
        case .oath: LocalizedText(id: "Catat pengucapan sumpah", en: "Note the oath")
        case .postponement: LocalizedText(id: "Catat penundaan", en: "Note a postponement")
        case .replacement: LocalizedText(id: "Catat penggantian", en: "Note a replacement")
        }
    }

    /// The stages of the members it is about; none where it is about no members.
    var stages: [ElectedMember.Stage] {
        switch self {
        case .proposal: [.determined]
        case .decree: [.proposed]
        case .oath: [.decreed, .postponed]
        case .postponement: [.decreed]
        case .replacement: ElectedMember.Stage.allCases
        case .determination, .announcement, .parties, .equals: []
        }
    }

    /// The act that a sent form asks for.
    ///
    /// - Parameters:
    ///   - sent: Its fields.
    ///   - ballot: The ballot.
    ///   - state: What the office knows.
    /// - Returns: The act; or why nothing can be determined.
    /// - Throws: ``Refusal`` naming the field that is missing or wrong.
    func act(
        _ sent: Fields,
        _ ballot: Ballot,
        _ state: ElectionState
    ) throws(Refusal) -> Result<ResultAct, ResultFault> {
        guard self == .determination else { return .success(try sent.act(self, ballot)) }
        let step = try sent.needed("step") { Determination.Step(rawValue: $0) }
        let districts =
            ballot.choice == .list
            ? sent.list("district").compactMap { Int(typed: $0) } : [Determination.undivided]
        let (decision, ground) = (try sent.decision(), try sent.filled("ground"))
        let notice = step.namesNotice(of: ballot) ? try sent.paper("notice", "noticed") : nil
        return Result { () throws(ResultFault) in
            let content = try state.following(step, districts, of: ballot)
            return .determined(
                Determination(
                    of: ballot,
                    districts,
                    content,
                    by: decision,
                    notice: notice,
                    ground: ground
                )
            )
        }
    }
}

extension Fields {
    /// The act of a step that is no determination.
    fileprivate func act(_ step: ResultStepForm, _ ballot: Ballot) throws(Refusal) -> ResultAct {
        switch step {
        case .determination: throw Refusal(.notFound)
        case .announcement:
            return .announced(
                ResultAnnouncement(
                    ballot,
                    determination: try needed("determination") { Int(typed: $0) },
                    on: try day("date"),
                    copies: list("copy").compactMap { Int(typed: $0) }.sorted(),
                    hasOverseerCopy: try text("overseer") != nil
                )
            )
        case .parties:
            let seats = try needed("given") { text -> [Int: Int]? in
                var seats: [Int: Int] = [:]
                for row in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
                    let parts = row.split(separator: "=").map { Int(typed: $0) }
                    guard parts.count == 2, let party = parts[0], let count = parts[1], seats[party] == nil,
                        (1...99).contains(count)
                    else { return nil }
                    seats[party] = count
                }
                return seats.isEmpty ? nil : seats
            }
            return .seatTieDecided(
                SeatTieDecided(
                    ballot,
                    district: try needed("district") { Int(typed: $0) },
                    seats: seats,
                    by: try decision()
                )
            )
        case .equals:
            let list = try needed("list") { text -> [Int]? in
                let parts = text.split(separator: "-").compactMap { Int(typed: $0) }
                return parts.count == 2 ? parts : nil
            }
            return .listTieDecided(
                ListTieDecided(
                    ballot,
                    contestant: list[1],
                    district: list[0],
                    order: try needed("order") { text -> [Int]? in
                        let parts = text.split { !$0.isNumber }.map { Int(typed: $0) }
                        return parts.contains(nil) ? nil : parts.compactMap(\.self)
                    },
                    seats: try needed("seats") { Int(typed: $0) },
                    by: try decision()
                )
            )
        case .proposal:
            return .proposed(
                MembersProposed(
                    ballot,
                    members,
                    try paper(),
                    via: try needed("via"),
                    enclosures: try needed("enclosures").split(whereSeparator: \.isNewline).map { String($0) }
                )
            )
        case .decree: return .decreed(MembersStep(ballot, members, try paper()))
        case .oath: return .sworn(MembersStep(ballot, members, try paper()))
        case .postponement:
            return .postponed(
                MemberPostponed(
                    ballot,
                    try member(),
                    reason: try needed("reason"),
                    try paper()
                )
            )
        case .replacement:
            let member = try member()
            let district = try filled("from") { Int(typed: $0) } ?? member.district
            let list = ListKey(contestant: member.contestant, district: district)
            return .replaced(
                MemberReplaced(
                    ballot,
                    member,
                    by: CandidateKey(list, try needed("number") { Int(typed: $0) }),
                    decision: try filled("decision", DecisionKey.init(typed:)),
                    try paper()
                )
            )
        }
    }
}

extension Fields {
    /// The members who are ticked.
    fileprivate var members: [MemberKey] { list("member").compactMap(MemberKey.init(typed:)) }

    /// The member who is chosen.
    fileprivate func member() throws(Refusal) -> MemberKey { try needed("member", MemberKey.init(typed:)) }
}

extension MemberKey {
    /// Reads a seat as addresses and forms write it: district, party and seat with hyphens.
    init?(typed text: String) {
        let parts = text.split(separator: "-").compactMap { Int(typed: $0) }
        guard parts.count == 3 else { return nil }
        self.init(district: parts[0], contestant: parts[1], seat: parts[2])
    }

    /// As addresses and forms write it.
    var typed: String { "\(district)-\(contestant)-\(seat)" }
}
