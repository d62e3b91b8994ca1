package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fault leaves one bad file more, with rows that show it, and takes it back. */
class BadDropsTest {
    static final List<String> AGENCIES = FileAgencies.IDS;

    @TempDir
    static Path folder;

    private static FileAgencies agencies;

    @BeforeAll
    static void leave() throws Exception {
        org.apache.xml.security.Init.init();
        agencies = new FileAgencies(folder).left();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @AfterEach
    void clear() {
        agencies.faults.clear();
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void aBadFileIsTheNewestAndGoesWithItsFault(String agency) throws Exception {
        List<Path> before = agencies.drops(agency);
        Path bad = bad(agency, Fault.WRONG_SIGNATURE);
        Descriptor descriptor = Descriptor.of(agency);
        assertThat(before)
                .allSatisfy(good -> assertThat(order(descriptor, good)).isLessThan(order(descriptor, bad)));
        agencies.faults.clear();
        assertThat(agencies.drops(agency)).isEqualTo(before);
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void allRowsOfABadFileAreMarked(String agency) throws Exception {
        List<JsonNode> rows = Rows.of(bad(agency, Fault.WRONG_SIGNATURE), Descriptor.of(agency));
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.toString()).contains(DropAgency.MARK));
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void mixedUpCitizensAreSignedTwiceAndMisspelt(String agency) throws Exception {
        Path bad = bad(agency, Fault.OTHER_CITIZEN);
        assertThat(verifies(agency, bad)).isTrue();
        Descriptor descriptor = Descriptor.of(agency);
        List<String> fins = new ArrayList<>();
        for (JsonNode row : Rows.of(bad, descriptor)) {
            fins.add(descriptor.mapping().apply(row).path("subject").asText());
        }
        Set<String> once = new HashSet<>(fins);
        assertThat(once).hasSize(fins.size() - 1);
        assertThat(fins).anySatisfy(fin -> assertThat(fin).doesNotMatch("[0-9A-HJ-NP-Z]{7}"));
    }

    @ParameterizedTest
    @FieldSource("AGENCIES")
    void aReplayedFileIsAnOldOneUnderANewName(String agency) throws Exception {
        Path replayed = bad(agency, Fault.REPLAYED);
        assertThat(agencies.drops(agency).stream().filter(file -> !file.equals(replayed)))
                .anySatisfy(file -> assertThat(file).hasSameBinaryContentAs(replayed));
        assertThat(verifies(agency, replayed)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED", "WRONG_SIGNATURE", "NO_SIGNATURE"})
    void noFaultySignatureVerifies(Fault fault) throws Exception {
        for (String agency : AGENCIES) {
            Path bad = bad(agency, fault);
            if (agency.equals("defence")) {
                assertThatThrownBy(() -> assertThat(verifies(agency, bad)).isTrue());
            } else {
                assertThat(verifies(agency, bad)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"displaced-persons", "state-insurance", "local-executive"})
    void anUnsignedDropHasAnEmptySignatureFile(String agency) throws Exception {
        Path bad = bad(agency, Fault.NO_SIGNATURE);
        assertThat(bad.resolveSibling(bad.getFileName() + CmsSeal.SUFFIX)).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"displaced-persons", "state-insurance", "local-executive"})
    void aHugeFileIsLongerThanTheConnectorAllows(String agency) throws Exception {
        assertThat(Files.size(bad(agency, Fault.HUGE)))
                .isGreaterThan(Descriptor.of(agency).drop().path("maxFileBytes").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"displaced-persons", "state-insurance", "local-executive"})
    void garbageIsSignedLikeAnyFile(String agency) throws Exception {
        assertThat(verifies(agency, bad(agency, Fault.GARBAGE))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY", "HANG", "RESET", "HTTP_500", "SOAP_FAULT"})
    void faultsOfTransportLeaveNoFile(Fault fault) throws Exception {
        for (String agency : AGENCIES) {
            List<Path> before = agencies.drops(agency);
            agencies.faults.set(agency, fault);
            assertThat(agencies.drops(agency)).isEqualTo(before);
        }
    }

    private static Path bad(String agency, Fault fault) throws Exception {
        List<Path> before = agencies.drops(agency);
        agencies.faults.set(agency, fault);
        List<Path> more = new ArrayList<>(agencies.drops(agency));
        more.removeAll(before);
        assertThat(more).hasSize(1);
        return more.get(0);
    }

    private static String order(Descriptor descriptor, Path file) {
        return descriptor.name(file).group("date") + descriptor.name(file).group("sequence");
    }

    private static boolean verifies(String agency, Path drop) throws Exception {
        X509Certificate pinned = agencies.certificate(agency);
        return agency.equals("defence") ? Proofs.dom(Rows.unzipped(drop), pinned) : Proofs.cms(drop, pinned);
    }
}
