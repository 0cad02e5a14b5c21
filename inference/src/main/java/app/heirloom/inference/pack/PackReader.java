package app.heirloom.inference.pack;

import app.heirloom.inference.pack.ModelFile.Batch;
import app.heirloom.inference.pack.PackTask.Role;
import app.heirloom.inference.runtime.PictureInput;
import app.heirloom.inference.runtime.PictureInput.Interpolation;
import app.heirloom.inference.runtime.PictureInput.Layout;
import app.heirloom.inference.runtime.PictureInput.Resize;
import app.heirloom.inference.runtime.Preparation;
import app.heirloom.inference.runtime.Preparation.ColorOrder;
import app.heirloom.library.embedding.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code pack.json}, which says of a folder of model files what they are and how they want their input. */
final class PackReader {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LARGEST_SIDE = 4096;

    private final String where;

    /** @param where names the descriptor in messages */
    PackReader(String where) {
        this.where = where;
    }

    Pack read(byte[] json) {
        Fields root;
        try {
            root = new Fields(where, MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw Fields.wrong(where, e.getOriginalMessage());
        }
        PackTask task = root.choice("task", PackTask.values());
        return new Pack(
                new ModelId(root.name("name")),
                task,
                new Pack.Terms(
                        root.text("license"),
                        root.has("acceptLicense") && root.flag("acceptLicense"),
                        root.text("source")),
                files(task, root.part("files")),
                root.settings());
    }

    private List<ModelFile> files(PackTask task, Fields files) {
        var read = new ArrayList<ModelFile>();
        for (Role role : task.roles()) {
            if (role.required() || files.has(role.name())) {
                read.add(file(role, files.part(role.name())));
            }
        }
        files.onlyNames(task.roles().stream().map(Role::name).toList(), "a pack for " + task);
        return read;
    }

    private static ModelFile file(Role role, Fields file) {
        String kind = file.text("kind");
        if (!role.kinds().contains(kind)) {
            throw file.wrong("the kind " + kind + " is not " + String.join(" or ", role.kinds()));
        }
        var content = new ModelFile.Content(file.path("file"), file.sha256(), file.size(), file.source());
        return new ModelFile(
                role.name(),
                kind,
                content,
                role.network() ? Optional.of(shape(file)) : Optional.empty(),
                file.settings());
    }

    private static ModelFile.Shape shape(Fields file) {
        return new ModelFile.Shape(
                file.has("input") ? Optional.of(input(file.part("input"))) : Optional.empty(),
                file.choice("batch", Batch.values()),
                file.has("embedding") ? file.whole("embedding", 1, 1 << 16) : 0,
                file.has("normalized") && file.flag("normalized"),
                file.has("reference") ? file.numbers("reference") : List.of());
    }

    private static PictureInput input(Fields input) {
        return new PictureInput(
                input.whole("width", 0, LARGEST_SIDE),
                input.whole("height", 0, LARGEST_SIDE),
                input.choice("layout", Layout.values()),
                preparation(input),
                input.choice("resize", Resize.values()),
                input.choice("interpolation", Interpolation.values()));
    }

    private static Preparation preparation(Fields input) {
        try {
            return new Preparation(
                    input.choice("colors", ColorOrder.values()), input.numbers("mean"), input.numbers("std"));
        } catch (IllegalArgumentException e) {
            throw input.wrong(e.getMessage());
        }
    }
}
