import Apportionment
import Elections
import TestSupport
import Testing

@Suite("The laws")
struct LawTests {
    private func isWhole(_ text: LocalizedText) -> Bool {
        Language.allCases.allSatisfy { !text[$0].isEmpty && text[$0] == text[$0].trimmingSpaces }
    }

    @Test("are known by different names, earliest first")
    func names() {
        #expect(Set(Law.all.map(\.id)).count == Law.all.count)
        for law in Law.all { #expect(Law.named(law.id) == law) }
        let days = Law.all.map(\.votingDay.description)
        #expect(days == days.sorted())
        #expect(Law.all.count == 7)
        #expect(Law.named("pemilu1955") == nil)
    }

    @Test("are complete: every ballot has a winner, voters, forms and a source", arguments: Law.all)
    func ballots(law: Law) {
        #expect(isWhole(law.title))
        #expect(!law.source.isEmpty)
        #expect(!law.ballots.isEmpty)
        for (ballot, rules) in law.ballots {
            #expect(isWhole(rules.winner), "\(ballot)")
            #expect(isWhole(rules.voters), "\(ballot)")
            #expect(!rules.forms.station.isEmpty, "\(ballot)")
            // The article on the Regional Representative Council of 2014 could not be read; none is invented.
            let isUnread = law.id == "pemilu2014" && ballot == .senate
            #expect(rules.source.contains(isUnread ? "UU 8/2012" : "art."))
            #expect(rules.forms.tiers.allSatisfy { !$0.name.isEmpty })
            #expect(Set(rules.forms.names).count == rules.forms.names.count, "\(ballot)")
            // Lists divide seats; nobody else does.
            #expect((rules.seats != nil) == (ballot.choice == .list), "\(ballot)")
            if let colour = rules.colour { #expect(isWhole(colour)) }
            let isGeneral = ballot != .governor && ballot != .regent
            #expect(isGeneral == (law.kind == .general), "\(ballot)")
        }
        #expect(Set(law.ballotsInOrder) == Set(law.ballots.keys))
    }

    @Test("name each list of voters once, the permanent one first", arguments: Law.all)
    func rolls(law: Law) {
        #expect(law.rolls.first?.roll == .permanent)
        #expect(Set(law.rolls.map(\.roll)).count == law.rolls.count)
        #expect(Set(law.rolls.map(\.acronym)).count == law.rolls.count)
        for roll in law.rolls {
            #expect(isWhole(roll.name))
            #expect(law.name(of: roll.roll) == roll.acronym)
            #expect(roll.roll != .all)
        }
        #expect(law.name(of: .all) == nil)
    }

    @Test("word every rule, and an open one in readings that a decision can tell apart", arguments: Law.all)
    func rules(law: Law) {
        let names = law.rules.map { law.name(of: $0.id) }
        #expect(Set(names).count == names.count)
        for rule in law.rules {
            let name = law.name(of: rule.id)
            #expect(law.rule(named: name) == rule)
            #expect(isWhole(rule.title), "\(name)")
            #expect(isWhole(rule.provision.source), "\(name)")
            let readings = rule.provision.readings
            #expect(rule.provision.isOpen == !readings.isEmpty)
            #expect(Set(readings.map(\.id)).count == readings.count, "\(name)")
            for reading in readings {
                #expect(isWhole(reading.text) && isWhole(reading.value), "\(name)")
                #expect(reading.id.allSatisfy { $0.isASCII && !$0.isWhitespace }, "\(name): \(reading.id)")
            }
            if let value = rule.provision.value(nil) { #expect(isWhole(value), "\(name)") }
        }
        #expect(law.rule(named: "nothing") == nil)
    }

    @Test("wait for a decision on what they leave open, and take the reading it picks", arguments: Law.all)
    func decisions(law: Law) {
        let basis = LocalizedText(id: "BA", en: "minutes")
        for rule in law.rules {
            let provision = rule.provision
            guard provision.isOpen else {
                let decision = Decision(rule: rule.id, reading: "other", basis: basis)
                #expect(provision.value(decision) == provision.value(nil))
                continue
            }
            #expect(provision.value(nil) == nil)
            #expect(provision.value(Decision(rule: rule.id, reading: "nothing", basis: basis)) == nil)
            for reading in provision.readings {
                let decision = Decision(rule: rule.id, reading: reading.id, basis: basis)
                #expect(provision.value(decision) == reading.value)
            }
        }
    }

    @Test("plan stages in the order of their beginning, none ending before it begins", arguments: Law.all)
    func stages(law: Law) {
        let days = law.stages.flatMap { stage in
            (stage.days.value(nil).map { [$0] } ?? []) + stage.days.readings.map(\.value)
        }
        #expect(days.allSatisfy { $0.first.description <= $0.last.description })
        let beginnings = law.stages.compactMap { stage in
            (stage.days.value(nil) ?? stage.days.readings.first?.value)?.first.description
        }
        #expect(beginnings.count == law.stages.count)
        #expect(beginnings == beginnings.sorted())
        let voting = law.stages.filter { $0.kind == .voting && $0.name == nil }
        #expect(voting.contains { $0.days.value(nil)?.first == law.votingDay })
    }

    @Test("set each deadline once, in days that can be counted", arguments: Law.all)
    func deadlines(law: Law) {
        #expect(Set(law.deadlines.map(\.kind)).count == law.deadlines.count)
        for deadline in law.deadlines {
            let periods =
                deadline.period.readings.map(\.value) + [deadline.period.value(nil)].compactMap(\.self)
            #expect(!periods.isEmpty)
            #expect(periods.allSatisfy { $0.count >= 0 })
        }
    }

    @Test("set every kind of deadline between them, worded in both languages")
    func kinds() {
        let kinds = Set(Law.all.flatMap(\.deadlines).map(\.kind))
        #expect(kinds == Set(Deadline.Kind.allCases))
        for kind in Deadline.Kind.allCases { #expect(isWhole(kind.name), "\(kind)") }
        #expect(Set(Deadline.Kind.allCases.map(\.name)).count == Deadline.Kind.allCases.count)
        for event in Deadline.Event.allCases { #expect(isWhole(event.name), "\(event)") }
    }

    @Test("say how each ballot without lists elects, and what its ties ask for is a rule", arguments: Law.all)
    func winners(law: Law) throws {
        for (ballot, rules) in law.ballots {
            guard let rule = rules.winners(in: nil) else {
                #expect(ballot.choice == .list)
                continue
            }
            #expect(rule.places == (ballot == .senate ? 4 : 1))
            #expect((rule.majority != nil) == (ballot == .president))
            #expect(isWhole(rule.source))
            switch try #require(rule.tie).asks {
            case .wider: #expect(law.spread != nil)
            case .moreEven: #expect(law.evenSpread != nil)
            }
            // Only Jakarta has a rule of its own, for its governor.
            for (code, own) in [("31", ballot == .governor), ("73", false)] {
                let other = rules.winners(in: try RegionCode(parsing: code))
                #expect((other != rule) == own, "\(ballot) \(code)")
            }
        }
        #expect((law.petition != nil) == (law.kind == .regional))
    }

    @Test("give a council its sizes in order, and its districts three to twelve seats", arguments: Law.all)
    func councils(law: Law) throws {
        #expect((law.councilSizes == nil) == (law.ballots[.regencyCouncil] == nil))
        guard let sizes = law.councilSizes?.value(nil) else { return }
        let populations = sizes.compactMap(\.population)
        #expect(populations == populations.sorted() && Set(populations).count == populations.count)
        #expect(sizes.map(\.seats) == sizes.map(\.seats).sorted())
        #expect(sizes.last?.population == nil)
        #expect(populations.count == sizes.count - 1)
        #expect(law.districtSeats?.value(nil) == 3...12)
    }

    /// P01 and P02 need the station's limit, the reserve and the supply.
    @Test("leave P01 and P02 unasked while a rule is open, and asked once it is decided", arguments: Law.all)
    func openRules(law: Law) throws {
        var office = Office()
        office.law = law
        let ballot = try #require(law.ballotsInOrder.first)
        let lists = law.rolls.map { "electorate_\($0.roll.rawValue)_total=100" }.joined(separator: " ")
        office.papers[0].ballot = ballot
        office.papers[0].readings = [["0 votes_1=1 votes_2=2 papers_received=1 \(lists)"]]
        let before = try office.snapshot()
        #expect(before.tallies("P01").isEmpty == law.stationLimit.isOpen)
        #expect(before.tallies("P02").isEmpty == (law.reserve.isOpen || law.supply.isOpen))
        let basis = LocalizedText(id: "BA", en: "minutes")
        office.decisions =
            law.stationLimit.readings.prefix(1).map {
                Decision(rule: .stationLimit, reading: $0.id, basis: basis)
            }
            + law.reserve.readings.prefix(1).map { Decision(rule: .reserve, reading: $0.id, basis: basis) }
            + law.supply.readings.prefix(1).map { Decision(rule: .supply, reading: $0.id, basis: basis) }
        #expect(try office.snapshot().tallies("P01").map(\.applicable) == [1])
        #expect(try office.snapshot().tallies("P02").map(\.failures) == [1])
    }

    @Test(
        "of 2014 divided seats by the Hare quota, those since by Sainte-Laguë; only the house has a threshold"
    )
    func seats() {
        for law in Law.all {
            for (ballot, rules) in law.ballots {
                guard let seats = rules.seats else { continue }
                #expect(seats.method == (law.id == "pemilu2014" ? .hare : .sainteLague))
                #expect((seats.threshold != nil) == (ballot == .house))
            }
        }
        #expect(Law.pemilu2019.ballots[.house]?.seats?.threshold == Threshold(1, of: 25))
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
