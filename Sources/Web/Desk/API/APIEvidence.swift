import Elections
import Exchange
import Office

extension Desk {
    /// Photos and scans: handing in, finding, withdrawing; their bytes are at the addresses that are answered.
    var apiEvidence: [DeskEndpoint] {
        let station: PathPattern = "evidence" / DeskParameters.village / DeskParameters.station
        let alike = Schema.list(.named("likeness"))
        return [
            operation(
                .get,
                station,
                .permission(.seeEvidence),
                "Foto dan pindaian satu TPS",
                "Photos and scans of a station",
                Contract(
                    answer: .object([.member("pieces", .list(.named("piece")))]),
                    refusals: [.notFound]
                )
            ) { call async throws(Refusal) in
                let station = try self.station(call.call, .seeEvidence)
                return JSONWriter.object { writer in
                    writer.array("pieces", call.state.evidence(of: station)) { $0.write(to: &$1) }
                }
            },
            operation(
                .post,
                station,
                .permission(.addEvidence),
                "Serahkan foto atau pindaian; berkasnya (photo) di belakang isian lain",
                "Hand in a photo or scan; its file (photo) comes behind the other fields",
                Contract(
                    body: .object([
                        .member("request", .text),
                        .member("page", .words(EvidencePage.allCases.map(\.rawValue))),
                        .optional("ballot", .words(Ballot.allCases.map(\.slug))),
                        .optional("version", .words(FormVersion.allCases.map(\.rawValue))),
                        .optional("number", .whole(from: 1)), .member("photo", .text),
                    ]),
                    files: Self.evidenceBounds,
                    status: 201,
                    answer: .object([
                        .member("piece", .orNull(.named("piece"))), .member("likenesses", alike),
                    ]),
                    refusals: [
                        .notFound, .conflict, .fieldMissing, .fieldInvalid, .tooLarge, .unprocessable,
                    ]
                )
            ) { call async throws(Refusal) in try await handIn(call) },
            operation(
                .get,
                "evidence/likenesses",
                .permission(.seeEvidence),
                "Gambar yang sama atau hampir sama di dua tempat",
                "The same pictures, or nearly, at two places",
                Contract(answer: .object([.member("likenesses", alike)]))
            ) { call async throws(Refusal) in
                JSONWriter.object { writer in
                    writer.array("likenesses", call.caller.likenesses) { $0.write(to: &$1) }
                }
            },
            operation(
                .post,
                "evidence/pieces" / DeskParameters.piece / "withdrawal",
                .permission(.withdrawEvidence),
                "Tarik bukti yang keliru; alasannya diumumkan bila salinannya sudah diumumkan",
                "Withdraw a mistaken piece; the reason is published where a copy was",
                Contract(
                    body: .object([.member("request", .text), .member("reason", .text)]),
                    status: 201,
                    answer: .object([.member("piece", .whole(from: 1)), .member("erased", .truth)]),
                    refusals: [.notFound, .conflict, .fieldMissing, .fieldInvalid, .unprocessable]
                )
            ) { call async throws(Refusal) in
                let piece = try self.piece(call.call, .withdrawEvidence)
                let (reason, request) = (try call.body.text("reason"), try call.body.request())
                do throws(DeskRefusal) {
                    let receipt = try await withdraw(piece, reason, call.caller, request: request)
                    return JSONWriter.object { writer in
                        writer.member("piece", piece.number)
                        writer.member("erased", receipt.isErased)
                    }
                } catch { throw error.explained(call) }
            },
        ]
    }

    private func handIn(_ call: APICall) async throws(Refusal) -> [UInt8] {
        let station = try station(call.call, .addEvidence)
        let form = try await call.call.form(Self.evidenceBounds, file: "photo")
        let label = try EvidenceLabel(station, form.fields)
        let request = try form.fields.required("request")
        let receipt: EvidenceReceipt
        do throws(DeskRefusal) {
            receipt = try await handIn(form, label, call.caller, request: request)
        } catch { throw error.explained(call) }
        let seen = call.caller.likenesses(receipt.likenesses)
        return JSONWriter.object { writer in
            if let piece = receipt.piece {
                writer.name("piece")
                piece.write(to: &writer)
            } else {
                writer.nullable("piece", nil)
            }
            writer.array("likenesses", seen) { $0.write(to: &$1) }
        }
    }
}

extension EvidencePiece {
    /// Writes what is known of it, and where its files are.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("piece", number)
            writer.member("page", label.page.rawValue)
            writer.nullable("ballot", label.place.ballot?.slug)
            writer.member("village", label.place.station.village.description)
            writer.member("station", label.place.station.number)
            writer.member("version", label.place.version.rawValue)
            writer.member("number", label.number)
            writer.member("time", author.time)
            writer.member("damaged", isFaulty)
            writer.nullable("sha256", original?.digest.description)
            writer.object("files") { writer in
                for part in Part.allCases where file(part) != nil {
                    writer.member(part.rawValue, "/desk/evidence/files/\(number)/\(part.rawValue)")
                }
            }
            writer.nullable("withdrawn", withdrawal?.reason)
        }
    }
}

extension EvidenceLikeness {
    /// Writes the two pieces, and in how many bits their fingerprints differ.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("piece", piece)
            writer.member("other", other)
            writer.member("distance", distance)
        }
    }
}
