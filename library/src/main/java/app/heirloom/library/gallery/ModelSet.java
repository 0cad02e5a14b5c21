package app.heirloom.library.gallery;

import app.heirloom.library.embedding.ModelId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Some models.
 *
 * @param names in their order, with a space between them
 */
public record ModelSet(String names) {
    public static final ModelSet NONE = new ModelSet("");

    private static final String SEPARATOR = " ";

    public static ModelSet of(Collection<ModelId> models) {
        var names = new TreeSet<String>();
        models.forEach(model -> names.add(model.name()));
        return new ModelSet(String.join(SEPARATOR, names));
    }

    public List<ModelId> list() {
        return Stream.of(names.split(SEPARATOR))
                .filter(name -> !name.isEmpty())
                .map(ModelId::new)
                .toList();
    }

    public boolean containsAll(ModelSet others) {
        return new HashSet<>(list()).containsAll(others.list());
    }
}
