package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.duplicate.Candidate;
import app.heirloom.library.duplicate.FingerprintRepository;
import app.heirloom.library.likeness.Fingerprint;
import app.heirloom.library.likeness.PerceptualIndex;
import app.heirloom.library.likeness.PixelHash;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.sql.row.AssetRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class SqlFingerprintRepository implements FingerprintRepository {
    private static final String CANDIDATES = "select " + AssetRows.COLUMNS + ", " + FingerprintRows.COLUMNS + """
             from asset left join fingerprint on fingerprint.checksum = asset.checksum
            where trashed_at is null and visibility in (?, ?)""";

    private final Database database;

    public SqlFingerprintRepository(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Fingerprint> find(Checksum content) {
        return database.find(
                        "select " + FingerprintRows.COLUMNS + " from fingerprint where checksum = ?",
                        FingerprintRows::find,
                        content.bytes())
                .flatMap(found -> found);
    }

    @Override
    public void save(Checksum content, Fingerprint fingerprint) {
        database.update("delete from fingerprint where checksum = ?", content.bytes());
        database.update(
                "insert into fingerprint (checksum, " + FingerprintRows.COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                content.bytes(),
                FingerprintRows.bytes(fingerprint.pixels()),
                FingerprintRows.bytes(fingerprint.whole()),
                FingerprintRows.bytes(fingerprint.crops()),
                fingerprint.look().aspect(),
                fingerprint.look().cells());
    }

    @Override
    public List<PerceptualIndex.Entry> listAfter(long number, int limit) {
        return database.list(
                "select number, whole, crops from fingerprint where number > ? order by number limit ?",
                row -> new PerceptualIndex.Entry(
                        row.number(), FingerprintRows.hashes(row.bytes()), FingerprintRows.hashes(row.bytes())),
                number,
                limit);
    }

    @Override
    public Optional<Candidate> findCandidate(AssetId id) {
        return candidates(" and asset.id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<Candidate> listByAsset(UserId owner, Collection<AssetId> ids) {
        return listByKey(owner, "asset.id", ids.stream().map(AssetId::value).toList());
    }

    @Override
    public List<Candidate> listByChecksum(UserId owner, Collection<Checksum> contents) {
        return listByKey(
                owner, "asset.checksum", contents.stream().map(Checksum::bytes).toList());
    }

    @Override
    public List<Candidate> listByPixels(UserId owner, PixelHash pixels) {
        return listByKey(owner, "pixels", List.of(FingerprintRows.bytes(pixels)));
    }

    @Override
    public List<Candidate> listByNumber(UserId owner, Collection<Long> numbers) {
        return listByKey(owner, "fingerprint.number", numbers);
    }

    private List<Candidate> listByKey(UserId owner, String column, Collection<?> keys) {
        List<Candidate> found = new ArrayList<>();
        Database.inPortions(
                keys,
                (portion, placeholders) -> found.addAll(candidates(
                        " and owner_id = ? and " + column + " in " + placeholders,
                        Stream.concat(Stream.of(owner.value()), portion.stream())
                                .toArray())));
        return found;
    }

    private List<Candidate> candidates(String condition, Object... arguments) {
        Object[] all = Stream.concat(Stream.of(Visibility.TIMELINE, Visibility.ARCHIVE), Stream.of(arguments))
                .toArray();
        return database.list(CANDIDATES + condition, SqlFingerprintRepository::candidate, all);
    }

    private static Candidate candidate(Row row) {
        return new Candidate(AssetRows.asset(row), FingerprintRows.find(row));
    }
}
