package az.dost.vahid.signature.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.CheckCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases are data: {@code presentation/cases.yaml}, one fault a case. */
class PresentationProofTest {
    private static final Instant NOW = Instant.parse("2030-06-14T12:00:30Z");
    private static final TestIssuer AUTHORITY = TestIssuer.authority();
    private static final Map<String, TestIssuer> ISSUERS = Map.of(
            "gateway", AUTHORITY.issue("Gateway"),
            "next", AUTHORITY.issue("Gateway"),
            "namesake", TestIssuer.own("Gateway"),
            "foreign", AUTHORITY.issue("Somebody"),
            "authority", AUTHORITY,
            "ended", AUTHORITY.issue("Gateway", "secp256r1", Instant.parse("2030-06-13T00:00:00Z"), 128),
            "otherCurve", AUTHORITY.issue("Gateway", "secp384r1", TestIssuer.ENDS, 128),
            "otherUse", AUTHORITY.issue("Gateway", "secp256r1", TestIssuer.ENDS, KeyUsage.keyEncipherment));
    private static final Expected EXPECTED = new Expected(
            "x509_hash:me", "n-1", "https://vahid.example/v1/credentials/types/disability", Duration.ofMinutes(5));

    static List<JsonNode> cases() throws IOException {
        try (var in = PresentationProofTest.class.getResourceAsStream("/presentation/cases.yaml")) {
            return Json.list(Json.yaml().readTree(in), one -> one);
        }
    }

    private static PresentationProof proof(boolean authorities) {
        return new PresentationProof(
                List.of(
                        ISSUERS.get("gateway").certificate(),
                        ISSUERS.get("ended").certificate(),
                        ISSUERS.get("otherUse").certificate()),
                authorities ? List.of(AUTHORITY.certificate()) : List.of(),
                () -> NOW);
    }

    @Tag("attack")
    @ParameterizedTest
    @MethodSource("cases")
    void a_presentation_with_one_fault_is_refused_for_that_fault(JsonNode row) throws IOException {
        MadePresentation made = new MadePresentation(row, ISSUERS);
        PresentationProof proof = proof(row.path("authorities").asBoolean(true));
        Expected expected = row.path("unasked").asBoolean() ? Expected.NOTHING : EXPECTED;
        if (row.hasNonNull("code")) {
            assertThatThrownBy(() -> proof.stands(proof.check(made.text(), expected), made.statusList()))
                    .isInstanceOfSatisfying(
                            PresentationException.class,
                            refused -> assertThat(refused.code())
                                    .isEqualTo(
                                            CheckCode.valueOf(row.path("code").asText())));
        } else {
            ShownCredential shown = proof.check(made.text(), expected);
            assertThat(proof.stands(shown, made.statusList())).isEqualTo("2030-06-14T11:46:40Z");
            assertThat(shown.claims()).isEqualTo(row.path("shows"));
        }
    }

    @Test
    void what_is_shown_is_told_with_who_issued_it_and_until_when() throws IOException {
        ShownCredential shown =
                proof(false).check(new MadePresentation(MissingNode.getInstance(), ISSUERS).text(), EXPECTED);
        assertThat(shown.issuer()).isEqualTo("https://vahid.example");
        assertThat(shown.type()).isEqualTo(EXPECTED.type());
        assertThat(shown.issuedAt()).isEqualTo("2030-06-14T00:00:00Z");
        assertThat(shown.until()).isEqualTo("2030-09-14T00:00:00Z");
        assertThat(shown.signer()).isEqualTo(ISSUERS.get("gateway").certificate());
        assertThat(shown.status().index()).isEqualTo(13);
        assertThat(shown.binding())
                .isEqualTo(new ShownCredential.Binding(Instant.parse("2030-06-14T12:00:00Z"), "x509_hash:me", "n-1"));
    }

    /** Whatever is changed in it, it is not taken. */
    @Tag("attack")
    @Test
    void a_presentation_in_which_any_sign_is_another_is_refused() throws IOException {
        String text = new MadePresentation(MissingNode.getInstance(), ISSUERS).text();
        PresentationProof proof = proof(true);
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            try {
                proof.check(changed, EXPECTED);
                taken.add(i);
            } catch (PresentationException refused) {
                // As it should be.
            }
        }
        assertThat(taken).isEmpty();
    }

    @Tag("attack")
    @Test
    void a_presentation_of_which_a_segment_is_missing_twice_or_of_another_is_refused() throws IOException {
        String[] one =
                new MadePresentation(MissingNode.getInstance(), ISSUERS).text().split("~", -1);
        String[] other =
                new MadePresentation(MissingNode.getInstance(), ISSUERS).text().split("~", -1);
        PresentationProof proof = proof(true);
        for (int i = 0; i < one.length; i++) {
            for (String instead : List.of("", one[i] + "~" + one[i], other[i])) {
                List<String> segments = new ArrayList<>(List.of(one));
                segments.set(i, instead);
                assertThatThrownBy(() -> proof.check(String.join("~", segments), EXPECTED))
                        .as("segment %s", segments.indexOf(instead))
                        .isInstanceOf(PresentationException.class);
            }
        }
    }

    @Tag("attack")
    @Test
    void a_status_list_in_which_any_sign_is_another_is_refused() throws IOException {
        MadePresentation made = new MadePresentation(MissingNode.getInstance(), ISSUERS);
        PresentationProof proof = proof(true);
        ShownCredential shown = proof.check(made.text(), EXPECTED);
        String list = made.statusList();
        for (int i = 0; i < list.length(); i++) {
            String changed = list.substring(0, i) + (list.charAt(i) == 'A' ? 'B' : 'A') + list.substring(i + 1);
            assertThatThrownBy(() -> proof.stands(shown, changed)).isInstanceOf(PresentationException.class);
        }
    }

    @Test
    void nothing_shown_says_no_more_than_the_credential() throws IOException {
        String text = new MadePresentation(MissingNode.getInstance(), ISSUERS).text();
        ObjectNode claims = proof(false)
                .check(text.substring(0, text.indexOf('~') + 1), Expected.NOTHING)
                .claims();
        assertThat(claims).isEmpty();
    }
}
