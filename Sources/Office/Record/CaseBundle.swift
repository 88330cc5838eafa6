public import Elections
public import TransparencyLog

/// The evidence of a case as a public record holds it: each publication with the proof that the record holds it.
public struct CaseBundle: Sendable {
    /// A publication that is evidence.
    public struct Piece: Sendable {
        /// What it is evidence of; `nil` of what the case itself says.
        public let item: CaseEvidence?
        /// Its place in the record, from 0.
        public let index: Int
        /// Its bytes.
        public let text: [UInt8]
        /// The proof that the record holds it, under the record's last checkpoint.
        public let proof: ProofFile
    }

    /// The case.
    public let dispute: DisputeCase
    /// What is in it, in the order of the record.
    public let pieces: [Piece]
    /// The pieces of evidence that are papers, which no record holds.
    public let papers: [Revote.Paper]

    /// Reads a record from the first publication to the last, and takes the evidence of a case out of it.
    ///
    /// - Parameters:
    ///   - number: The case's number.
    ///   - reader: The record.
    /// - Returns: The bundle, and what was read; `nil` where the record has no such case.
    /// - Throws: ``RecordRefusal`` where the record does not hold.
    /// - Complexity: O(size of the record).
    public static func read(
        case number: Int,
        from reader: inout RecordReader
    ) async throws(RecordRefusal) -> (CaseBundle, RecordReader.Report)? {
        reader.keepsActs = true
        let report = try await reader.read()
        guard let dispute = report.record.state.cases[number] else { return nil }
        let items = dispute.bundles.flatMap(\.items)
        var pieces: [Piece] = []
        let state = report.record.state
        for kept in reader.kept {
            // What others read beside the office's forms is no evidence of what counts.
            if case .formsTaken(let taken) = kept.act,
                state.contestWithoutForms(of: taken.ballot)?.readings.contains(where: {
                    $0.id == taken.reading && $0.comparison != nil
                }) == true
            {
                continue
            }
            let item = items.first { $0.isShown(by: kept.act) }
            guard item != nil || kept.act.isOf(number) else { continue }
            guard let hashes = reader.inclusion(of: kept.index)?.hashes,
                let proof = try? ProofFile(index: kept.index, hashes: hashes, note: report.note)
            else { continue }
            pieces.append(Piece(item: item, index: kept.index, text: kept.text, proof: proof))
        }
        let papers = items.compactMap { if case .paper(let paper) = $0 { paper } else { nil } }
        return (CaseBundle(dispute: dispute, pieces: pieces, papers: papers), report)
    }
}

extension Act {
    /// Whether it is about a case.
    fileprivate func isOf(_ number: Int) -> Bool {
        if case .dispute(let act) = self { act.number == number } else { false }
    }
}

extension CaseEvidence {
    /// Whether an act says what the piece of evidence is.
    fileprivate func isShown(by act: Act) -> Bool {
        switch (self, act) {
        case (.form(let form), .formsTaken(let taken)):
            taken.ballot == form.ballot
                && taken.villages.contains { village in
                    village.code == form.station.village
                        && village.forms.contains {
                            $0.station == form.station.number && $0.version == form.version
                        }
                }
        case (.certificate(let plenary), .figuresCertified(let figures)): figures.plenary == plenary
        case (.certificate(let plenary), .plenary(.certified(let step))): step.plenary == plenary
        case (.photo(let digest), .evidenceAdded(let added)): added.copy?.digest == digest
        default: false
        }
    }
}
