/// Which files are needed though no act names them yet, and whose turn it is to have a picture looked at.
actor EvidenceHolds {
    private var held: [String: Int] = [:]
    private var erasing: [String: [CheckedContinuation<Void, Never>]] = [:]
    private var isLooking = false
    private var queue: [CheckedContinuation<Void, Never>] = []

    /// Keeps a file from being erased until it is let go; one that is just being erased is gone when this returns.
    func hold(_ digest: String) async {
        while erasing[digest] != nil {
            await withCheckedContinuation { erasing[digest]?.append($0) }
        }
        held[digest, default: 0] += 1
    }

    /// Lets a file go.
    func letGo(_ digest: String) {
        guard let count = held[digest] else { return }
        held[digest] = count > 1 ? count - 1 : nil
    }

    /// Begins to erase a file; `false` while somebody holds or erases it.
    func beginErasing(_ digest: String) -> Bool {
        guard held[digest] == nil, erasing[digest] == nil else { return false }
        erasing[digest] = []
        return true
    }

    /// It is erased, or not to be.
    func endErasing(_ digest: String) {
        for waiter in erasing.removeValue(forKey: digest) ?? [] { waiter.resume() }
    }

    /// Waits until no other picture is looked at: unpacked, one takes hundreds of megabytes.
    func takeTurn() async {
        guard isLooking else { return isLooking = true }
        await withCheckedContinuation { queue.append($0) }
    }

    /// Gives the turn to who has waited longest.
    func giveTurn() {
        guard !queue.isEmpty else { return isLooking = false }
        queue.removeFirst().resume()
    }
}
