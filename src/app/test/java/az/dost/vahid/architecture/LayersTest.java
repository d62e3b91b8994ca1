package az.dost.vahid.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.project.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each package stands where the table in change.md says: the compiler holds modules apart, ArchitectureTest layers. */
class LayersTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z-]+(?:/[a-z]+)?) \\| ([^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SOURCE =
            Pattern.compile("src/([a-z-]+)/main/java/az/dost/vahid/(?:(proof|edge|sources|journeys)/)?(?:(\\w+)/)?.*");

    /** By module and package, such as {@code gateway/proof/record}. */
    private static Set<String> told() {
        Map<String, String> told = new TreeMap<>();
        ROW.matcher(Project.text(Path.of("src/docs/change.md")))
                .results()
                .forEach(row -> NAME.matcher(row.group(2))
                        .results()
                        .forEach(name -> assertThat(told.put(row.group(1) + "/" + name.group(1), row.group(1)))
                                .as("%s stands twice", name.group(1))
                                .isNull()));
        return told.keySet();
    }

    private static String place(Path source) {
        var parts = SOURCE.matcher(source.toString().replace('\\', '/'));
        assertThat(parts.matches()).as(source.toString()).isTrue();
        String name =
                parts.group(3) == null || source.getFileName().toString().equals(parts.group(3)) ? "" : parts.group(3);
        return parts.group(1) + (parts.group(2) == null ? "" : "/" + parts.group(2)) + "/" + name;
    }

    @Test
    void every_capability_stands_in_its_module_and_layer() {
        assertThat(Project.sources().stream()
                        .map(LayersTest::place)
                        .filter(place -> !place.endsWith("/"))
                        .collect(Collectors.toSet()))
                .isEqualTo(told());
    }

    /** A compiler forgets the imports that only a comment needs. */
    @Test
    void the_words_import_nothing_of_vahid() {
        assertThat(Project.files("src/core/main/java/az/dost/vahid/answer", ".java"))
                .allSatisfy(file -> assertThat(Project.text(file)).doesNotContain("import az.dost.vahid"));
    }

    @Test
    void every_package_says_what_it_is() {
        Set<Path> folders = Project.sources().stream().map(Path::getParent).collect(Collectors.toSet());
        assertThat(folders)
                .allSatisfy(folder -> assertThat(Files.exists(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .isTrue());
    }

    @Test
    void every_module_is_in_the_build() {
        assertThat(Checkout.folders("main").stream().map(Path::getParent))
                .allSatisfy(module -> assertThat(Project.text(Path.of("pom.xml")))
                        .contains("<module>" + module.toString().replace('\\', '/') + "</module>"));
    }
}
