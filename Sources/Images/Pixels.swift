/// A picture unpacked: grey, or red, green and blue.
struct Pixels: Hashable, Sendable {
    let width: Int
    let height: Int
    /// 1 when it is grey, else 3.
    let channels: Int
    /// Row by row from the top, `width * height * channels` of them.
    let samples: [UInt8]

    init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
        precondition(samples.count == width * height * channels, "rows have no gaps")
        self.width = width
        self.height = height
        self.channels = channels
        self.samples = samples
    }

    /// A part of it.
    ///
    /// - Complexity: O(pixels of the part).
    func cut(_ region: PictureRegion) -> Pixels {
        var cut: [UInt8] = []
        cut.reserveCapacity(region.width * region.height * channels)
        for row in region.y..<region.y + region.height {
            let start = (row * width + region.x) * channels
            cut += samples[start..<start + region.width * channels]
        }
        return Pixels(width: region.width, height: region.height, channels: channels, samples: cut)
    }

    /// The picture as it is shown.
    ///
    /// - Complexity: O(pixels).
    func turned(_ orientation: Orientation) -> Pixels {
        guard orientation != .upright else { return self }
        let (columns, rows) = orientation.exchangesSides ? (height, width) : (width, height)
        let (width, height, channels) = (width, height, channels)
        // What one column and one row of the turned picture are in the samples of this one.
        let (acrossStored, downStored) = (
            orientation.flipsColumns ? -channels : channels,
            orientation.flipsRows ? -width * channels : width * channels
        )
        let first =
            (orientation.flipsColumns ? (width - 1) * channels : 0)
            + (orientation.flipsRows ? (height - 1) * width * channels : 0)
        let (across, down) =
            orientation.exchangesSides ? (downStored, acrossStored) : (acrossStored, downStored)
        var turned = [UInt8](repeating: 0, count: samples.count)
        let from = samples.span
        var to = turned.mutableSpan
        var target = 0
        for row in 0..<rows {
            var source = first + row * down
            for _ in 0..<columns {
                for channel in 0..<channels { to[target + channel] = from[source + channel] }
                target += channels
                source += across
            }
        }
        return Pixels(width: columns, height: rows, channels: channels, samples: turned)
    }

    /// The lightness of each pixel.
    ///
    /// - Complexity: O(pixels).
    /// - Source: ITU-R BT.601, in 256ths.
    func grey() -> Pixels {
        guard channels == 3 else { return self }
        let from = samples.span
        let grey = (0..<width * height).map { pixel in
            let light =
                77 * Int(from[3 * pixel]) + 150 * Int(from[3 * pixel + 1]) + 29 * Int(from[3 * pixel + 2])
            return UInt8(truncatingIfNeeded: (light + 128) >> 8)
        }
        return Pixels(width: width, height: height, channels: 1, samples: grey)
    }
}
