extension Incoming {
    /// The network of whoever asks, by which attempts are counted: the whole address of IPv4, the first 64 bits of
    /// IPv6, since a household has all addresses behind them.
    var network: String { peer.map(Self.network) ?? "unknown" }

    /// The network of an address as the system writes it.
    ///
    /// - Source: RFC 4291 sections 2.2 (zeros left out) and 2.5.5.2 (IPv4 within IPv6).
    static func network(_ address: String) -> String {
        let plain = address.prefix { $0 != "%" }
        guard plain.contains(":") else { return String(plain) }
        if let last = plain.split(separator: ":").last, last.contains(".") { return String(last) }
        let start = plain.firstRange(of: "::")?.lowerBound ?? plain.endIndex
        var groups = plain[..<start].split(separator: ":").prefix(4).map(String.init)
        if groups.count < 4, start < plain.endIndex {
            let behind = plain[start...].split(separator: ":").map(String.init)
            let zeros = 8 - groups.count - behind.count
            groups += Array(repeating: "0", count: max(0, zeros)) + behind
        }
        return groups.prefix(4).joined(separator: ":") + "::"
    }
}
