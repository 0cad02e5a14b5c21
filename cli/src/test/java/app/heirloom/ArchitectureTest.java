package app.heirloom;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house, over the classes and sources of every module. */
class ArchitectureTest {
    private static final Set<String> MODULES =
            Set.of("library", "storage", "media", "inference", "vectors", "tools", "immich", "server", "cli");
    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Service|Manager|Helper|Utils?|Impl|Core|Base|Processor|Info|Data)");
    /** Names that others gave: the {@code udta} box of the ISO base media format. */
    private static final Set<String> FOREIGN_NAMES = Set.of("UserData");

    private static final int MAX_PARAMETERS = 6;
    private static final int MAX_LINES = 500;
    private static final int MAX_FILES = 20;

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("app.heirloom");

    @Test
    void theRulesSeeEveryModule() {
        assertThat(MODULES)
                .allSatisfy(module -> assertThat(ALL.that(resideInAnyPackage(packagesOf(module))))
                        .as(module)
                        .hasSizeGreaterThan(4));
        assertThat(ALL)
                .allSatisfy(type -> assertThat(MODULES)
                        .as("the module of " + type.getName())
                        .contains(type.getPackageName().split("\\.", -1)[2]));
    }

    @Test
    void theLibraryKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage(packagesOf("library"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(packagesOf("library"), "java..", "javax.crypto..", "org.jspecify..")
                                .and(DescribedPredicate.not(resideInAnyPackage("java.sql..", "java.net.http.."))))
                .check(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage", "media", "inference", "vectors", "immich", "tools"})
    void anAdapterKnowsNoSibling(String adapter) {
        String[] others = MODULES.stream()
                .filter(module -> !module.equals(adapter) && !module.equals("library"))
                .map(ArchitectureTest::packagesOf)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packagesOf(adapter))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(ALL);
    }

    /** They are public only since their one factory is in the package above them. */
    @Test
    void onlyTheStorageKnowsTheRepositories() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.heirloom.storage.sql..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.heirloom.storage.sql.*..")
                .check(ALL);
    }

    /** The command line starts the server; all else it would do to the modules below goes through that. */
    @Test
    void theServerDoesNotKnowTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage(packagesOf("server"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packagesOf("cli"))
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void thereAreNoRingsOfPackages(String module) {
        slices().assignedFrom(packagesAsSlices())
                .should()
                .beFreeOfCycles()
                .check(ALL.that(resideInAPackage(packagesOf(module))));
    }

    /** The package in which a module begins too, which a pattern of slices leaves out. */
    private static SliceAssignment packagesAsSlices() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packagesOf("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should(new ArchCondition<JavaClass>("not end in a word that says nothing") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String name = type.getSimpleName();
                        boolean banned = BANNED_NAME.matcher(name).matches() && !FOREIGN_NAMES.contains(name);
                        events.add(new SimpleConditionEvent(type, !banned, type.getName()));
                    }
                })
                .check(ALL);
    }

    /** Records of the wire are as wide as the wire. */
    @Test
    void constructorsHaveFewParameters() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Json")
                .should(new ArchCondition<JavaConstructor>("have at most " + MAX_PARAMETERS + " parameters") {
                    @Override
                    public void check(JavaConstructor constructor, ConditionEvents events) {
                        boolean few = constructor.getRawParameterTypes().size() <= MAX_PARAMETERS;
                        events.add(new SimpleConditionEvent(constructor, few, constructor.getFullName()));
                    }
                })
                .check(ALL);
    }

    @Test
    void filesAreShort() throws IOException {
        var seen = new ArrayList<Path>();
        var tooLong = new ArrayList<Path>();
        for (String module : MODULES) {
            for (Path source : sourcesOf(module)) {
                seen.add(source);
                if (Files.readAllLines(source).size() > MAX_LINES) {
                    tooLong.add(source);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
        assertThat(tooLong).isEmpty();
    }

    /** A newcomer sees at a glance what is in a package. */
    @ParameterizedTest
    @MethodSource("modules")
    void packagesAreSmall(String module) throws IOException {
        Map<Path, Long> files = sourcesOf(module).stream()
                .filter(source -> source.startsWith(Path.of("..", module, "src", "main")))
                .collect(Collectors.groupingBy(
                        source -> Objects.requireNonNull(source.getParent()), Collectors.counting()));
        assertThat(files)
                .hasSizeGreaterThan(1)
                .allSatisfy((folder, count) ->
                        assertThat(count).as("files in %s", folder).isLessThanOrEqualTo(MAX_FILES));
    }

    private static Set<String> modules() {
        return MODULES;
    }

    private static List<Path> sourcesOf(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String packagesOf(String module) {
        return "app.heirloom." + module + "..";
    }
}
