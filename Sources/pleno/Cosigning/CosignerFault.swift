import Office
import TransparencyLog

/// Why a cosigner does not work: it signs nothing then.
enum CosignerFault: Error, Hashable {
    /// There is something already where a new one should be made.
    case exists
    /// The folder is none of a cosigner.
    case noCosigner
    /// The file `key` holds no key.
    case key(KeyError)
    /// The file `key` holds the key of a log.
    case keyOfALog
    /// A line of the file `logs`, from 1, is none.
    case logLine(Int)
    /// The state of a followed log is gone: a second history could be confirmed.
    case stateMissing(NoteLine, String)
    /// The state of a log was cut or changed.
    case stateDamaged(NoteLine, String)
    /// The state of a log is another cosigner's.
    case stateForeign(NoteLine, String)
    /// The system.
    case store(StoreFault)
}
