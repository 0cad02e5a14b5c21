package app.heirloom.storage.sql.search;

import app.heirloom.library.album.AlbumId;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.search.Criterion;
import app.heirloom.library.search.Criterion.Comparison;
import app.heirloom.library.search.Criterion.Position;
import app.heirloom.library.search.Flag;
import app.heirloom.library.search.Property;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.sql.Rows;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A library of random assets that share few values, and random criteria that ask for them. */
public final class SearchSamples {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final List<String> NAMES =
            List.of("IMG_%d.JPG", "Ürlaub am Meer %d.png", "100%%_%d.jpg", "ÎMAGE\"%d\".heic", "日本の山%d.jpg");
    private static final List<String> WORDS =
            List.of("img", "URLAUB", "ürlaub a", "%", "_1", "0%_", "e\"1", "本の山", "g", ".jpg", "meer 2", "\\");

    public final Random random;
    public final List<UserId> owners;
    public final List<AlbumId> albums;
    public final List<PersonId> persons;
    public final TagId tag;
    public final TagId child;

    private final SqlStorage storage;
    private final Rows rows;

    public SearchSamples(SqlStorage storage, Rows rows, long seed) {
        this.storage = storage;
        this.rows = rows;
        this.random = new Random(seed);
        this.owners =
                List.of(Samples.addUser(storage).id(), Samples.addUser(storage).id());
        this.albums = List.of(rows.addAlbum(owners.get(0)), rows.addAlbum(owners.get(1)));
        this.persons = List.of(rows.addPerson(owners.get(0)), rows.addPerson(owners.get(0)));
        this.tag = rows.addTag(owners.get(0), null);
        this.child = rows.addTag(owners.get(0), tag);
    }

    public SearchModel fill(int count) {
        return new SearchModel(
                IntStream.range(0, count).mapToObj(this::addEntry).toList());
    }

    private SearchModel.Entry addEntry(int number) {
        UserId owner = owners.get(number % 4 == 0 ? 1 : 0);
        Asset asset = asset(owner, number);
        Exif exif = exif(number);
        Map<FileKind, String> files =
                random.nextInt(4) == 0 ? Map.of(FileKind.ENCODED_VIDEO, "v" + number % 5) : Map.of();
        storage.transactions().run(() -> {
            storage.assets().add(asset);
            storage.exifs().save(asset.id(), exif);
            files.forEach(
                    (kind, path) -> storage.assets().saveFile(new AssetFile(asset.id(), kind, new BlobKey(path), 1)));
        });
        String city = random.nextBoolean() ? null : one(List.of("Bern", "Genève"));
        rows.setPlace(asset.id(), city, null);
        StackId stack = asset.state().grouping().stack();
        if (stack != null) {
            rows.stack(asset.id(), stack, random.nextBoolean());
        }
        return new SearchModel.Entry(asset, exif, city, links(asset.id()), files);
    }

    private Asset asset(UserId owner, int number) {
        Instant captured = START.plus(random.nextInt(40), ChronoUnit.DAYS);
        Grouping grouping = random.nextInt(4) == 0 ? new Grouping(null, StackId.random(), null) : Grouping.NONE;
        AssetId id = AssetId.random();
        return new Asset(
                id,
                owner,
                new Original(
                        one(NAMES).formatted(random.nextInt(30)),
                        one(List.of(AssetType.values())),
                        Samples.checksum(number),
                        random.nextInt(5),
                        new BlobKey("Originals/Ä" + number)),
                new AssetTimes(
                        captured,
                        LocalDateTime.ofInstant(captured, ZoneOffset.UTC).plusHours(random.nextInt(12)),
                        captured,
                        START.plusSeconds(random.nextInt(9)),
                        START.plusSeconds(random.nextInt(9))),
                Appearance.UNKNOWN,
                new AssetState(
                        one(List.of(Visibility.values())),
                        random.nextBoolean(),
                        random.nextInt(4) == 0 ? START.plusSeconds(random.nextInt(9)) : null,
                        random.nextInt(4) == 0,
                        random.nextInt(4) == 0 ? AssetId.random() : null,
                        grouping));
    }

