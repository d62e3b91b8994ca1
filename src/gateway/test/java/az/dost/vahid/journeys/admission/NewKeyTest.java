package az.dost.vahid.journeys.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.RequesterFiles;
import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ClientCertificate;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A partner brings a new key; what a thief of the old one, or of somebody's certificate, can do with it. */
@Tag("attack")
class NewKeyTest {
    private static final TestCertificate OLD = TestCertificate.of("old", -1, 30);
    private static final TestCertificate NEW = TestCertificate.of("new", -1, 300);
    private static final TestCertificate OTHER = TestCertificate.of("other", -1, 300);
    private final Admitted partner = TestAdmission.admitted("partner", RecordId.next(), Admitted.State.RELEASED, OLD);

    @TempDir
    Path nobody;

    private NewKey keys;

    @BeforeEach
    void made() {
        keys = new NewKey(
                new AccessPolicy(
                        new RequesterFiles(
                                new PathMatchingResourcePatternResolver(),
                                "file:" + nobody,
                                DefinitionReader.of("requester"),
                                false),
                        Set.of()),
                new CryptoProvider(false),
                Clock.systemUTC());
    }

    private static String thumbprint(TestCertificate certificate) {
        return ClientCertificate.of(certificate.certificate()).thumbprint();
    }

    private static String proof(TestCertificate by, String of, String requester, Instant at) throws Exception {
        JWSObject jws = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .customParam("iat", at.getEpochSecond())
                        .customParam("rid", requester)
                        .build(),
                new Payload(of));
        jws.sign(new ECDSASigner(by.key(), Curve.P_256));
        return jws.serialize(true);
    }

    private static ObjectNode sent(TestCertificate certificate, String proof) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("certificate", certificate.pem())
                .put("proof", proof);
    }

    private ObjectNode beside(Admitted own, ObjectNode sent) {
        return keys.beside(
                own,
                ClientCertificate.of(OLD.certificate()),
                sent.toString().getBytes(StandardCharsets.UTF_8),
                JsonNodeFactory.instance.objectNode());
    }

    private void refused(ObjectNode sent, String field) {
        assertThatThrownBy(() -> beside(partner, sent)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.code().name()).isEqualTo("FIELD_INVALID");
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @Test
    void both_count_until_the_old_one_ends_and_then_the_new_one_alone() throws Exception {
        Instant end = Instant.now().plus(Duration.ofDays(2));
        ObjectNode content = beside(
                partner,
                sent(NEW, proof(NEW, thumbprint(NEW), "partner", Instant.now())).put("othersEnd", end.toString()));
        Admitted after = partner.became(Admitted.State.RELEASED, content, RecordId.next());
        assertThat(after.keys(Instant.now())).hasSize(2);
        assertThat(after.keys(end.plusSeconds(1)))
                .singleElement()
                .extracting(key -> key.path("certificate").asText())
                .isEqualTo(NEW.pem());
        assertThat(new String(after.requester(end.plusSeconds(1)).orElseThrow().getByteArray(), StandardCharsets.UTF_8))
                .contains(NEW.pem().lines().skip(1).findFirst().orElseThrow())
                .doesNotContain(OLD.pem().lines().skip(2).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "other", "new"})
    void a_token_alone_brings_no_key(String shown) throws Exception {
        TestCertificate certificate = shown.equals("new") ? NEW : OTHER;
        ObjectNode sent = sent(NEW, proof(NEW, thumbprint(NEW), "partner", Instant.now()));
        assertThatThrownBy(() -> keys.beside(
                        partner,
                        shown.equals("none") ? null : ClientCertificate.of(certificate.certificate()),
                        sent.toString().getBytes(StandardCharsets.UTF_8),
                        JsonNodeFactory.instance.objectNode()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code().name()).isEqualTo("NOT_GRANTED"));
    }

    @Test
    void whoever_has_no_key_any_more_is_no_requester() {
        ObjectNode content = partner.content().deepCopy();
        ((ObjectNode) content.at("/keys/0")).put("until", Instant.now().toString());
        Admitted after = partner.became(Admitted.State.RELEASED, content, RecordId.next());
        assertThat(after.requester(Instant.now().plusSeconds(1))).isEmpty();
    }

    @Test
    void somebody_elses_certificate_is_nobodys_new_key() throws Exception {
        refused(sent(OTHER, proof(NEW, thumbprint(OTHER), "partner", Instant.now())), "proof");
        refused(sent(OTHER, proof(OTHER, thumbprint(OTHER), "another", Instant.now())), "proof");
        refused(sent(OTHER, proof(OTHER, thumbprint(NEW), "partner", Instant.now())), "proof");
        refused(
                sent(
                        OTHER,
                        proof(OTHER, thumbprint(OTHER), "partner", Instant.now().minus(Duration.ofMinutes(6)))),
                "proof");
        refused(sent(OTHER, "a..b"), "proof");
        refused(sent(TestCertificate.of("ended", -9, -1), "a..b"), "certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "2027-01-01", "never"})
    void the_others_end_in_time(String end) throws Exception {
        refused(sent(NEW, proof(NEW, thumbprint(NEW), "partner", Instant.now())).put("othersEnd", end), "othersEnd");
    }

    @Test
    void there_are_three_at_the_most_and_none_of_them_lives_longer_than_it_was_to() throws Exception {
        Admitted own = partner;
        for (String name : new String[] {"second", "third"}) {
            TestCertificate next = TestCertificate.of(name, -1, 300);
            own = own.became(
                    Admitted.State.RELEASED,
                    beside(
                            own,
                            sent(next, proof(next, thumbprint(next), "partner", Instant.now()))
                                    .put(
                                            "othersEnd",
                                            Instant.now()
                                                    .plus(Duration.ofDays(name.equals("second") ? 1 : 50))
                                                    .toString())),
                    RecordId.next());
        }
        assertThat(own.keys(Instant.now())).hasSize(3);
        assertThat(Instant.parse(own.content().at("/keys/0/until").asText()))
                .as("of the first, by the second")
                .isBefore(Instant.now().plus(Duration.ofDays(2)));
        Admitted full = own;
        ObjectNode fourth = sent(NEW, proof(NEW, thumbprint(NEW), "partner", Instant.now()));
        assertThatThrownBy(() -> beside(full, fourth)).isInstanceOf(ProblemException.class);
    }
}
