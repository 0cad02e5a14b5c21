package app.heirloom.library.sharing;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserRepository;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;

/** Lets in those who know a shared link, and its password if it has one. */
public final class LinkAuthentication {
    private final SharedLinkRepository links;
    private final UserRepository users;
    private final Transactions transactions;
    private final InstantSource clock;

    public LinkAuthentication(
            SharedLinkRepository links, UserRepository users, Transactions transactions, InstantSource clock) {
        this.links = links;
        this.users = users;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The link that is still open, by the text of its secret. */
    public Optional<SharedLink> findByKey(String key) {
        return LinkSecret.parse(key)
                .flatMap(secret ->
                        transactions.read(() -> links.findBySecret(secret).filter(this::isOpen)));
    }

    /** The link that is still open, by the name that its owner gave it. */
    public Optional<SharedLink> findBySlug(String slug) {
        return transactions.read(() -> links.findBySlug(slug).filter(this::isOpen));
    }

    private boolean isOpen(SharedLink link) {
        return !link.terms().isOver(clock.instant())
                && users.find(link.owner()).filter(User::isActive).isPresent();
    }

    /**
     * The caller that holds the link.
     *
     * @param proofs what {@link #login} gave for this link and others, or the password itself
     * @throws HeirloomException UNAUTHENTICATED when the link has a password that none of them proves
     */
    public Caller callerOf(SharedLink link, Collection<String> proofs) {
        String password = link.terms().password();
        if (password != null && proofs.stream().noneMatch(proof -> proves(proof, link, password))) {
            throw ErrorCode.UNAUTHENTICATED.exception("Password required");
        }
        return caller(link);
    }

    private boolean proves(String proof, SharedLink link, String password) {
        return LinkProof.isEqual(proof, password) || LinkProof.holds(proof, link, password, clock.instant());
    }

    /**
     * A proof, good for {@link LinkProof#LIFETIME}, that the password was given.
     *
     * @throws HeirloomException INVALID when the link has none, UNAUTHENTICATED when it is another one
     */
    public String login(SharedLink link, String given) {
        String password = link.terms().password();
        if (password == null) {
            throw ErrorCode.INVALID.exception("The shared link has no password");
        }
        if (!LinkProof.isEqual(given, password)) {
            throw ErrorCode.UNAUTHENTICATED.exception("Invalid password");
        }
        return LinkProof.issue(link, password, clock.instant());
    }

    private Caller caller(SharedLink link) {
        return transactions
                .read(() -> users.find(link.owner()))
                .map(owner -> new Caller(owner, new Caller.Credential.OfSharedLink(link.pass())))
                .orElseThrow(() -> ErrorCode.UNAUTHENTICATED.exception("Invalid share key"));
    }
}
