package app.heirloom.library.person.thumbnail;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetRepository;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.blob.BlobStore;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobHandler;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.ExifRepository;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.person.Face;
import app.heirloom.library.person.Person;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.person.PersonRepository;
import app.heirloom.library.person.Portraits;
import app.heirloom.library.transaction.Transactions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The job that pictures a person by the right one of its faces, or no more when none is left. */
public final class PersonThumbnailGeneration implements JobHandler {
    /** Where it finds the pictures and keeps what it cuts out of them. */
    public record Shelves(AssetRepository assets, ExifRepository exifs, BlobStore blobs) {}

    private final PersonRepository persons;
    private final Portraits portraits;
    private final Shelves shelves;
    private final FaceCropper cropper;
    private final Transactions transactions;

    public PersonThumbnailGeneration(
            PersonRepository persons,
            Portraits portraits,
            Shelves shelves,
            FaceCropper cropper,
            Transactions transactions) {
        this.persons = persons;
        this.portraits = portraits;
        this.shelves = shelves;
        this.cropper = cropper;
        this.transactions = transactions;
    }

    private record Sitting(
            Face face, Asset asset, Frame frame, @Nullable BlobKey preview) {}

    @Override
    public Runnable handle(Job job) {
        Optional<Person> found = transactions.read(() -> persons.find(new PersonId(job.subject())));
        if (found.isEmpty()) {
            return NOTHING;
        }
        Person person = found.get();
        BlobKey key = shelves.blobs().keyOf(person.owner(), name(person));
        Optional<Sitting> sitting =
                transactions.read(() -> portraits.findFace(person).map(this::sitting));
        sitting.ifPresentOrElse(face -> crop(face, key), () -> shelves.blobs().remove(key));
        return () -> portraits.settle(
                person, sitting.map(Sitting::face), key, () -> shelves.blobs().remove(key));
    }

    private static String name(Person person) {
        String id = person.id().toString();
        return "people/" + id.substring(0, 2) + "/" + id + ".jpeg";
    }

    private Sitting sitting(Face face) {
        Asset asset = shelves.assets().get(face.asset());
        Frame frame = shelves.exifs().find(asset.id()).map(Exif::frame).orElse(Frame.UNKNOWN);
        BlobKey preview = shelves.assets()
                .findFile(asset.id(), FileKind.PREVIEW)
                .map(AssetFile::key)
                .orElse(null);
        return new Sitting(face, asset, frame, preview);
    }

    private void crop(Sitting sitting, BlobKey key) {
        BlobStore blobs = shelves.blobs();
        Asset asset = sitting.asset();
        BlobKey preview = sitting.preview();
        try (Draft thumbnail = blobs.draft(key)) {
            cropper.crop(new FaceCrop(
                    blobs.locate(asset.original().key()),
                    asset.type(),
                    sitting.frame(),
                    preview == null ? null : blobs.locate(preview),
                    sitting.face().box(),
                    thumbnail.path()));
            thumbnail.publish();
        }
    }
}
