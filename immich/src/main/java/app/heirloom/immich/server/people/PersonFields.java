package app.heirloom.immich.server.people;

import app.heirloom.immich.server.http.Fields;
import app.heirloom.immich.server.http.InvalidFieldException;
import app.heirloom.library.person.profile.PersonEdit;
import app.heirloom.library.person.profile.PersonProfile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads what is said of a person: absent fields stay as they are, null clears. */
final class PersonFields {
    private PersonFields() {}

    static PersonEdit read(Fields fields) {
        Optional<String> name = name(fields);
        Optional<LocalDate> birthDate = birthDate(fields);
        Optional<String> color = fields.findText("color");
        Optional<Boolean> hidden = fields.findFlag("isHidden");
        Optional<Boolean> favorite = fields.findFlag("isFavorite");
        boolean clearsBirthDate = fields.isNull("birthDate");
        boolean clearsColor = fields.isNull("color");
        return new PersonEdit(
                old -> new PersonProfile(
                        name.orElse(old.name()),
                        clearsBirthDate ? null : birthDate.isPresent() ? birthDate.get() : old.birthDate(),
                        clearsColor ? null : color.isPresent() ? color.get() : old.color(),
                        hidden.orElse(old.hidden()),
                        favorite.orElse(old.favorite())),
                fields.findAssetId("featureFaceAssetId"));
    }

    private static Optional<String> name(Fields fields) {
        Optional<String> name = fields.findText("name");
        if (name.isPresent() && name.get().length() > PersonProfile.LONGEST_NAME) {
            throw InvalidFieldException.value(
                    "Too long: expected at most " + PersonProfile.LONGEST_NAME + " characters", "name");
        }
        return name;
    }

    private static Optional<LocalDate> birthDate(Fields fields) {
        return fields.findText("birthDate").filter(text -> !text.isEmpty()).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw InvalidFieldException.format("Invalid date: expected YYYY-MM-DD", "birthDate");
            }
        });
    }
}
