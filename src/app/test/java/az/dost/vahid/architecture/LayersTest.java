package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layers are those of the table in change.md. */
class LayersTest {
    private static final String ROOT = "az.dost.vahid.";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d) \\w+ \\| ([^|]+) \\|");
    private static final Map<String, Integer> LAYERS = layers();

    private static Map<String, Integer> layers() {
        Map<String, Integer> layers = new TreeMap<>();
        ROW.matcher(Project.text(Path.of("src/docs/change.md")))
                .results()
                .forEach(row -> Pattern.compile("`(\\w+)`")
                        .matcher(row.group(2))
                        .results()
                        .forEach(name -> assertThat(layers.put(name.group(1), Integer.valueOf(row.group(1))))
                                .as("%s stands twice", name.group(1))
                                .isNull()));
        return layers;
    }

    /** The capability, empty for the classes that start the gateway. */
    private static String capability(JavaClass type) {
        return type.getPackageName().length() < ROOT.length()
                ? ""
                : type.getPackageName().substring(ROOT.length()).replaceFirst("[.].*", "");
    }

    private static Stream<JavaClass> types(Predicate<JavaClass> which) {
        return Project.classes().stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .filter(which);
    }

    @Test
    void every_capability_has_its_layer() {
        assertThat(types(type -> !capability(type).isEmpty())
                        .map(LayersTest::capability)
                        .collect(Collectors.toSet()))
                .isEqualTo(LAYERS.keySet());
    }

    @Test
    void no_capability_uses_one_of_a_layer_that_stands_on_it() {
        assertThat(Project.classes().stream()
                        .filter(type -> !capability(type).isEmpty())
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> LAYERS.getOrDefault(capability(use.getTargetClass()), 0)
                                > LAYERS.get(capability(use.getOriginClass())))
                        .map(use -> use.getOriginClass().getName() + " uses "
                                + use.getTargetClass().getName())
                        .distinct())
                .isEmpty();
    }

    /** A compiler forgets the imports that only a comment needs. */
    @Test
    void the_words_import_nothing_of_vahid() {
        assertThat(Project.files("src/core/main/java/az/dost/vahid/answer", ".java"))
                .allSatisfy(file -> assertThat(Project.text(file)).doesNotContain("import az.dost.vahid"));
    }

    @Test
    void every_package_says_what_it_is() {
        Set<Path> folders = Project.files("src/main/java", ".java").stream()
                .map(Path::getParent)
                .collect(Collectors.toSet());
        assertThat(folders)
                .allSatisfy(folder -> assertThat(Files.exists(folder.resolve("package-info.java")))
                        .isTrue());
    }
}
