package app.heirloom.cli.model;

import app.heirloom.cli.distribution.Distribution;
import app.heirloom.inference.Inference;
import app.heirloom.inference.pack.ModelFolder;
import app.heirloom.inference.pack.Pack;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.preview.PreviewSettings;
import app.heirloom.library.recognition.FaceSettings;
import app.heirloom.media.Media;
import app.heirloom.media.MediaConfig;
import app.heirloom.vectors.ClusterScores;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recognition, tried out. */
@Command(name = "recognize", description = "Try recognition on photos of your own.")
public final class RecognizeCommand {
    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "evaluate",
            description =
                    "Judge a model pack by photos of which you say who is on them: how well it tells people apart, and"
                            + " how well it gathers them.")
    void evaluate(
            @Mixin ModelOptions options,
            @Option(names = "--faces", paramLabel = "DIR", required = true, description = "Folder of photos.")
                    Path faces,
            @Option(
                            names = "--labels",
                            paramLabel = "CSV",
                            required = true,
                            description = "File with the columns file and identity.")
                    Path labels,
            @Option(
                            names = "--pack",
                            paramLabel = "NAME",
                            defaultValue = FaceSettings.DEFAULT_PACK,
                            description = {"Model pack.", "Default: ${DEFAULT-VALUE}"})
                    String name,
            @Option(
                            names = "--likeness",
                            paramLabel = "COSINE",
                            description = {"Mean similarity that makes one person.", "Default: what the pack says"})
                    @Nullable
                    Double likeness) {
        if (!Files.isDirectory(faces)) {
            throw ErrorCode.INVALID.exception(faces + " is no folder");
        }
        LabeledPhotos labeled = LabeledPhotos.read(faces, labels);
        ModelFolder folder = options.folder();
        Pack pack = folder.get(name);
        try (Inference inference = Inference.load(pack, folder);
                Media media = Media.open(MediaConfig.of(Distribution.mediaPrograms(), PreviewSettings.DEFAULT))) {
            var evaluation = new FaceEvaluation(media.pictures(), inference.faceDetector(), inference.faceEmbedder());
            print(evaluation.run(
                    labeled, likeness == null ? pack.settings().number("likeness") : likeness, this::complain));
        }
    }

    private void print(FaceEvaluation.Result result) {
        ClusterScores clusters = result.clusters();
        out().printf(Locale.ROOT, "photos %d, faces %d%n", result.photos(), result.faces());
        result.verification()
                .ifPresent(scores -> out().printf(
                                Locale.ROOT,
                                "telling apart   accuracy %.4f, AUC %.4f, TAR %.4f at FAR 0.001%n",
                                scores.accuracy(),
                                scores.area(),
                                scores.accepted()));
        out().printf(Locale.ROOT, "people          %d found, %d are there%n", clusters.clusters(), clusters.truths());
        out().printf(Locale.ROOT, "pairs           %s%n", score(clusters.pairs()));
        out().printf(Locale.ROOT, "faces (BCubed)  %s%n", score(clusters.items()));
        for (FaceEvaluation.Baseline baseline : result.baselines()) {
            out().printf(
                            Locale.ROOT,
                            "beside: %s: %d found, pairs F1 %.4f, BCubed F1 %.4f%n",
                            baseline.name(),
                            baseline.clusters().clusters(),
                            baseline.clusters().pairs().f1(),
                            baseline.clusters().items().f1());
        }
        out().flush();
    }

    private static String score(ClusterScores.Score score) {
        return String.format(
                Locale.ROOT, "precision %.4f, recall %.4f, F1 %.4f", score.precision(), score.recall(), score.f1());
    }

    private synchronized void complain(String complaint) {
        Objects.requireNonNull(spec).commandLine().getErr().println(complaint);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
