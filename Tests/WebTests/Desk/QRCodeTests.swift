import TestSupport
import Testing

@testable import Web

@Suite("QR codes")
struct QRCodeTests {
    /// Reads a code as a reader does that sees every module: format, mask, codewords, blocks, text.
    private static func read(_ code: QRCode) throws -> String {
        let version = try #require(QRVersion.all.first { $0.size == code.size })
        // The format beside the first finder: ten bits of correction behind level and mask.
        let places = (0...5).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (9..<15).map { (14 - $0, 8) }
        let format = places.enumerated().reduce(0) {
            $0 | (code[$1.element.0, $1.element.1] ? 1 : 0) << $1.offset
        }
        let data = (format ^ 0x5412) >> 10
        #expect(data >> 3 == 0, "level M")
        #expect(data & 7 == code.mask)
        // A grid of that version knows which modules are its patterns: what no codeword reaches.
        var ones = QRGrid(version)
        ones.place([UInt8](repeating: 0xFF, count: version.total))
        var zeros = QRGrid(version)
        zeros.place([UInt8](repeating: 0, count: version.total))
        let masked = zeros.masked(code.mask)
        var bits: [Bool] = []
        for pair in stride(from: code.size - 1, through: 1, by: -2) {
            let right = pair <= 6 ? pair - 1 : pair
            for step in 0..<code.size {
                let y = (right + 1) & 2 == 0 ? code.size - 1 - step : step
                for x in [right, right - 1] {
                    let place = y * code.size + x
                    guard ones.isDark[place], !zeros.isDark[place] else { continue }
                    bits.append(code[x, y] != masked.isDark[place])
                }
            }
        }
        let words = stride(from: 0, to: bits.count / 8 * 8, by: 8).map { start in
            bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        #expect(words.count == version.total)
        return text(words, version)
    }

    private static func text(_ words: [UInt8], _ version: QRVersion) -> String {
        let long = version.total % version.blocks
        let shortest = version.total / version.blocks - version.correction
        var blocks = [[UInt8]](repeating: [], count: version.blocks)
        var next = words.makeIterator()
        for place in 0...shortest {
            for block in blocks.indices where place < shortest || block >= version.blocks - long {
                blocks[block].append(next.next() ?? 0)
            }
        }
        var corrections = [[UInt8]](repeating: [], count: version.blocks)
        for _ in 0..<version.correction {
            for block in blocks.indices { corrections[block].append(next.next() ?? 0) }
        }
        for (block, correction) in zip(blocks, corrections) {
            // A codeword is a multiple of the generator: it is zero at each of its roots.
            var root: UInt8 = 1
            for _ in 0..<version.correction {
                let value = (block + correction).reduce(UInt8(0)) { ReedSolomon.product($0, root) ^ $1 }
                #expect(value == 0)
                root = ReedSolomon.product(root, 2)
            }
        }
        let data = blocks.flatMap(\.self)
        #expect(data[0] >> 4 == 4, "bytes")
        let nibbles = data.flatMap { [$0 >> 4, $0 & 15] }.dropFirst()
        let head = version.number < 10 ? 2 : 4
        let length = nibbles.prefix(head).reduce(0) { $0 << 4 | Int($1) }
        let rest = Array(nibbles.dropFirst(head).prefix(2 * length))
        let bytes = stride(from: 0, to: rest.count, by: 2).map { rest[$0] << 4 | rest[$0 + 1] }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("are read back, whatever they say", arguments: [0, 1, 14, 15, 106, 107, 180, 181, 287, 412])
    func roundTrip(count: Int) throws {
        var dice = Dice(salt: "qr-\(count)")
        let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789:/?&=%é".unicodeScalars)
        var text = ""
        while text.utf8.count < count {
            let letter = letters[Int.random(in: 0..<letters.count, using: &dice)]
            if text.utf8.count + String(letter).utf8.count <= count { text.unicodeScalars.append(letter) }
        }
        let code = try #require(QRCode(text))
        #expect(try Self.read(code) == text)
    }

    @Test("hold 412 bytes and not one more")
    func largest() {
        #expect(QRCode(String(repeating: "a", count: 412))?.size == 77)
        #expect(QRCode(String(repeating: "a", count: 413)) == nil)
    }

    @Test("hold as much as the table of the standard says")
    func capacities() {
        // ISO/IEC 18004:2015, table 7, level M, bytes.
        #expect(
            QRVersion.all.map(\.bytes)
                == [14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412]
        )
        // Annex E, table E.1.
        #expect(QRVersion.all[6].alignments == [6, 22, 38])
        #expect(QRVersion.all[13].alignments == [6, 26, 46, 66])
    }

    @Test("have the correction of the standard's example")
    func correction() {
        // ISO/IEC 18004:2015, annex I.2: "01234567" in version 1-M.
        let data: [UInt8] = [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
        ]
        #expect(
            ReedSolomon.correction(of: data, count: 10)
                == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
        )
    }

    @Test("are pictures on white with a quiet edge")
    func picture() throws {
        let svg = try #require(QRCode("a")).svg(label: "kode \"a\"").description
        #expect(
            svg.hasPrefix(
                "<svg class=\"qr\" viewBox=\"0 0 29 29\" role=\"img\" aria-label=\"kode &quot;a&quot;\""
            )
        )
        #expect(svg.contains("<path d=\"M4 4h7v1h-7z"), "the first finder")
    }
}
