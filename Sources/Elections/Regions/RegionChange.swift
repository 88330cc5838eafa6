/// What changed of a region between the registers of two elections, matched by code.
public enum RegionChange: Hashable, Sendable {
    /// It is new.
    case added(Region)
    /// It is no longer there.
    case removed(Region)
    /// It is spelt differently; the code is the same.
    case renamed(from: Region, to: Region)
    /// It became something else: a desa a kelurahan.
    case kindChanged(from: Region, to: Region)
}

extension Regions {
    /// What changed since an earlier register, in register order.
    ///
    /// - Complexity: O(*n* log *n*) in the regions of both.
    public func changes(since earlier: Regions) -> [RegionChange] {
        let codes = Set(all.map(\.code) + earlier.all.map(\.code)).sorted()
        return codes.flatMap { code -> [RegionChange] in
            switch (earlier[code], self[code]) {
            case (nil, let new?): return [.added(new)]
            case (let old?, nil): return [.removed(old)]
            case (let old?, let new?):
                return (old.name == new.name ? [] : [RegionChange.renamed(from: old, to: new)])
                    + (old.kind == new.kind ? [] : [.kindChanged(from: old, to: new)])
            case (nil, nil): return []
            }
        }
    }
}
