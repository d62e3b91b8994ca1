package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which libraries the jars are made: what they say is what is in them, may be handed on, and is written down. */
class LibrariesIT {
    private static final String GATEWAY = "target/vahid.jar";
    private static final String DEMONSTRATION = "target/vahid-demo.jar";
    private static final Path ADVISORIES = Path.of("src/docs/advisories.md");
    private static final String NO_DIGEST = "";
    /** A package of others that was unpacked into one of our jars. */
    private static final Pattern UNPACKED =
            Pattern.compile("(META-INF/maven/(?!az[.]dost/)[^/]+/[^/]+/)pom[.]properties");

    private static JsonNode bill(String jar) throws IOException {
        return new ObjectMapper().readTree(text(jar, "META-INF/sbom/application.cdx.json"));
    }

    private static String text(String jar, String entry) throws IOException {
        try (JarFile read = new JarFile(jar)) {
            ZipEntry found = read.getEntry(entry);
            assertThat(found).as(entry).isNotNull();
            return new String(read.getInputStream(found).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Where each library lies according to the bill, with its digest where that is a file. */
    private static Map<String, String> billed(String jar) throws IOException {
        Map<String, String> billed = new TreeMap<>();
        for (JsonNode part : bill(jar).path("components")) {
            for (JsonNode occurrence : part.path("evidence").path("occurrences")) {
                billed.put(
                        occurrence.path("location").asText(),
                        part.path("hashes").path(0).path("content").asText());
            }
        }
        return billed;
    }

    private static Map<String, String> within(String jar) throws IOException {
        Map<String, String> within = new TreeMap<>();
        try (JarFile read = new JarFile(jar)) {
            for (ZipEntry entry : read.stream().toList()) {
                if (entry.getName().startsWith("org/springframework/boot/loader/")) {
                    within.put("org/springframework/boot/loader/", NO_DIGEST);
                } else if (entry.getName().endsWith(".jar")) {
                    byte[] bytes = read.getInputStream(entry).readAllBytes();
                    within.put(entry.getName(), digest(bytes));
                    if (entry.getName().startsWith("BOOT-INF/lib/vahid-")) {
                        within.putAll(nested(entry.getName() + "!/", bytes));
                    }
                }
            }
        }
        return within;
    }

    private static Map<String, String> nested(String place, byte[] module) throws IOException {
        Map<String, String> nested = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(module))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Matcher unpacked = UNPACKED.matcher(entry.getName());
                if (entry.getName().endsWith(".jar")) {
                    nested.put(place + entry.getName(), digest(in.readAllBytes()));
                } else if (unpacked.matches()) {
                    nested.put(place + unpacked.group(1), NO_DIGEST);
                }
            }
        }
        return nested;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GATEWAY, DEMONSTRATION})
    void the_bill_of_materials_of_a_jar_lists_what_is_in_it_and_nothing_else(String jar) throws IOException {
        Map<String, String> billed = billed(jar);
        Map<String, String> within = within(jar);
        assertThat(billed.keySet()).containsExactlyElementsOf(within.keySet());
        assertThat(billed.keySet())
                .anyMatch(place -> place.endsWith("!/dss-lib/xmlsec-3.0.6.jar"))
                .anyMatch(place -> place.endsWith("!/META-INF/maven/org.webjars.npm/govuk-frontend/"));
        // The packager adds it after the bill was made.
        billed.entrySet().removeIf(part -> part.getKey().startsWith("BOOT-INF/lib/spring-boot-jarmode-tools-"));
        assertThat(within).containsAllEntriesOf(billed);
    }

    @ParameterizedTest
    @ValueSource(strings = {GATEWAY, DEMONSTRATION})
    void each_licence_of_the_bill_has_its_text_in_the_jar_and_no_other_text_is_there(String jar) throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (JsonNode part : bill(jar).path("components")) {
            JsonNode licence = part.path("licenses").path(0);
            String expression = licence.path("expression")
                    .asText(licence.path("license").path("id").asText());
            assertThat(expression).as(part.path("purl").asText()).isNotEmpty();
            for (String id : expression.replaceAll("[()]", "").split(" (OR|AND|WITH) ")) {
                wanted.add("META-INF/licences/" + id.replaceAll("-(only|or-later)$", "") + ".txt");
            }
        }
        try (JarFile read = new JarFile(jar)) {
            assertThat(read.stream()
                            .map(ZipEntry::getName)
                            .filter(name -> name.startsWith("META-INF/licences/") && !name.endsWith("/")))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
        for (String file : wanted) {
            assertThat(text(jar, file)).as(file).hasSizeGreaterThan(500);
        }
        assertThat(wanted)
                .contains(
                        "META-INF/licences/LGPL-2.1.txt",
                        "META-INF/licences/EPL-1.0.txt",
                        "META-INF/licences/CPL-1.0.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {GATEWAY, DEMONSTRATION})
    void a_jar_has_our_licence_our_notice_and_a_list_that_names_each_third_party(String jar) throws IOException {
        assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
        assertThat(text(jar, "META-INF/NOTICE")).isEqualTo(Files.readString(Path.of("NOTICE")));
        Set<String> listed =
                text(jar, "META-INF/THIRD-PARTY.txt").lines().map(String::strip).collect(Collectors.toSet());
        for (JsonNode part : bill(jar).path("components")) {
            if (!part.path("group").asText().equals("az.dost")) {
                assertThat(listed)
                        .contains(part.path("group").asText()
                                + ':'
                                + part.path("name").asText()
                                + ' '
                                + part.path("version").asText());
            }
        }
    }

    @Test
    void a_licence_that_a_pom_names_wrongly_is_told_as_our_conclusion() throws IOException {
        assertThat(bill(GATEWAY).path("components"))
                .filteredOn(part -> part.path("name").asText().equals("spring-session-core"))
                .singleElement()
                .satisfies(part -> assertThat(part.path("licenses").toString())
                        .isEqualTo("[{\"license\":{\"id\":\"Apache-2.0\",\"acknowledgement\":\"concluded\"}}]"));
    }

    /**
     * They belong to the British government; see {@code AssetsTest} for what pages ask for. The letters that pages have
     * are a part of Inter, under the OFL that lies beside them (NOTICE).
     */
    @ParameterizedTest
    @ValueSource(strings = {GATEWAY, DEMONSTRATION})
    void no_jar_has_the_typeface_or_the_crest_of_others(String jar) throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile read = new JarFile(jar)) {
            for (ZipEntry library : read.stream().toList()) {
                if (library.getName().endsWith(".jar")) {
                    try (ZipInputStream in = new ZipInputStream(read.getInputStream(library))) {
                        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                            if (entry.getName().matches("(?i).*([.](woff2?|ttf|otf|eot)|/assets/images/|crest).*")) {
                                found.add(library.getName() + "!/" + entry.getName());
                            }
                        }
                    }
                }
            }
        }
        assertThat(found)
                .allMatch(entry ->
                        entry.matches("BOOT-INF/lib/vahid-pages-[^/]+[.]jar!/pages/assets/inter-(400|700)[.]woff"))
                .hasSize(2);
    }

    /** Elsewhere a build adds the database of that platform (decision 194). */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_page_of_libraries_is_what_the_build_made_of_the_bills() throws IOException {
        assertThat(Path.of("src/docs/libraries.md"))
                .as("write it anew: cp target/libraries.md src/docs/libraries.md")
                .hasSameTextualContentAs(Path.of("target/libraries.md"));
    }

    private record Advisory(String day, String library, String id, String touched, String here, String reach) {
        boolean of(JsonNode part) {
            return (part.path("group").asText() + ':' + part.path("name").asText())
                    .matches(library.replace(".", "[.]").replace("*", ".*"));
        }
    }

    static Stream<Advisory> advisories() throws IOException {
        return Files.readAllLines(ADVISORIES).stream()
                .dropWhile(line -> !line.startsWith("| looked up |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split(" ?[|] ?", -1))
                .map(cells -> new Advisory(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("advisories")
    void an_advisory_has_its_day_its_number_and_a_library_of_the_version_that_is_in_the_jars(Advisory advisory)
            throws IOException {
        assertThat(advisory.day).matches("\\d{1,2} [A-Z][a-z]+ \\d{4}");
        assertThat(advisory.id).containsPattern("CVE-\\d{4}-\\d{4,}|GHSA-");
        assertThat(advisory.touched).isNotBlank();
        Set<String> versions = new TreeSet<>();
        for (JsonNode part : bill(DEMONSTRATION).path("components")) {
            if (advisory.of(part)) {
                versions.add(part.path("version").asText());
            }
        }
        if (advisory.here.equals("gone")) {
            assertThat(versions).as("it is there again").isEmpty();
        } else if (advisory.here.equals("mended")) {
            assertThat(versions).as("it is gone").isNotEmpty();
        } else {
            assertThat(versions)
                    .as("the version has changed: look whether it is mended")
                    .containsExactly(advisory.here);
            assertThat(advisory.reach).as("whether it reaches us").isNotBlank();
        }
    }
}
