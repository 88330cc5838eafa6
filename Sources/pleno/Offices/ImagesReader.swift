import Images
import Office

/// Looks into pictures for an office.
struct ImagesReader: PictureReader {
    func look(into file: [UInt8], isPublished: Bool) throws(PictureRefusal) -> PictureFindings? {
        do throws(PictureFault) {
            guard let picture = try Picture(file) else { return nil }
            let miniature = try picture.miniature()
            let copy = isPublished ? try picture.publishableCopy() : nil
            return PictureFindings(
                copy: copy?.bytes,
                miniature: miniature.jpeg,
                fingerprint: miniature.fingerprint.words,
                isFaulty: miniature.isFaulty || copy?.isFaulty == true
            )
        } catch {
            throw PictureRefusal(error)
        }
    }
}

extension PictureRefusal {
    fileprivate init(_ fault: PictureFault) {
        self =
            switch fault {
            case .unknownKind, .malformed, .damaged, .outside: .unreadable
            case .truncated: .truncated
            case .tooLarge(let width, let height): .tooLarge(width: width, height: height)
            case .tooManyBytes, .tooManyScans: .tooComplex
            case .unsupported: .unsupported
            }
    }
}
