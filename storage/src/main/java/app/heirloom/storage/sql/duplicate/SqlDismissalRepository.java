package app.heirloom.storage.sql.duplicate;

import app.heirloom.library.asset.Checksum;
import app.heirloom.library.duplicate.ContentPair;
import app.heirloom.library.duplicate.DismissalRepository;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.Database;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

public final class SqlDismissalRepository implements DismissalRepository {
    private final Database database;

    public SqlDismissalRepository(Database database) {
        this.database = database;
    }

    @Override
    public void add(UserId owner, Collection<ContentPair> pairs) {
        for (ContentPair pair : pairs) {
            database.update(
                    "insert into not_duplicate values (?, ?, ?) on conflict do nothing",
                    owner.value(),
                    pair.lower().bytes(),
                    pair.higher().bytes());
        }
    }

    @Override
    public void remove(UserId owner, Collection<ContentPair> pairs) {
        for (ContentPair pair : pairs) {
            database.update(
                    "delete from not_duplicate where owner_id = ? and one_checksum = ? and other_checksum = ?",
                    owner.value(),
                    pair.lower().bytes(),
                    pair.higher().bytes());
        }
    }

    @Override
    public Set<ContentPair> list(UserId owner, Collection<Checksum> contents) {
        Set<Checksum> wanted = Set.copyOf(contents);
        Set<ContentPair> found = new HashSet<>();
        Database.inPortions(
                wanted.stream().map(Checksum::bytes).toList(),
                (portion, placeholders) -> database.forEach(
                        "select one_checksum, other_checksum from not_duplicate where owner_id = ? and one_checksum in "
                                + placeholders,
                        row -> {
                            var pair = new ContentPair(Checksum.of(row.bytes()), Checksum.of(row.bytes()));
                            if (wanted.contains(pair.higher())) {
                                found.add(pair);
                            }
                        },
                        Stream.concat(Stream.of(owner.value()), portion.stream())
                                .toArray()));
        return found;
    }
}
