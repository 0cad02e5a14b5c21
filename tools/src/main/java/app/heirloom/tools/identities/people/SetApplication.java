package app.heirloom.tools.identities.people;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.person.RemotePeople;
import app.heirloom.library.remote.person.RemotePerson;
import app.heirloom.library.user.Permission;
import app.heirloom.tools.identities.people.Deed.Moved;
import app.heirloom.tools.identities.people.PersonChoice.Contradiction;
import app.heirloom.tools.identities.people.PersonChoice.Existing;
import app.heirloom.tools.identities.people.PersonChoice.Fresh;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.sets.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes the people of a photo server those of a user's sets. Who was named there stays, and so do the faces of whom people
 * named; a set that contradicts that is left out and told. All is written down first, so that it can be taken back. It may
 * be stopped and repeated at any time.
 */
public final class SetApplication {
    private final PhotoServer server;
    private final RemotePeople people;
    private final SetStore store;
    private final ApplicationJournal journal;
    private final ApplicationSettings settings;
    private final Workers workers;

    public SetApplication(
            PhotoServer server, SetStore store, ApplicationJournal journal, ApplicationSettings settings) {
        this.server = server;
        this.people = server.people();
        this.store = store;
        this.journal = journal;
        this.settings = settings;
        this.workers = new Workers(settings.workers());
    }

    /**
     * Applies all sets of the user, those with most faces first.
     *
     * @param owner label of the sets
     * @throws app.heirloom.library.error.HeirloomException FORBIDDEN when the key lacks permissions, INVALID when the sets
     *     are of another user than the key, or a name is given to a set of another user
     */
    public void run(String owner, Consumer<AppliedSet> told) {
        requirePermissions();
        List<IdentitySet> sets = named(owner);
        var matching = new FaceMatching(people, server.account().user().id().toString(), workers);
        if (!sets.isEmpty() && !matching.knows(sets)) {
            throw ErrorCode.INVALID.exception("None of the sets of " + owner + " was made of photos of "
                    + server.account().user().name() + ": give an API key of the user whose photos they are of");
        }
        List<MatchedSet> matched = matching.match(sets).stream()
                .sorted(Comparator.comparingInt(
                                (MatchedSet set) -> -set.matches().size())
                        .thenComparingInt(set -> set.set().number()))
                .toList();
        Deeds deeds = new Deeds(owner, matched);
        matched.forEach(set -> told.accept(deeds.apply(set)));
        if (!settings.dryRun()) {
            store.writeManifest();
        }
    }

    private void requirePermissions() {
        Set<Permission> needed = EnumSet.of(Permission.PERSON_READ, Permission.FACE_READ);
        if (!settings.dryRun()) {
            needed.addAll(EnumSet.of(Permission.PERSON_CREATE, Permission.PERSON_UPDATE, Permission.FACE_UPDATE));
        }
        if (!settings.dryRun() && settings.merges()) {
            needed.add(Permission.PERSON_MERGE);
        }
        server.account().require(needed);
    }

    /** The user's sets, with the names that are given now. */
    private List<IdentitySet> named(String owner) {
        List<IdentitySet> sets = new ArrayList<>(store.list(Shelf.CANONICAL, owner));
        settings.names().forEach((number, name) -> {
            IdentitySet set = sets.stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(() -> ErrorCode.INVALID.exception(
                            "The user " + owner + " has no identity set " + number + " to be called " + name));
            sets.set(sets.indexOf(set), set.named(name.strip()));
        });
        if (!settings.dryRun()) {
            sets.stream()
                    .filter(set -> settings.names().containsKey(set.number()))
                    .forEach(set -> store.save(Shelf.CANONICAL, set));
        }
        return sets;
    }

    /** One run over the matched sets. */
    private final class Deeds {
        private final String owner;
        private final List<RemotePerson> everybody = people.list();
        private final Map<PersonId, Set<Integer>> homes = new HashMap<>();
        private final Set<PersonId> taken = new HashSet<>();
        private ApplicationJournal.@org.jspecify.annotations.Nullable Run run;

