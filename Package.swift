// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every target: a module cannot quietly opt out.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .treatWarning("ExplicitSendable", as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let hummingbird: [Target.Dependency] = ["Hummingbird", "HummingbirdCore"].map {
    .product(name: $0, package: "hummingbird")
}
let grdb: [Target.Dependency] = ["GRDB", "GRDBSQLite"].map { .product(name: $0, package: "GRDB.swift") }
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let log: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "pleno",
    products: [
        .library(name: "Apportionment", targets: ["Apportionment"]),
        .library(name: "Tally", targets: ["Tally"]),
        .library(name: "TransparencyLog", targets: ["TransparencyLog"]),
        .executable(name: "pleno", targets: ["pleno"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/CoreOffice/XMLCoder", from: "0.18.2"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .target(name: "Apportionment"),
        .target(name: "Tally"),
        .target(name: "TransparencyLog", dependencies: ["COpenSSL"]),
        .target(name: "Images", dependencies: ["CTurboJPEG", "CPNG"]),
        .target(name: "Elections", dependencies: ["Apportionment", "Tally"]),
        .target(name: "Rehearsal", dependencies: ["Elections"]),
        .target(name: "Office", dependencies: ["Elections", "TransparencyLog", log]),
        .target(name: "Accounts", dependencies: ["COpenSSL"]),
        .target(name: "PostgresStorage", dependencies: ["Elections", "Office", "CLibPQ"]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CTurboJPEG",
            pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"])]
        ),
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CMemory"),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "SQLiteStorage", dependencies: ["Accounts", "Office", "COpenSSL"] + grdb),
        .target(
            name: "Exchange",
            dependencies: [
                "Apportionment", "Elections", "Tally", "COpenSSL", "CXLSXWriter", "CZip", "CZlib", "Yams",
                "XMLCoder",
            ]
        ),
        .target(
            name: "Documents",
            dependencies: ["Apportionment", "Elections"],
            resources: [.embedInCode("Resources/paper.typ"), .embedInCode("Resources/papers.py")]
        ),
        .target(
            name: "Web",
            dependencies: [
                "Accounts", "Apportionment", "Documents", "Elections", "Exchange", "Images", "Office",
                "TransparencyLog",
                log,
            ] + hummingbird,
            resources: [
                .embedInCode("Resources/pleno.css"), .embedInCode("Resources/icon.svg"),
                .embedInCode("Resources/live.js"), .embedInCode("Resources/entry.js"),
                .embedInCode("Resources/viewer.js"),
            ]
        ),
        .executableTarget(
            name: "pleno",
            dependencies: [
                "Accounts", "Apportionment", "Documents", "Elections", "Exchange", "Images", "Office",
                "PostgresStorage", "Rehearsal", "SQLiteStorage", "Tally", "TransparencyLog", "Web", "CMemory",
                argumentParser,
                log,
            ]
        ),
        .testTarget(name: "ApportionmentTests", dependencies: ["Apportionment", "TestSupport", "BigInt"]),
        .testTarget(
            name: "AccountsTests",
            dependencies: ["Accounts", "SQLiteStorage", "Office", "TestSupport"]
        ),
        .testTarget(name: "TallyTests", dependencies: ["Tally", "TestSupport"]),
        .testTarget(name: "TransparencyLogTests", dependencies: ["TransparencyLog", "TestSupport"]),
        .testTarget(name: "ImagesTests", dependencies: ["Images", "TestSupport", "CTurboJPEG"]),
        .testTarget(
            name: "OfficeTests",
            dependencies: [
                "Office", "SQLiteStorage", "Elections", "TransparencyLog", "StorageContract", "TestSupport",
                "pleno-store-child", log,
            ]
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Elections", "Images", "TransparencyLog", "CSpawn"],
            path: "Tests/Support"
        ),
        .systemLibrary(name: "CSpawn", path: "Tests/CSpawn"),
        .target(
            name: "StorageContract",
            dependencies: ["Accounts", "Office", "Elections", "TestSupport", log],
            path: "Tests/StorageContract"
        ),
        .executableTarget(
            name: "pleno-store-child",
            dependencies: ["PostgresStorage", "SQLiteStorage", "Office", "Elections", log],
            path: "Tests/StoreChild"
        ),
        .testTarget(
            name: "SQLiteStorageTests",
            dependencies: [
                "SQLiteStorage", "Accounts", "Office", "StorageContract", "TestSupport", "pleno-store-child",
            ] + grdb
        ),
        .testTarget(
            name: "RehearsalTests",
            dependencies: ["Rehearsal", "Elections", "TestSupport", "TransparencyLog"]
        ),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Elections", "TestSupport"]),
        .testTarget(
            name: "ElectionsTests",
            dependencies: ["Elections", "Apportionment", "Exchange", "TestSupport"]
        ),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Apportionment", "Elections", "CZlib", "TestSupport"]
        ),
        .testTarget(
            name: "PostgresStorageTests",
            dependencies: [
                "PostgresStorage", "Office", "Elections", "StorageContract", "TestSupport",
                "pleno-store-child",
                log,
            ]
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "pleno", "Web", "Accounts", "Apportionment", "Elections", "Exchange", "Office",
                "SQLiteStorage",
                "TransparencyLog", "TestSupport", log,
            ] + hummingbird
        ),
        .testTarget(
            name: "EvidenceTests",
            dependencies: [
                "pleno", "Elections", "Images", "Office", "SQLiteStorage", "StorageContract", "TestSupport",
                log,
            ]
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["pleno", "Apportionment", "Exchange", "TestSupport", "TransparencyLog", "Web"],
            exclude: ["Golden"]
        ),
    ]
)

// Built by `make bench` only: nobody else waits for it.
if Context.environment["PLENO_BENCH"] != nil {
    package.targets.append(
        .executableTarget(
            name: "pleno-bench",
            dependencies: [
                "Accounts", "Apportionment", "Elections", "Exchange", "Office", "PostgresStorage",
                "SQLiteStorage", "Tally", "TransparencyLog", "Web", log,
            ] + grdb,
            path: "Benchmarks/PlenoBench"
        )
    )
}

// Needs `--sanitize=fuzzer`, which brings the main function: `make fuzz`.
if Context.environment["PLENO_FUZZ"] != nil {
    package.targets += [
        .executableTarget(name: "pleno-fuzz-tables", dependencies: ["Exchange"], path: "Fuzz/Tables"),
        .executableTarget(
            name: "pleno-fuzz-acts",
            dependencies: ["Elections", "Office", "TestSupport"],
            path: "Fuzz/Acts"
        ),
        .executableTarget(name: "pleno-fuzz-images", dependencies: ["Images"], path: "Fuzz/Images"),
        .executableTarget(name: "pleno-fuzz-log", dependencies: ["TransparencyLog"], path: "Fuzz/Log"),
    ]
}

for target in package.targets where target.type != .system {
    target.swiftSettings = strict
}
