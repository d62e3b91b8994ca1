package az.dost.vahid.offers;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An offer is checked by whoever awards with nothing of ours: its signatures, its evidence and each condition anew
 * ({@code src/rights/test/second/offer.mjs}, {@code src/docs/proof.py}).
 */
class OfferCheckedElsewhereTest {
    private static final Path SECOND = Path.of("src/rights/test/second").toAbsolutePath();
    private static final String CONTAINER = "application/vnd.etsi.asic-e+zip";
    private final RightsSystem system = RightsSystem.get();
    private Path grants;
    private String before;

    @TempDir
    private Path folder;

    /** The fund may have original answers for once. */
    @BeforeEach
    void grant() throws IOException {
        grants = system.vahid.data().resolve("requesters/pension-fund.yaml");
        before = Files.readString(grants);
        Files.writeString(grants, before + "evidence: true\n");
    }

    @AfterEach
    void endGrant() throws IOException {
        Files.writeString(grants, before);
    }

    private HttpResponse<byte[]> fund(String path, String accept) {
        return system.send("GET", path, null, Map.of("Authorization", "Bearer demo-pension-fund", "Accept", accept));
    }

    private static String text(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.US_ASCII);
    }

    /** All that the fund has of an accepted offer. @param event data of the event, of which it is told elsewhere */
    private ObjectNode asked(String offer, ObjectNode event) throws Exception {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        String jws = text(fund("/v1/offers/" + offer, "application/jose"));
        JsonNode said =
                RightsSystem.JSON.readTree(JWSObject.parse(jws).getPayload().toString());
        asked.put("offer", jws)
                .put("certificate", text(system.send("GET", "/v1/keys/certificate", null, Map.of())))
                .set("event", event);
        asked.set(
                "right",
                Json.yaml()
                        .readTree(Files.readString(
                                Path.of("contracts/rights", said.path("right").asText() + ".yaml"))));
        asked.set("schema", RightsSystem.JSON.readTree(Files.readString(Path.of("contracts/dossier.schema.json"))));
        ObjectNode absence = asked.putObject("absence");
        system.vahid
                .bean(Catalogue.class)
                .connectors()
                .forEach(connector -> absence.put(
                        connector.id(),
                        connector.absence().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        List<String> dossiers = new ArrayList<>(List.of(said.path("dossierId").asText()));
        if (said.has("dossierAboutId")) {
            dossiers.add(said.path("dossierAboutId").asText());
        }
        for (String dossier : dossiers) {
            String path = "/v1/offers/" + offer + "/dossiers/" + dossier;
            asked.withArray("dossiers").add(text(fund(path, "application/jose")));
            asked.withObject("containers").put(dossier, unpacked(path, dossier).toString());
        }
        return asked;
    }

    private Path unpacked(String path, String dossier) throws IOException {
        Awaitility.await("grant")
                .atMost(RightsSystem.LONGEST)
                .until(() -> fund(path, CONTAINER).statusCode() == 200);
        Path into = Files.createDirectories(folder.resolve(dossier));
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(fund(path, CONTAINER).body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path part = into.resolve(entry.getName());
                Files.createDirectories(part.getParent());
                Files.write(part, zip.readAllBytes());
            }
        }
        return into;
    }

    private String checked(ObjectNode asked, boolean holds) throws Exception {
        OutsideTool node = new OutsideTool("node", folder);
        OutsideTool.needed(
                Files.isDirectory(SECOND.resolve("node_modules/@bpmn-io/feelin")),
                "feelin is not installed (npm ci --prefix src/rights/test/second)");
        node.file("offer-check.json", RightsSystem.JSON.writeValueAsBytes(asked));
        assertThat(node.accepts(SECOND.resolve("offer.mjs").toString(), SECOND.toString()))
                .as(node.output())
                .isEqualTo(holds);
        return node.output();
    }

    private ObjectNode birth() throws Exception {
        RightsSystem.Mother mother = system.mother();
        UUID event = system.born(mother);
        system.await(event, Intent.State.OFFERED);
        String offer = system.offer(mother);
        accept(mother.fin(), offer);
        return asked(offer, RightsSystem.data(mother));
    }

    private void accept(String fin, String offer) {
        assertThat(system.citizen(fin, "POST", "/v1/citizens/me/rights/" + offer + "/acceptance", "")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_birth_allowance_holds_with_its_evidence_and_amount() throws Exception {
        ObjectNode asked = birth();
        assertThat(checked(asked, true))
                .contains("registered holds", "alive holds")
                .doesNotContain("; 0 pieces");
        OutsideTool python = new OutsideTool("python3", folder);
        for (JsonNode container : asked.path("containers")) {
            assertThat(python.accepts(
                            Path.of("src/docs/proof.py").toAbsolutePath().toString(),
                            "rows",
                            container.asText(),
                            "--certificate",
                            system.vahid
                                    .data()
                                    .resolve("keys/gateway-dossier.pem")
                                    .toString()))
                    .as(python.output())
                    .isTrue();
        }
    }

    @Test
    void a_survivors_pension_holds_by_the_dossier_of_the_deceased_too() throws Exception {
        RightsSystem.Widow widow = system.widow();
        system.died(widow.husband());
        Awaitility.await()
                .atMost(RightsSystem.LONGEST)
                .until(() -> survivors(widow).isPresent());
        String offer = survivors(widow).orElseThrow().id().toString();
        accept(widow.fin(), offer);
        ObjectNode asked = asked(offer, JsonNodeFactory.instance.objectNode().put("fin", widow.husband()));
        assertThat(checked(asked, true)).contains("died holds", "kin holds", "record holds");
        asked.withArray("dossiers").remove(1);
        assertThat(checked(asked, false)).contains("the dossier of the person of the event is there");
    }

    private Optional<Offer> survivors(RightsSystem.Widow widow) {
        return system.vahid.bean(Offers.class).of(system.person(widow.fin())).stream()
                .filter(offer -> offer.right().equals("survivor-pension") && offer.state() == Offer.State.OFFERED)
                .findFirst();
    }

    /** What would have to be noticed. */
    @ParameterizedTest
    @ValueSource(strings = {"signature", "condition", "amount", "article", "evidence", "law"})
    void what_was_changed_does_not_hold(String what) throws Exception {
        ObjectNode asked = birth();
        ObjectNode version = (ObjectNode) asked.path("right").path("versions").path(0);
        for (JsonNode one : asked.path("right").path("versions")) {
            version = one.path("from").asText().equals("2025-07-01") ? (ObjectNode) one : version;
        }
        ObjectNode condition = (ObjectNode) version.path("conditions").path(0);
        switch (what) {
            case "signature" -> {
                String[] parts = asked.path("offer").asText().split("[.]");
                String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace("600.00", "900.00");
                parts[1] = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(payload.getBytes(StandardCharsets.UTF_8));
                asked.put("offer", String.join(".", parts));
            }
            case "condition" ->
                condition.put("is", "not(" + condition.path("is").asText() + ")");
            case "amount" -> version.withObject("amount").put("is", "601");
            case "article" -> condition.put("article", "99");
            case "evidence" -> {
                Path first = Path.of(asked.path("containers").elements().next().asText());
                try (var files = Files.walk(first.resolve("evidence"))) {
                    for (Path file : files.filter(one -> Files.isRegularFile(one)
                                    && !one.endsWith("index.json")
                                    && one.toString().contains("civil-status"))
                            .toList()) {
                        Files.writeString(file, Files.readString(file, StandardCharsets.ISO_8859_1) + " ");
                    }
                }
            }
            default -> version.put("until", "2025-07-02");
        }
        assertThat(checked(asked, false)).contains("does not hold");
    }
}
