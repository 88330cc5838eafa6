/// Every operation of a server; an address and a method lead to one, or to none.
struct EndpointTable<Permission: Sendable, Caller: Sendable>: Sendable {
    /// The operations, in the order given.
    let endpoints: [Endpoint<Permission, Caller>]
    /// The places of those whose paths begin alike and are as long: a request is held against few.
    private let places: [Beginning: [Int]]

    private struct Beginning: Hashable {
        let steps: Int
        /// The first step; `nil` for any, and for none.
        let word: String?
    }

    /// A table.
    ///
    /// - Throws: ``EndpointClash`` when two operations have the same method and the same paths, or a path names
    ///   a parameter twice.
    /// - Complexity: O(endpoints).
    init(_ endpoints: [Endpoint<Permission, Caller>]) throws(EndpointClash) {
        var known: Set<String> = []
        for endpoint in endpoints {
            let names = endpoint.path.parameters.map(\.name)
            guard Set(names).count == names.count else { throw .parameterTwice(endpoint.path.template) }
            guard known.insert("\(endpoint.method.rawValue) \(endpoint.path.shape)").inserted else {
                throw .sameOperation(endpoint.method, endpoint.path.template)
            }
        }
        self.endpoints = endpoints
        places = Dictionary(grouping: endpoints.indices) { place in
            let steps = endpoints[place].path.steps
            if case .word(let word) = steps.first { return Beginning(steps: steps.count, word: word) }
            return Beginning(steps: steps.count, word: nil)
        }
    }

    /// The places of operations that a path may lead to, in the order given.
    private func places(for path: RequestPath) -> [Int] {
        let words = path.steps.first.map { [nil, $0] } ?? [nil]
        return words.flatMap { places[Beginning(steps: path.steps.count, word: $0)] ?? [] }.sorted()
    }

    /// An operation, and what stands in the place of its path's parameters.
    struct Match: Sendable {
        let endpoint: Endpoint<Permission, Caller>
        let values: [String: String]
    }

    /// The operation at an address; what is read there may also be asked for by `HEAD`.
    ///
    /// Where a word and a parameter fit, the word is meant.
    ///
    /// - Throws: ``Refusal/Code/notFound`` when nothing is there, ``Refusal/Code/method`` when other things can
    ///   be done there.
    /// - Complexity: O(endpoints of that length and first step × steps).
    func match(_ method: Method, _ path: RequestPath) throws(Refusal) -> Match {
        let here = places(for: path).compactMap { place in
            endpoints[place].path.values(in: path).map { Match(endpoint: endpoints[place], values: $0) }
        }
        let wanted = method == .head ? .get : method
        let fitting = here.filter { $0.endpoint.method == wanted || $0.endpoint.method == method }
        let best = fitting.max { left, right in
            let (left, right) = (
                left.endpoint.path.steps.map(\.isWord), right.endpoint.path.steps.map(\.isWord)
            )
            return left.lexicographicallyPrecedes(right) { !$0 && $1 }
        }
        if let best { return best }
        guard !here.isEmpty else { throw Refusal(.notFound) }
        let allow = Set(here.flatMap { $0.endpoint.method == .get ? [.get, .head] : [$0.endpoint.method] })
        throw Refusal(.method, allow: Method.allCases.filter(allow.contains))
    }
}

/// Why operations do not make a table.
enum EndpointClash: Error, Hashable {
    /// Two do the same at the same place.
    case sameOperation(Method, String)
    /// A path names a parameter twice.
    case parameterTwice(String)
}
