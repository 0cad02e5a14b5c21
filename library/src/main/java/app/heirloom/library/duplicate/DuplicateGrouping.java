package app.heirloom.library.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers an asset and its look-alikes into groups. Groups that overlap become one, except where their owner said that two
 * are no duplicates: then all that hangs together with them is grouped anew.
 */
public final class DuplicateGrouping {
    /** Of what hangs together with dismissed pairs, so much is looked at. */
    private static final int MOST_MEMBERS = 500;

    private final DuplicateRepository duplicates;
    private final FingerprintRepository fingerprints;
    private final DismissalRepository dismissals;
    private final LookAlikes lookAlikes;
    private final Transactions transactions;

    public DuplicateGrouping(
            DuplicateRepository duplicates,
            FingerprintRepository fingerprints,
            DismissalRepository dismissals,
            LookAlikes lookAlikes,
            Transactions transactions) {
        this.duplicates = duplicates;
        this.fingerprints = fingerprints;
        this.dismissals = dismissals;
        this.lookAlikes = lookAlikes;
        this.transactions = transactions;
    }

    /**
     * What is to become of assets that hang together.
     *
     * @param dismissed what the plan takes into account
     */
    record Plan(
            UserId owner, Map<AssetId, Candidate> members, List<List<AssetId>> groups, Set<ContentPair> dismissed) {}

    /** Decides about an asset and whatever it hangs together with. Called outside of transactions. */
    Plan planAround(Candidate candidate) {
        UserId owner = candidate.asset().owner();
        List<Candidate> matches = matches(candidate);
        Map<AssetId, Candidate> touched = transactions.read(() -> withTheirGroups(candidate, matches));
        Set<ContentPair> dismissed = transactions.read(() -> dismissals.list(owner, contents(touched.values())));
        if (dismissed.isEmpty()) {
            List<AssetId> all = List.copyOf(touched.keySet());
            return new Plan(owner, touched, all.size() > 1 ? List.of(all) : List.of(), dismissed);
        }
        return regrouped(owner, touched);
    }

    private Plan regrouped(UserId owner, Map<AssetId, Candidate> touched) {
        Map<AssetId, Candidate> members = new LinkedHashMap<>(touched);
        List<ConstrainedGroups.Edge<Member>> edges = new ArrayList<>();
        var unseen = new ArrayDeque<>(touched.values());
        while (!unseen.isEmpty()) {
            Candidate one = unseen.remove();
            for (LookAlikes.Match match : lookAlikes.of(one)) {
                Candidate other = match.candidate();
                if (members.containsKey(other.id()) || members.size() < MOST_MEMBERS) {
                    edges.add(new ConstrainedGroups.Edge<>(Member.of(one), Member.of(other), match.likeness()));
                    if (members.putIfAbsent(other.id(), other) == null) {
                        unseen.add(other);
                    }
                }
            }
        }
        Set<ContentPair> dismissed = transactions.read(() -> dismissals.list(owner, contents(members.values())));
        List<List<AssetId>> groups =
                ConstrainedGroups.of(
                                edges,
                                (one, other) -> dismissed.contains(ContentPair.of(one.content(), other.content())))
                        .stream()
                        .map(group -> group.stream().map(Member::id).toList())
                        .toList();
        return new Plan(owner, members, groups, dismissed);
    }

    /**
     * Carries a plan out in the surrounding transaction.
     *
     * @return false, and nothing is done, when the owner dismissed something else meanwhile
     */
    boolean apply(Plan plan) {
        if (!dismissals.list(plan.owner(), contents(plan.members().values())).equals(plan.dismissed())) {
            return false;
        }
        Set<AssetId> alone = new HashSet<>(plan.members().keySet());
        Set<DuplicateGroupId> used = new HashSet<>();
        for (List<AssetId> group : plan.groups()) {
            DuplicateGroupId id =
                    existing(plan, group).stream().filter(used::add).findFirst().orElseGet(DuplicateGroupId::random);
            duplicates.saveGroup(new DuplicateGroup(
                    id,
                    group.stream()
                            .filter(asset -> !groupOf(plan, asset).equals(Optional.of(id)))
                            .toList()));
            group.forEach(alone::remove);
        }
        duplicates.removeFromGroups(alone);
        return true;
    }

    private static List<DuplicateGroupId> existing(Plan plan, List<AssetId> group) {
        return group.stream()
                .flatMap(asset -> groupOf(plan, asset).stream())
                .distinct()
                .sorted(Comparator.comparing(DuplicateGroupId::value))
                .toList();
    }

    private static Optional<DuplicateGroupId> groupOf(Plan plan, AssetId asset) {
        return groupOf(Objects.requireNonNull(plan.members().get(asset)));
    }

    private static Optional<DuplicateGroupId> groupOf(Candidate candidate) {
        return Optional.ofNullable(candidate.asset().state().grouping().duplicateGroup());
    }

    private List<Candidate> matches(Candidate candidate) {
        return lookAlikes.of(candidate).stream()
                .map(LookAlikes.Match::candidate)
                .toList();
    }

    private Map<AssetId, Candidate> withTheirGroups(Candidate candidate, List<Candidate> matches) {
        Map<AssetId, Candidate> touched = new LinkedHashMap<>();
        touched.put(candidate.id(), candidate);
        matches.forEach(match -> touched.put(match.id(), match));
        if (!matches.isEmpty()) {
            List<DuplicateGroupId> groups = List.copyOf(touched.values()).stream()
                    .flatMap(member -> groupOf(member).stream())
                    .distinct()
                    .toList();
            for (DuplicateGroupId group : groups) {
                UserId owner = candidate.asset().owner();
                List<AssetId> ids = duplicates
                        .find(owner, group)
                        .map(DuplicateGroup::assets)
                        .orElse(List.of());
                fingerprints.listByAsset(owner, ids).forEach(member -> touched.put(member.id(), member));
            }
        }
        return touched;
    }

    private static List<Checksum> contents(Collection<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.asset().original().checksum())
                .distinct()
                .toList();
    }

    /** In an order that only the contents decide, as long as there is one asset of each. */
    private record Member(Checksum content, AssetId id) implements Comparable<Member> {
        private static final Comparator<Member> ORDER = Comparator.comparing(
                        (Member member) -> member.content().hex())
                .thenComparing(member -> member.id().value());

        static Member of(Candidate candidate) {
            return new Member(candidate.asset().original().checksum(), candidate.id());
        }

        @Override
        public int compareTo(Member other) {
            return ORDER.compare(this, other);
        }
    }
}
