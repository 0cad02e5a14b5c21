package app.heirloom.cli.identity;

import app.heirloom.cli.terminal.Output;
import app.heirloom.cli.terminal.TerminalProgress;
import app.heirloom.library.identity.Identified;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.library.identity.IdentityTerms;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.tools.identities.sets.SetClustering;
import app.heirloom.tools.identities.sets.SetStore;
import app.heirloom.tools.identities.store.UserFolder;
import app.heirloom.vectors.face.NeighborFaceGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes identity sets. */
@Command(
        name = "cluster",
        description =
                "Make identity sets of the user's faces: faces like those of a set join it, the rest is gathered into"
                        + " new sets, numbered after all that ever were. A second run over the same faces changes nothing.")
final class ClusterCommand implements Runnable {
    @Mixin
    private SetOptions sets = new SetOptions();

    @Mixin
    private TermOptions terms = new TermOptions();

    @Mixin
    private TermOptions.Minimum minimum = new TermOptions.Minimum();

    @Mixin
    private Output output = new Output();

    @Override
    public void run() {
        IdentityTerms chosen = terms.chosen(minimum);
        try (UserFolder user = sets.user();
                FaceCache cache = SetOptions.cache(user);
                SetStore store = sets.open()) {
            Identified found = new SetClustering(store, NeighborFaceGraph::new, new TerminalProgress(output.err()))
                    .run(sets.label(), cache, chosen, terms.acrossUsers());
            output.print(fields(found), () -> print(found));
        }
    }

    private static Map<String, Object> fields(Identified found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("faces", found.counts().all());
        fields.put("known", found.counts().known());
        fields.put("joined", found.counts().joined());
        fields.put("covered_elsewhere", found.counts().foreign());
        fields.put("in_new_sets", found.counts().founding());
        fields.put("poor", found.counts().poor());
        fields.put("alone", found.counts().alone());
        fields.put("new_sets", numbers(found.founded()));
        fields.put("grown_sets", numbers(found.grown()));
        fields.put("covered", found.covered());
        return fields;
    }

    private static List<Integer> numbers(List<IdentitySet> some) {
        return some.stream().map(IdentitySet::number).toList();
    }

    private void print(Identified found) {
        Identified.Counts counts = found.counts();
        output.out()
                .printf(
                        Locale.ROOT,
                        "%,d faces = %,d in sets before + %,d joined + %,d covered by others' sets + %,d in new sets"
                                + " + %,d poor + %,d alone%n%,d new sets, %,d grown%n",
                        counts.all(),
                        counts.known(),
                        counts.joined(),
                        counts.foreign(),
                        counts.founding(),
                        counts.poor(),
                        counts.alone(),
                        found.founded().size(),
                        found.grown().size());
        found.covered()
                .forEach((set, faces) -> output.out().printf(Locale.ROOT, "  set %04d covers %,d%n", set, faces));
    }
}
