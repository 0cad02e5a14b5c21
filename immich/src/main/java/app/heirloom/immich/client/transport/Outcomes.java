package app.heirloom.immich.client.transport;

import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Outcome.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Reads how each of several things fared. */
public final class Outcomes {
    private Outcomes() {}

    /** Sends the ids in chunks, in the field that the servers want them in, and gathers what became of each. */
    public static <T> List<Outcome> gather(
            Transport transport, Collection<T> things, Function<T, UUID> id, Function<List<UUID>, Call> call) {
        List<Outcome> outcomes = new ArrayList<>();
        Chunks.forEach(things, id, chunk -> outcomes.addAll(read(transport.json(call.apply(chunk)))));
        return outcomes;
    }

    private static List<Outcome> read(Answer answer) {
        return answer.requiredElements().stream().map(Outcomes::readOne).toList();
    }

    private static Outcome readOne(Answer json) {
        UUID id = json.uuid("id");
        if (json.flag("success")) {
            return Outcome.changed(id);
        }
        return switch (json.findText("error").orElse("")) {
            case "duplicate" -> Outcome.refused(id, Refusal.DUPLICATE);
            case "not_found" -> Outcome.refused(id, Refusal.NOT_FOUND);
            case "validation" ->
                Outcome.invalid(id, json.findText("errorMessage").orElse("invalid"));
            default -> Outcome.refused(id, Refusal.NO_PERMISSION);
        };
    }
}
