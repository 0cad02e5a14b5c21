package app.heirloom.library.person;

import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.transaction.Transactions;
import app.heirloom.library.user.UserId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Sees to it that people are pictured by the right face: the one chosen by hand, or else the largest. The thumbnail is
 * made by a job.
 */
public final class Portraits {
    private final PersonRepository persons;
    private final FaceRepository faces;
    private final JobQueues queues;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    public Portraits(
            PersonRepository persons,
            FaceRepository faces,
            JobQueues queues,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.persons = persons;
        this.faces = faces;
        this.queues = queues;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Pictures those of the owner's people whose face went with an asset. */
    public void renew(UserId owner) {
        transactions.run(() -> persons.listToPicture(owner).forEach(this::renew));
    }

    /** In the surrounding write: the person has this face from now on. */
    public void gained(PersonId person, Face face) {
        persons.find(person).filter(seen -> isBetter(face, seen.portrait())).ifPresent(seen -> renew(person));
    }

    /** In the surrounding write: the person does not have this face any more. */
    public void lost(PersonId person, FaceId face) {
        persons.find(person).filter(seen -> face.equals(seen.portrait().face())).ifPresent(seen -> renew(person));
    }

    /** In the surrounding write: who stands for the person has to be found anew. */
    public void renew(PersonId person) {
        queues.add(JobType.PERSON_THUMBNAIL, person.value());
    }

    /** Who stands for the person: what was chosen, while it can be shown, or else the largest face. */
    public Optional<Face> findFace(Person person) {
        Portrait portrait = person.portrait();
        FaceId chosen = portrait.chosen() ? portrait.face() : null;
        return Optional.ofNullable(chosen)
                .flatMap(face -> faces.findPresentable(person.id(), face))
                .or(() -> faces.findLargest(person.id()));
    }

    /**
     * In the surrounding write: a thumbnail was made of the face, or removed since there was none. Asks for another one
     * when the right face became a different one meanwhile.
     */
    public void settle(Person before, Optional<Face> made, BlobKey key, Runnable removal) {
        Optional<Person> now = persons.find(before.id());
        if (now.isEmpty()) {
            transactions.afterCommit(removal);
            return;
        }
        Person person = now.get();
        if (!findFace(person).map(Face::id).equals(made.map(Face::id))) {
            renew(person.id());
            return;
        }
        Portrait portrait = made.map(face -> new Portrait(face.id(), isChosen(person, face), key))
                .orElse(Portrait.NONE);
        persons.save(person.withPortrait(portrait, clock.instant()));
        made.ifPresent(face ->
                transactions.afterCommit(() -> events.publish(new PersonThumbnailReady(person.id(), person.owner()))));
    }

    private static boolean isChosen(Person person, Face face) {
        return person.portrait().chosen() && face.id().equals(person.portrait().face());
    }

    private boolean isBetter(Face face, Portrait portrait) {
        Optional<Face> shown = Optional.ofNullable(portrait.face()).flatMap(faces::find);
        return shown.isEmpty()
                || (!portrait.chosen() && face.box().share() > shown.get().box().share());
    }
}
