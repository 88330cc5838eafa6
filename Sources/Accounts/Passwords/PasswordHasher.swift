import Dispatch

/// Does the slow part of passwords: few at once, since each takes 32 MiB, and away from the threads tasks share.
actor PasswordHasher {
    /// Too many are waiting.
    struct Busy: Error {}

    let cost: ScryptCost
    private let atOnce: Int
    private let mostWaiting: Int
    private var running = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private static let queue = DispatchQueue(label: "pleno.passwords", attributes: .concurrent)

    init(cost: ScryptCost, atOnce: Int, waiting: Int) {
        (self.cost, self.atOnce, mostWaiting) = (cost, atOnce, waiting)
    }

    /// What is to be kept of a password.
    func hash(_ password: PasswordText, salt: [UInt8]) async throws(Busy) -> PasswordHash {
        let key = try await derive(password, salt: salt, cost: cost)
        return PasswordHash(cost: cost, salt: salt, key: key)
    }

    /// Whether it is the password of a hash; without one it costs the same and is not.
    func isRight(_ password: PasswordText, _ hash: PasswordHash?) async throws(Busy) -> Bool {
        let nobody = PasswordHash(
            cost: cost,
            salt: [UInt8](repeating: 0, count: PasswordHash.saltSize),
            key: [UInt8](repeating: 0, count: PasswordHash.keySize)
        )
        let expected = hash ?? nobody
        let key = try await derive(password, salt: expected.salt, cost: expected.cost)
        return Libcrypto.areEqual(key, expected.key) && hash != nil
    }

    private func derive(
        _ password: PasswordText,
        salt: [UInt8],
        cost: ScryptCost
    ) async throws(Busy) -> [UInt8] {
        if running < atOnce {
            running += 1
        } else {
            guard waiting.count < mostWaiting else { throw Busy() }
            // Whoever leaves hands its place over, so `running` stays as it is.
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().resume() } }
        let key = await withCheckedContinuation { continuation in
            Self.queue.async {
                continuation.resume(
                    returning: Libcrypto.scrypt(
                        password.bytes,
                        salt: salt,
                        cost: cost,
                        bytes: PasswordHash.keySize
                    )
                )
            }
        }
        guard let key else { throw Busy() }
        return key
    }
}