    private Exif exif(int number) {
        @Nullable String make = random.nextBoolean() ? null : one(List.of("Canon", "Nikon"));
        @Nullable Integer rating = random.nextBoolean() ? null : random.nextInt(1, 6);
        var caption = new Caption(random.nextBoolean() ? "" : "Über %d Berge".formatted(number), rating, List.of());
        Exif known = Exif.UNKNOWN;
        return new Exif(
                new Camera(make, null, null),
                known.exposure(),
                known.capture(),
                Location.UNKNOWN,
                caption,
                known.frame());
    }

    private SearchModel.Links links(AssetId asset) {
        Set<AlbumId> inAlbums = some(albums);
        inAlbums.forEach(album -> rows.addTo(album, asset));
        Set<PersonId> shown = some(persons);
        persons.forEach(person -> rows.addFace(asset, person, shown.contains(person)));
        Set<TagId> tags = some(List.of(tag, child));
        tags.forEach(one -> rows.addTo(one, asset));
        return new SearchModel.Links(inAlbums, shown, tags.contains(child) ? Set.of(tag, child) : tags);
    }

    /** Up to three levels deep. */
    public Criterion criterion(SearchModel model, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            List<Criterion> parts = Stream.generate(() -> criterion(model, depth - 1))
                    .limit(random.nextInt(4))
                    .toList();
            return switch (random.nextInt(3)) {
                case 0 -> new Criterion.All(parts);
                case 1 -> new Criterion.Any(parts);
                default -> Criterion.not(criterion(model, depth - 1));
            };
        }
        Asset example = one(model.entries()).asset();
        return switch (random.nextInt(9)) {
            case 0 -> new Criterion.Is(one(List.of(Flag.values())));
            case 1 -> new Criterion.Known(one(List.of(Property.values())));
            case 2 -> new Criterion.InAlbum(List.copyOf(someOf(albums)));
            case 3 -> new Criterion.Shows(List.copyOf(someOf(persons)));
            case 4 -> new Criterion.Tagged(List.of(one(List.of(tag, child))));
            case 5 -> new Criterion.HasFile(FileKind.ENCODED_VIDEO, List.of("v1", "v2"));
            case 6 ->
                new Criterion.Contains(
                        one(List.of(
                                Property.FILE_NAME,
                                Property.FILE_NAME,
                                Property.PATH,
                                Property.DESCRIPTION,
                                Property.CITY)),
                        one(List.of(Position.values())),
                        one(WORDS));
            case 7 -> compared(example);
            default -> equal(example);
        };
    }

    private Criterion compared(Asset example) {
        Comparison comparison = one(List.of(Comparison.values()));
        return switch (random.nextInt(5)) {
            case 0 ->
                new Criterion.Compared(
                        Property.CAPTURED, comparison, example.times().captured());
            case 1 ->
                new Criterion.Compared(
                        Property.CREATED, comparison, example.times().created());
            case 2 -> new Criterion.Compared(Property.TRASHED, comparison, START.plusSeconds(4));
            case 3 -> new Criterion.Compared(Property.RATING, comparison, 3);
            default -> new Criterion.Compared(Property.SIZE_IN_BYTES, comparison, 2L);
        };
    }

    private Criterion equal(Asset example) {
        return switch (random.nextInt(8)) {
            case 0 -> Criterion.is(Property.ID, example.id());
            case 1 -> Criterion.is(Property.TYPE, example.type());
            case 2 -> new Criterion.OneOf(Property.VISIBILITY, List.of(Visibility.TIMELINE, Visibility.LOCKED));
            case 3 -> Criterion.is(Property.CHECKSUM, example.original().checksum());
            case 4 -> Criterion.is(Property.FILE_NAME, example.original().fileName());
            case 5 -> new Criterion.OneOf(Property.RATING, List.of(1, 5));
            case 6 -> Criterion.is(Property.CITY, "Genève");
            default -> Criterion.is(Property.MAKE, "Canon");
        };
    }

    public <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Set<T> some(List<T> values) {
        Set<T> some = new HashSet<>(values);
        some.removeIf(value -> random.nextInt(3) > 0);
        return some;
    }

    private <T> Set<T> someOf(List<T> values) {
        Set<T> some = some(values);
        return some.isEmpty() ? Set.of(one(new ArrayList<>(values))) : some;
    }
}
