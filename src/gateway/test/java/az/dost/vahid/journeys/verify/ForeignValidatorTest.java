package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What DSS says of what the gateway signs, today and when its certificate is long over. DSS is a process of its own,
 * {@code src/gateway/test/dss}, with its own libraries and none of ours.
 */
class ForeignValidatorTest {
    private static final Instant NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
    /** In 2028, when the gateway's certificate of 2026 is over. */
    private static final Instant LATER = NOW.plus(Duration.ofDays(550));

    @TempDir
    private static Path folder;

    private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

    @BeforeAll
    static void sign() throws Exception {
        SignedSamples.sign(folder);
        List<String> commands = new ArrayList<>(List.of(
                "trust\t" + folder.resolve("root.pem"),
                // Before it knows a list: by what is in it alone.
                "validate\t" + NOW + "\t" + folder.resolve("lasting.asice"),
                "validate\t" + LATER + "\t" + folder.resolve("lasting.asice"),
                "revoked\t" + folder.resolve("revoked-later.crl"),
                "revoked\t" + folder.resolve("revoked-authorities-later.crl"),
                "raise\t" + folder.resolve("container.asice") + "\t" + folder.resolve("raised.asice")));
        for (String file : List.of(
                "container.asice",
                "raised.asice",
                "dossier.xml",
                "dossier.p7s\t" + folder.resolve("dossier.json"),
                "unstamped.asice")) {
            commands.add("validate\t" + NOW + "\t" + folder.resolve(file.split("\t")[0])
                    + (file.contains("\t") ? file.substring(file.indexOf('\t')) : ""));
        }
        for (String file : List.of("container.asice", "raised.asice", "unstamped.asice")) {
            commands.add("validate\t" + LATER + "\t" + folder.resolve(file));
        }
        commands.addAll(List.of(
                "trust\t" + folder.resolve("gateway-dossier.pem"),
                "validate\t" + NOW + "\t" + folder.resolve("compact.jws"),
                "validate\t" + NOW + "\t" + folder.resolve("detached.jws") + "\t" + folder.resolve("dossier.json")));
        ForeignDss.run(folder, commands)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .filter(line -> line.size() == 6)
                .forEach(line -> SAID.put(line.get(0) + " " + line.get(1), line.subList(2, 6)));
    }

    private static void passes(String file, Instant at, String format) {
        assertThat(SAID.get(at + " " + file))
                .as(file + " at " + at + " of " + SAID)
                .containsExactly(format, "TOTAL_PASSED", "null", "");
    }

    @Test
    void a_container_is_baseline_t_and_passes_today() {
        passes("container.asice", NOW, "XAdES-BASELINE-T");
    }

    @Test
    void a_container_passes_when_the_certificate_is_over_by_the_list_of_its_authority() {
        passes("container.asice", LATER, "XAdES-BASELINE-T");
    }

    @Test
    void a_container_with_the_lists_of_its_authorities_passes_today_and_later_by_what_is_in_it_alone() {
        passes("lasting.asice", NOW, "XAdES-BASELINE-LTA");
        passes("lasting.asice", LATER, "XAdES-BASELINE-LTA");
    }

    @Test
    void a_container_that_was_raised_passes_today_and_later() {
        passes("raised.asice", NOW, "XAdES-BASELINE-LT");
        passes("raised.asice", LATER, "XAdES-BASELINE-LT");
    }

    /** What the time-stamp is for: without one the signature could be of yesterday. */
    @Test
    void a_container_without_a_stamp_passes_today_and_not_later() {
        passes("unstamped.asice", NOW, "XAdES-BASELINE-B");
        assertThat(SAID.get(LATER + " unstamped.asice")).contains("INDETERMINATE");
    }

    @Test
    void signed_xml_misses_no_attribute() {
        passes("dossier.xml", NOW, "XAdES-BASELINE-B");
    }

    @Test
    void a_files_signature_misses_no_attribute() {
        passes("dossier.p7s", NOW, "CAdES-BASELINE-B");
    }

    @Test
    void a_jws_misses_no_attribute() {
        passes("compact.jws", NOW, "JAdES-BASELINE-B");
        passes("detached.jws", NOW, "JAdES-BASELINE-B");
    }

    private static String verify(String container, String... more) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                folder.resolve(container).toString(),
                "--certificate",
                folder.resolve("gateway-dossier.pem").toString(),
                "--time-stamps",
                folder.resolve("time-stamps.pem").toString()));
        arguments.addAll(List.of(more));
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    @Test
    void a_container_that_dss_raised_holds_with_ours_and_what_was_added_is_noted() {
        assertThat(verify("raised.asice"))
                .contains(
                        "form: XAdES-BASELINE-T with unchecked additions",
                        "A time-stamp authority saw the signature at ",
                        "Somebody else added to the signature",
                        "RevocationValues",
                        "It was packed again by somebody else");
    }

    @Test
    void a_container_that_lasts_is_checked_with_its_authorities() {
        assertThat(verify(
                        "lasting.asice",
                        "--authorities",
                        folder.resolve("authorities.pem").toString()))
                .contains(
                        "form: XAdES-BASELINE-LTA\n",
                        "A time-stamp authority saw the signature with what was added to it at ",
                        "CN=dossier was not revoked when it signed",
                        "CN=time-stamps was not revoked when it signed",
                        "CN=Authority was not revoked when it signed")
                .doesNotContain("checked");
    }

    @Test
    void without_its_authorities_it_is_said_that_the_lists_were_not_checked() {
        assertThat(verify("lasting.asice"))
                .contains(
                        "form: XAdES-BASELINE-T with unchecked additions",
                        "It carries revocation lists, which can be checked with --authorities.");
    }
}
