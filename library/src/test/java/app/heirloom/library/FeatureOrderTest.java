package app.heirloom.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A feature imports only from lower rows; what is not in the table does not exist. */
class FeatureOrderTest {
    private static final String ROOT = "app.heirloom.library.";
    private static final List<Set<String>> ROWS = List.of(
            Set.of("error", "event", "transaction"),
            Set.of("job"),
            Set.of("user"),
            Set.of("asset"),
            Set.of("metadata", "embedding"),
            Set.of("preview", "face", "text", "likeness", "livephoto", "stack", "tag", "trash"),
            Set.of("album", "person", "external", "map"),
            Set.of("duplicate", "sharing", "download", "recognition"),
            Set.of("timeline", "search", "resolution"),
            Set.of("ingest", "sync", "remote", "gallery"),
            Set.of("identity", "device"),
            Set.of("pipeline"));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.heirloom.library");

    @Test
    void featuresImportOnlyFromLowerRows() {
        var wrong = new TreeSet<String>();
        for (var type : classes) {
            int row = rowOf(type.getPackageName());
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                String target = dependency.getTargetClass().getPackageName();
                if (target.startsWith(ROOT)
                        && !featureOf(target).equals(featureOf(type.getPackageName()))
                        && rowOf(target) >= row) {
                    wrong.add(type.getName() + " -> "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theRuleSeesEveryFeature() {
        var seen = new TreeSet<String>();
        classes.forEach(type -> seen.add(featureOf(type.getPackageName())));
        seen.remove("");
        assertThat(seen).hasSize(ROWS.stream().mapToInt(Set::size).sum());
    }

    private static int rowOf(String packageName) {
        String feature = featureOf(packageName);
        for (int row = 0; row < ROWS.size(); row++) {
            if (feature.isEmpty() || ROWS.get(row).contains(feature)) {
                return row;
            }
        }
        throw new AssertionError(packageName + " has no place in the feature order");
    }

    /** A feature's packages below it are its own affair. */
    private static String featureOf(String packageName) {
        return packageName.startsWith(ROOT)
                ? packageName.substring(ROOT.length()).replaceFirst("\\..*", "")
                : "";
    }
}
