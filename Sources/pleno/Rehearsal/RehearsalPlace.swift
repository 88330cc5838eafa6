import ArgumentParser
import Elections
import Exchange
import Foundation
import Office
import SQLiteStorage
import Rehearsal
import TransparencyLog

/// What somebody asked of a rehearsal; `nil` for what is left to it.
struct RehearsalWish {
    var subdistrict: RegionCode?
    /// Whether the whole election is wished for.
    var isWhole = false
    var ballots: [Ballot]?
    var seed: Int?
    var errors: Int?

    /// Whether a plan is as it was wished.
    func fits(_ plan: RehearsalPlan) -> Bool {
        subdistrict ?? plan.place == plan.place && (!isWhole || plan.isWhole)
            && Set(ballots ?? plan.ballots) == Set(plan.ballots)
            && seed ?? plan.seed == plan.seed && errors ?? plan.errors == plan.errors
    }
}

/// The directory of a rehearsal's office, and that of its keys beside it.
struct RehearsalPlace {
    let place: OfficePlace

    /// The keys, beside the office and never in it.
    var keys: KeyFolder { KeyFolder(path: directory + "-keys") }

    /// The path without a slash at its end.
    private var directory: String {
        var path = Substring(place.path)
        while path.count > 1, path.last == "/" { path.removeLast() }
        return String(path)
    }

    /// Opens the office, which is made where nothing is.
    ///
    /// - Throws: An exit code, after the reason, when something else is there than the rehearsal asked for.
    func open(
        _ wish: RehearsalWish,
        from folder: String?
    ) async throws -> (any RunningOffice, SQLiteStore?, RehearsalPlan) {
        _ = try place.directory()
        if !place.isOffice { try await begin(wish, from: folder) }
        let (office, store) = try await place.openToServe()
        let reason: String
        switch RehearsalPlan(of: await office.view.state) {
        case let plan? where wish.fits(plan): return (office, store, plan)
        case let plan?:
            reason = Terminal.say(
                "latihan ini dimulai dengan \(plan.words); mulai latihan lain di tempat lain",
                "this rehearsal was begun with \(plan.words); begin another one elsewhere"
            )
        case nil:
            reason = Terminal.say(
                "kantor ini bukan latihan yang dimulai pleno rehearse; tidak ada yang diubah",
                "this office is no rehearsal that pleno rehearse began; nothing was changed"
            )
        }
        await office.close()
        throw refuse(reason)
    }

    private func refuse(_ reason: String) -> ExitCode {
        Terminal.warn("\(place.path): \(reason)".visible)
        return ExitCode(2)
    }

    /// Makes the office, whole or not at all: keys, register, people, desks.
    private func begin(_ wish: RehearsalWish, from folder: String?) async throws {
        try place.checkIsFree()
        guard let folder else {
            throw refuse(
                Terminal.say(
                    "belum ada; sebut pemilu yang dilatih dengan --from",
                    "not there yet; say with --from which election is rehearsed"
                )
            )
        }
        let real = try await load(folder).election
        let plan: RehearsalPlan
        do throws(RehearsalFault) {
            plan = try RehearsalPlan(
                real,
                subdistrict: wish.subdistrict,
                isWhole: wish.isWhole,
                ballots: wish.ballots ?? (wish.isWhole ? real.rehearsableBallots : nil),
                seed: wish.seed ?? 1,
                errors: wish.errors ?? 20
            )
        } catch {
            Terminal.warn("\(folder): \(error.words[Terminal.language])".visible)
            throw ExitCode(2)
        }
        let election = real.rehearsed(plan.ballots)
        let named = try await namedKeys()
        _ = try await place.create { office throws(Refusal) in
            let console = OfficePlace.console
            for (number, acts) in Act.takingOver(election).enumerated() {
                _ = try await office.perform(.takeOver(acts), as: console, request: "take-over-\(number + 1)")
            }
            for (number, act) in (named + People.opened(for: plan, of: election)).enumerated() {
                _ = try await office.perform(.perform(act), as: console, request: "rehearsal-\(number + 1)")
            }
            let chair = Officer(signedIn: People.chair)
            for (number, act) in People.desks(for: plan).enumerated() {
                _ = try await office.perform(.perform(act), as: chair, request: "desk-\(number + 1)")
            }
        }
    }

    /// The acts that make its keys known; made before, by a rehearsal that was broken off, they are taken.
    private func namedKeys() async throws -> [Act] {
        if !FileManager.default.fileExists(atPath: keys.path) {
            let letters = URL(filePath: directory).lastPathComponent.lowercased().utf8.map { byte in
                let isPlain = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
                return isPlain ? byte : UInt8(ascii: "-")
            }
            let name = "localhost/" + String(decoding: letters.prefix(60), as: UTF8.self)
            guard let name = try? KeyName(name) else { preconditionFailure("plain letters and hyphens") }
            try await keys.make(name)
        }
        var acts: [Act] = []
        for purpose in [KeyNamed.Purpose.rehearsal, .documents] {
            let key = try await keys.key(for: purpose).verifier.text
            acts.append(.keyNamed(KeyNamed(purpose: purpose, key: key)))
        }
        return acts
    }
}
