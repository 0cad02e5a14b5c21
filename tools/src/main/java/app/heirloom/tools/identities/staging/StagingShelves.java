package app.heirloom.tools.identities.staging;

import app.heirloom.tools.identities.store.PictureFolder;
import app.heirloom.tools.identities.store.StagingLedger;
import java.util.function.Predicate;

/**
 * Where staging puts things.
 *
 * @param known whether the cache of faces has a picture with this SHA-256
 */
public record StagingShelves(StagingLedger ledger, PictureFolder pictures, Predicate<String> known) {}