        Deeds(String owner, List<MatchedSet> matched) {
            this.owner = owner;
            matched.forEach(set -> set.matches().stream()
                    .map(FaceMatch::person)
                    .filter(Objects::nonNull)
                    .forEach(person -> homes.computeIfAbsent(person.id(), any -> new HashSet<>())
                            .add(set.set().number())));
        }

        /** Begun with the first deed, so that runs that do nothing leave nothing to take back. */
        private void add(Deed deed) {
            if (run == null) {
                run = journal.begin(owner, server.account());
            }
            run.add(deed);
        }

        AppliedSet apply(MatchedSet matched) {
            return switch (PersonChoice.of(matched, everybody, taken)) {
                case Contradiction it ->
                    new AppliedSet(
                            matched.set().number(),
                            matched.set().name(),
                            new AppliedSet.Faces(0, 0, matched.missing()),
                            it.reason());
                case Existing it -> {
                    taken.add(it.person().id());
                    yield apply(matched, it);
                }
                case Fresh it -> fresh(matched, it.name());
            };
        }

        /** Nobody is made for faces that are nowhere. */
        private AppliedSet fresh(MatchedSet matched, String name) {
            int number = matched.set().number();
            if (matched.matches().isEmpty() || settings.dryRun()) {
                return new AppliedSet(
                        number, name, new AppliedSet.Faces(matched.matches().size(), 0, matched.missing()), null);
            }
            RemotePerson person = people.create(name);
            add(new Deed.Created(number, person.id(), name));
            taken.add(person.id());
            return apply(matched, new Existing(person, name));
        }

        private AppliedSet apply(MatchedSet matched, Existing choice) {
            List<FaceMatch> others = matched.matches().stream()
                    .filter(match -> match.person() == null
                            || !match.person().id().equals(choice.person().id()))
                    .toList();
            if (!settings.dryRun()) {
                rename(matched.set(), choice);
                move(matched.set().number(), choice.person(), others);
            }
            return new AppliedSet(
                    matched.set().number(),
                    choice.name(),
                    new AppliedSet.Faces(others.size(), matched.matches().size() - others.size(), matched.missing()),
                    null);
        }

        private void rename(IdentitySet set, Existing choice) {
            RemotePerson person = choice.person();
            if (person.name().isEmpty() && !choice.name().isEmpty()) {
                add(new Deed.Renaming(set.number(), person.id(), "", choice.name()));
                people.rename(person.id(), choice.name());
            }
            if (set.name().isEmpty() && !choice.name().isEmpty()) {
                store.save(Shelf.CANONICAL, set.named(choice.name()));
            }
        }

        private void move(int set, RemotePerson person, List<FaceMatch> faces) {
            Map<Boolean, List<FaceMatch>> byWay = faces.stream().collect(Collectors.partitioningBy(this::isMerged));
            byWay.getOrDefault(true, List.of()).stream()
                    .collect(Collectors.groupingBy(match -> Objects.requireNonNull(match.person())))
                    .forEach((from, theirs) -> {
                        add(new Deed.Merging(set, from.id(), from.name(), person.id(), moved(theirs)));
                        people.merge(person.id(), List.of(from.id()));
                    });
            List<FaceMatch> assigned = byWay.getOrDefault(false, List.of());
            if (!assigned.isEmpty()) {
                add(new Deed.Assigning(set, person.id(), moved(assigned)));
                workers.run(assigned, match -> people.assign(match.there().id(), person.id()));
            }
        }

        /** Whether all faces of its person that are known are in one set. */
        private boolean isMerged(FaceMatch match) {
            RemotePerson person = match.person();
            return settings.merges()
                    && person != null
                    && homes.getOrDefault(person.id(), Set.of()).size() == 1;
        }

        private static List<Moved> moved(List<FaceMatch> matches) {
            return matches.stream()
                    .map(match -> new Moved(
                            match.asset(),
                            match.there().id(),
                            match.person() == null ? null : match.person().id()))
                    .toList();
        }
    }
}
