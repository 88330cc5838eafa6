extension Pixels {
    /// The picture in another size: each new pixel is the mean of the area it covers, rounded.
    ///
    /// Whole numbers throughout, so that it is the same on every machine.
    ///
    /// - Parameters:
    ///   - columns: Its new width, at least 1.
    ///   - rows: Its new height, at least 1.
    /// - Returns: The picture in that size.
    /// - Complexity: O(pixels of both).
    func scaled(to columns: Int, _ rows: Int) -> Pixels {
        guard columns != width || rows != height else { return self }
        let across = Share.all(of: width, in: columns)
        let down = Share.all(of: height, in: rows)
        let area = UInt64(width) * UInt64(height)
        var result = [UInt8](repeating: 0, count: columns * rows * channels)
        var sums = [UInt32](repeating: 0, count: width * channels)
        var next = 0
        for row in 0..<rows {
            for index in sums.indices { sums[index] = 0 }
            while next < down.count, down[next].target == row {
                add(row: down[next].place, times: down[next].weight, to: &sums)
                next += 1
            }
            for channel in 0..<channels {
                let start = row * columns * channels + channel
                var sum: UInt64 = 0
                for index in across.indices {
                    let share = across[index]
                    sum += UInt64(sums[share.place * channels + channel]) * UInt64(share.weight)
                    guard index + 1 == across.count || across[index + 1].target != share.target else {
                        continue
                    }
                    result[start + share.target * channels] = UInt8(
                        truncatingIfNeeded: (sum + area / 2) / area
                    )
                    sum = 0
                }
            }
        }
        return Pixels(width: columns, height: rows, channels: channels, samples: result)
    }

    /// The size with the same shape whose longest side is `side`, or its own when that is shorter.
    static func size(within side: Int, width: Int, height: Int) -> (width: Int, height: Int) {
        let longest = max(width, height)
        guard longest > side else { return (width, height) }
        func scaled(_ length: Int) -> Int { max(1, (length * side + longest / 2) / longest) }
        return (scaled(width), scaled(height))
    }

    private func add(row: Int, times weight: UInt32, to sums: inout [UInt32]) {
        let from = samples.span.extracting(row * sums.count..<(row + 1) * sums.count)
        var to = sums.mutableSpan
        for index in 0..<from.count { to[index] &+= UInt32(from[index]) &* weight }
    }
}

/// How much of an old place lies in a new one.
private struct Share {
    let target: Int
    let place: Int
    /// Those of one new place come to the number of old ones: with 255 of them, less than 2³².
    let weight: UInt32

    /// The shares of every new place, in order.
    static func all(of old: Int, in new: Int) -> [Share] {
        // A line of `old * new` parts: an old place is `new` of them, a new one `old`.
        var shares: [Share] = []
        for target in 0..<new {
            let (start, end) = (target * old, (target + 1) * old)
            for place in start / new...(end - 1) / new {
                let weight = min(end, (place + 1) * new) - max(start, place * new)
                shares.append(Share(target: target, place: place, weight: UInt32(weight)))
            }
        }
        return shares
    }
}
