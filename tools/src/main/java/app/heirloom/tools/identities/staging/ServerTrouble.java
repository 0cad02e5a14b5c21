package app.heirloom.tools.identities.staging;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** The server failed at one asset, which need not end the run. */
final class ServerTrouble extends Exception {
    private static final Set<ErrorCode> OF_THE_SERVER =
            EnumSet.of(ErrorCode.REMOTE_UNREACHABLE, ErrorCode.REMOTE_FAILURE);
    private static final Set<ErrorCode> OF_THE_ASSET =
            EnumSet.of(ErrorCode.NO_ACCESS, ErrorCode.NOT_FOUND, ErrorCode.INVALID);

    private final HeirloomException failure;

    ServerTrouble(HeirloomException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** Asks the server; what would fail with every asset is passed on. */
    static <T> T during(Supplier<T> question) throws ServerTrouble {
        try {
            return question.get();
        } catch (HeirloomException e) {
            if (OF_THE_SERVER.contains(e.code()) || OF_THE_ASSET.contains(e.code())) {
                throw new ServerTrouble(e);
            }
            throw e;
        }
    }

    HeirloomException failure() {
        return failure;
    }

    /** Whether the server answered, though not what was hoped for. */
    boolean isAnswer() {
        return OF_THE_ASSET.contains(failure.code());
    }
}
