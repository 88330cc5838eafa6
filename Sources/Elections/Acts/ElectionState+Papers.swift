extension ElectionState {
    /// Folds what is done about papers into the state.
    mutating func applyOfPapers(_ act: PaperAct) throws(ActFault) {
        do throws(PaperFault) {
            switch act {
            case .issued(let act): try papers.issue(act)
            case .returned(let act): try papers.take(act)
            case .worded(let act):
                let stage = plenaries[act.plenary]?.stage
                guard let stage, stage != .called, stage != .abandoned else { throw .plenary(act.plenary) }
                try papers.word(act)
            }
        } catch {
            throw .paper(error)
        }
    }

    /// Whether a file of the store must be there: evidence that stands, a paper that was issued, or what came back.
    public func needs(_ digest: EvidenceDigest) -> Bool { evidence.needs(digest) || papers.needs(digest) }
}
