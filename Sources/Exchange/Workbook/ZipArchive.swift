import CZip
import Glibc

/// The files packed into a zip file, each unpacked in memory and never onto a disk.
@safe struct ZipArchive: ~Copyable {
    private let archive: OpaquePointer
    /// The place of each file by its name in lower case: the names of parts are told apart without case.
    private let places: [String: Place]

    private struct Place {
        let index: UInt64
        let size: Int
    }

    /// Opens a zip file, of which it keeps a copy.
    ///
    /// - Throws: ``WorkbookRefusal`` when it is none, is larger than `limits` or has strange names.
    init(_ bytes: [UInt8], _ limits: WorkbookLimits) throws(WorkbookRefusal) {
        guard bytes.count <= limits.file else {
            throw WorkbookRefusal(.tooMuch(.bytes, limit: limits.file))
        }
        let archive = try unsafe Self.open(bytes)
        do throws(WorkbookRefusal) {
            places = try unsafe Self.places(in: archive, limits)
        } catch {
            unsafe zip_discard(archive)
            throw error
        }
        unsafe self.archive = archive
    }

    deinit {
        unsafe zip_discard(archive)
    }

    /// Whether a file of that name is there.
    func has(_ name: String) -> Bool {
        places[name.lowercased()] != nil
    }

    /// Whether a file of programs is there.
    var hasMacros: Bool {
        places.keys.contains { $0.hasSuffix("vbaproject.bin") }
    }

    /// The content of a file.
    ///
    /// - Throws: ``WorkbookRefusal`` when it is not there, or its packing is broken.
    /// - Complexity: O(bytes).
    func bytes(of name: String, most: Int = .max) throws(WorkbookRefusal) -> [UInt8] {
        guard let place = places[name.lowercased()] else { throw WorkbookRefusal(.partMissing, part: name) }
        guard place.size <= most else {
            throw WorkbookRefusal(.tooMuch(.partBytes, limit: most), part: name)
        }
        guard let file = unsafe zip_fopen_index(archive, place.index, 0) else {
            throw WorkbookRefusal(.damaged, part: name)
        }
        defer { unsafe zip_fclose(file) }
        // One byte more than promised: what unpacks to more is caught, and the checksum is looked at.
        let room = place.size + 1
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, count in
            while count < room {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: output[count...])
                let made = unsafe zip_fread(file, rest.baseAddress, UInt64(rest.count))
                guard made > 0 else {
                    if made < 0 { count = 0 }
                    return
                }
                count += Int(made)
            }
        }
        let code = unsafe zip_error_code_zip(zip_file_get_error(file))
        guard bytes.count == place.size, code == ZIP_ER_OK else {
            throw WorkbookRefusal(.damaged, part: name)
        }
        return bytes
    }

    private static func open(_ bytes: [UInt8]) throws(WorkbookRefusal) -> OpaquePointer {
        guard bytes.starts(with: [0x50, 0x4B]) else { throw WorkbookRefusal(CompoundFile.fault(of: bytes)) }
        // Freed by the library, with the source that reads from it.
        guard let copy = unsafe malloc(bytes.count) else { throw WorkbookRefusal(.damaged) }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        guard let source = unsafe zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
            unsafe free(copy)
            throw WorkbookRefusal(.damaged)
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
            unsafe zip_source_free(source)
            throw WorkbookRefusal(.notZip)
        }
        return unsafe archive
    }

    private static func places(
        in archive: OpaquePointer,
        _ limits: WorkbookLimits
    ) throws(WorkbookRefusal) -> [String: Place] {
        let count = unsafe zip_get_num_entries(archive, 0)
        guard count <= limits.parts else { throw WorkbookRefusal(.tooMuch(.parts, limit: limits.parts)) }
        var places: [String: Place] = [:]
        var total = 0
        for index in 0..<UInt64(max(0, count)) {
            var status = unsafe zip_stat_t()
            guard unsafe zip_stat_index(archive, index, 0, &status) == 0, let text = unsafe status.name,
                let name = unsafe String(validatingCString: text)
            else { throw WorkbookRefusal(.damaged) }
            let place = Place(index: index, size: try unsafe size(status, name, limits))
            total += place.size
            guard total <= limits.content else {
                throw WorkbookRefusal(.tooMuch(.contentBytes, limit: limits.content), part: name)
            }
            guard isHarmless(name) else { throw WorkbookRefusal(.badName, part: name) }
            guard places.updateValue(place, forKey: name.lowercased()) == nil else {
                throw WorkbookRefusal(.nameTwice, part: name)
            }
        }
        return places
    }

    /// The size of an entry, once all that its header says is fine.
    private static func size(
        _ status: zip_stat_t,
        _ name: String,
        _ limits: WorkbookLimits
    ) throws(WorkbookRefusal) -> Int {
        guard unsafe status.encryption_method == ZIP_EM_NONE else {
            throw WorkbookRefusal(.encrypted, part: name)
        }
        let method = unsafe Int(status.comp_method)
        guard [ZIP_CM_STORE, ZIP_CM_DEFLATE].contains(Int32(method)) else {
            throw WorkbookRefusal(.packing(method: method), part: name)
        }
        let size = unsafe status.size
        guard size <= UInt64(limits.part) else {
            throw WorkbookRefusal(.tooMuch(.partBytes, limit: limits.part), part: name)
        }
        return Int(size)
    }

    /// Whether a name stays where it is: nothing of ours follows it, but honest files have no other.
    private static func isHarmless(_ name: String) -> Bool {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        return !name.contains("\\") && steps.first != "" && !steps.contains { [".", ".."].contains($0) }
    }
}
