public import Elections

extension EvidenceRoom {
    /// Keeps files that were made or looked at before, and asks for the act that names them.
    ///
    /// Where the act is refused, the bytes are erased again, unless another act names them.
    ///
    /// - Parameters:
    ///   - contents: The bytes of the files, ``Evidence/largest`` each at most.
    ///   - permission: What it takes in the whole election; looked at before a byte is stored.
    ///   - officer: Who asks.
    ///   - request: The officer's own name for it.
    ///   - act: The act that names them, in their order.
    /// - Returns: Where it stands.
    /// - Throws: ``EvidenceRefusal``.
    /// - Complexity: O(bytes).
    public func keep(
        _ contents: [[UInt8]],
        for permission: Permission,
        as officer: Officer,
        request: String,
        act: @Sendable ([EvidenceFile]) -> Act
    ) async throws(EvidenceRefusal) -> Receipt {
        do throws(Refusal) { try officer.check(request) } catch { throw .refused(error) }
        let view = await office.view
        guard
            view.state.permits(
                permission,
                at: [nil],
                to: officer.account,
                officer.rights,
                at: max(now(), view.time)
            )
        else { throw .refused(.notPermitted(permission)) }
        var held: [String] = []
        let answer: Result<Receipt, EvidenceRefusal>
        do throws(EvidenceRefusal) {
            var files: [EvidenceFile] = []
            for bytes in contents { files.append(try await keep(bytes, holding: &held)) }
            do throws(Refusal) {
                answer = .success(
                    try await office.perform(.perform(act(files)), as: officer, request: request)
                )
            } catch {
                throw .refused(error)
            }
        } catch {
            answer = .failure(error)
        }
        await letGo(held, answer)
        return try answer.get()
    }
}
