package app.heirloom.library.person.profile;

import app.heirloom.library.asset.AssetId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a user changes about a person.
 *
 * @param profile makes the new profile of the old one
 * @param featureAsset the asset whose face of the person is to picture it
 */
public record PersonEdit(UnaryOperator<PersonProfile> profile, Optional<AssetId> featureAsset) {}
