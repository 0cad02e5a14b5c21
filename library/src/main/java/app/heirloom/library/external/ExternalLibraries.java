package app.heirloom.library.external;

import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.external.ExternalLibrary.ScanState;
import app.heirloom.library.external.ExternalLibrary.Scope;
import app.heirloom.library.external.folder.Exclusions;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import app.heirloom.library.user.UserRepository;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps external libraries. Only administrators may, since an import path opens any folder of the server. */
public final class ExternalLibraries {
    private final ExternalLibraryRepository libraries;
    private final UserRepository users;
    private final ImportPaths importPaths;
    private final JobQueues queues;
    private final Transactions transactions;
    private final InstantSource clock;

    public ExternalLibraries(
            ExternalLibraryRepository libraries,
            UserRepository users,
            ImportPaths importPaths,
            JobQueues queues,
            Transactions transactions,
            InstantSource clock) {
        this.libraries = libraries;
        this.users = users;
        this.importPaths = importPaths;
        this.queues = queues;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A library with what lies in it. */
    public record Stocked(ExternalLibrary library, LibraryStatistics statistics) {}

    public List<Stocked> list() {
        return transactions.read(() -> libraries.list().stream()
                .map(library -> new Stocked(library, libraries.statistics(library.id())))
                .toList());
    }

    public Stocked get(LibraryId id) {
        return transactions.read(() -> new Stocked(libraries.get(id), libraries.statistics(id)));
    }

    /**
     * Makes a library; its photos come with its first scan.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID for an unknown owner or a bad path or pattern
     */
    public ExternalLibrary create(UserId owner, String name, Scope scope) {
        check(scope);
        Instant now = clock.instant();
        var library =
                new ExternalLibrary(LibraryId.random(), owner, name, scope, now, new ScanState(now, null, null, false));
        transactions.run(() -> {
            if (users.find(owner).isEmpty()) {
                throw ErrorCode.INVALID.exception("There is no user " + owner);
            }
            libraries.add(library);
        });
        return library;
    }

    /**
     * Replaces what is given; what a narrower scope leaves out goes offline with the next scan.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID for a bad path or pattern
     */
    public Stocked update(LibraryId id, Optional<String> name, Function<Scope, Scope> change) {
        ExternalLibrary before = get(id).library();
        Scope scope = change.apply(before.scope());
        if (!scope.equals(before.scope())) {
            check(scope);
        }
        transactions.run(() -> {
            ExternalLibrary now = libraries.get(id);
            libraries.save(now.with(name.orElse(now.name()), change.apply(now.scope()), clock.instant()));
        });
        return get(id);
    }

    /** The library is gone at once, its assets follow in a job; files stay where they are. */
    public void remove(LibraryId id) {
        transactions.run(() -> {
            libraries.get(id);
            libraries.hide(id);
            queues.add(JobType.LIBRARY_REMOVAL, id.value());
        });
    }

    /**
     * Queues a scan.
     *
     * @param lossAccepted whether it may take any number of assets offline whose files are gone
     */
    public void scan(LibraryId id, boolean lossAccepted) {
        transactions.run(() -> scan(libraries.get(id), lossAccepted));
    }

    /** {@link #scan} for every library. */
    public void scanAll(boolean lossAccepted) {
        transactions.run(() -> libraries.list().forEach(library -> scan(library, lossAccepted)));
    }

    /** Why the paths cannot be import paths, each with a sentence for people; those that can are absent. */
    public Map<String, String> objections(List<String> paths) {
        var objections = new LinkedHashMap<String, String>();
        paths.forEach(path -> importPaths.objection(path).ifPresent(why -> objections.put(path, why)));
        return objections;
    }

    private void scan(ExternalLibrary library, boolean lossAccepted) {
        if (lossAccepted) {
            libraries.save(library.withLossAccepted());
        }
        queues.add(JobType.LIBRARY_SCAN, library.id().value());
    }

    private void check(Scope scope) {
        new Exclusions(scope.exclusionPatterns());
        scope.exclusionPatterns().stream()
                .filter(pattern -> pattern.lines().count() != 1)
                .findFirst()
                .ifPresent(pattern -> {
                    throw ErrorCode.INVALID.exception("An exclusion pattern has one line");
                });
        objections(scope.importPaths()).forEach((path, objection) -> {
            throw ErrorCode.INVALID.exception("Invalid import path " + path + ": " + objection);
        });
    }
}
