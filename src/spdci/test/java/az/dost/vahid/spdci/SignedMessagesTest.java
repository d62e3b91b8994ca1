package az.dost.vahid.spdci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.json.CanonicalJson;
import az.dost.vahid.json.Json;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.MessageSignature;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.Pem;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that senders sign: by the standard's text of parameters, made here with the JDK alone. */
@Tag("attack")
class SignedMessagesTest {
    private static final String SENDER = "mis.example.org";
    private static final Instant NOW = Instant.now();
    private final MessageSignature signatures = new MessageSignature(null, new CryptoProvider(false));
    private final byte[] content = content("W1D0W01");

    private record Key(PrivateKey secret, X509Certificate certificate, String algorithm, String own) {
        static Key of(String kind) throws Exception {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (!kind.equals("Ed25519")) {
                generator.initialize(kind.equals("EC") ? 256 : 2048);
            }
            KeyPair pair = generator.generateKeyPair();
            String algorithm = kind.equals("Ed25519") ? kind : "SHA256with" + (kind.equals("EC") ? "ECDSA" : kind);
            X500Name name = new X500Name("CN=" + SENDER);
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    java.math.BigInteger.ONE,
                                    Date.from(NOW.minus(Duration.ofHours(1))),
                                    Date.from(NOW.plus(Duration.ofDays(1))),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
            return new Key(
                    pair.getPrivate(),
                    certificate,
                    algorithm,
                    kind.equals("Ed25519") ? "ed25519" : kind.equals("EC") ? "ecdsa-sha256" : "rsa-sha256");
        }

        String sign(byte[] content, Instant created, Instant expires) throws Exception {
            String digest = Base64.getEncoder()
                    .encodeToString(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(secret);
            signature.update(("(created): " + created.getEpochSecond() + "\n(expires): " + expires.getEpochSecond()
                            + "\ndigest: SHA-256=" + digest)
                    .getBytes(StandardCharsets.US_ASCII));
            return "Signature: namespace=\"spdci\", kidId=\"" + SENDER + "|1|" + own + "\", algorithm=\"" + own
                    + "\", created=\"" + created.getEpochSecond() + "\", expires=\"" + expires.getEpochSecond()
                    + "\", headers=\"(created) (expires) digest\", signature=\""
                    + Base64.getEncoder().encodeToString(signature.sign()) + "\"";
        }

        String sign(byte[] content) throws Exception {
            return sign(content, NOW, NOW.plusSeconds(60));
        }
    }

    private static byte[] content(String fin) {
        return CanonicalJson.of(tree("{\"message\":{\"z\":\"" + fin
                + "\",\"a\":[1,true,null]},\"header\":{\"total_count\":1,\"message_id\":\"é\\u0007\"}}"));
    }

    private static JsonNode tree(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private void verify(String signature, Key... keys) {
        signatures.verify(
                signature,
                SENDER,
                content,
                List.of(keys).stream().map(Key::certificate).toList(),
                NOW);
    }

    @Test
    void a_message_has_one_text() {
        assertThat(new String(content, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"header\":{\"message_id\":\"é\\u0007\",\"total_count\":1},\"message\":{\"a\":[1,true,null],\"z\":\"W1D0W01\"}}");
        assertThatThrownBy(() -> CanonicalJson.of(tree("{\"a\":1.5}"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(tree("{\"a\":\"\\ud800\"}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(tree("{\"a\":9007199254740992}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void a_signature_of_a_key_on_file_holds_and_of_no_other(String kind) throws Exception {
        Key key = Key.of(kind);
        Key other = Key.of(kind);
        assertThatCode(() -> verify(key.sign(content), other, key)).doesNotThrowAnyException();
        assertThatThrownBy(() -> verify(key.sign(content), other)).isInstanceOf(ProofException.class);
        assertThatThrownBy(() -> verify(key.sign(content("VETERAN")), key)).isInstanceOf(ProofException.class);
    }

    @Test
    void an_old_one_is_a_copy_and_one_of_the_future_is_none() throws Exception {
        Key key = Key.of("EC");
        Instant longAgo = NOW.minus(Duration.ofDays(2));
        Instant later = NOW.plus(Duration.ofDays(1));
        for (String signature : List.of(
                key.sign(content, longAgo, later),
                key.sign(content, longAgo, longAgo.plusSeconds(60)),
                key.sign(content, later, later.plusSeconds(60)))) {
            assertThatThrownBy(() -> verify(signature, key)).isInstanceOf(ProofException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "kidId=\"mis.example.org> kidId=\"somebody.else",
                "algorithm=\"ecdsa-sha256\"> algorithm=\"none\"",
                "(created) (expires) digest> digest",
                "Signature: > ",
                "namespace=\"spdci\"> namespace=\"spdci\", created=\"1\"",
                "signature=\"> signature=\"AAAA"
            })
    void one_that_is_written_otherwise_does_not_hold(String part, String other) throws Exception {
        Key key = Key.of("EC");
        String changed = key.sign(content).replace(part, other == null ? "" : other);
        assertThat(changed).isNotEqualTo(key.sign(content));
        assertThatThrownBy(() -> verify(changed, key)).isInstanceOf(ProofException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsigned", "", "Signature:", "eyJhbGciOiJSUzI1NiJ9.", "Signature: a=\"b"})
    void what_is_none_is_none(String signature) throws Exception {
        Key key = Key.of("EC");
        assertThatThrownBy(() -> verify(signature, key)).isInstanceOf(ProofException.class);
    }

    @Test
    void how_a_sender_proves_its_messages_must_be_said(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("sender.pem");
        Files.writeString(file, Pem.of(Key.of("EC").certificate()));
        assertThat(senders(new SpdciSettings.Sender("programmes", file.toString(), false, ""))
                        .sign(SENDER))
                .isTrue();
        assertThat(senders(new SpdciSettings.Sender("programmes", "", true, "")).sign(SENDER))
                .isFalse();
        for (SpdciSettings.Sender wrong : List.of(
                new SpdciSettings.Sender("programmes", "", false, ""),
                new SpdciSettings.Sender("programmes", file.toString(), true, ""),
                new SpdciSettings.Sender(null, "", true, ""),
                new SpdciSettings.Sender(
                        "programmes", folder.resolve("none.pem").toString(), false, ""),
                new SpdciSettings.Sender("programmes", "", true, "http://mis.example.org/"),
                new SpdciSettings.Sender("programmes", "", true, "https://mis.example.org"))) {
            assertThatThrownBy(() -> senders(wrong)).isInstanceOf(StartException.class);
        }
    }

    @Test
    void a_message_is_not_believed_for_longer_than_its_name_is_remembered() {
        for (String oldest : List.of("PT24H", "PT23H55M")) {
            SpdciSettings settings =
                    new SpdciSettings("vahid", 20, Duration.parse(oldest), 0, null, null, null, 0, Map.of());
            assertThatThrownBy(() -> new EnvelopeReader(settings, null, null)).isInstanceOf(StartException.class);
        }
    }

    private static Senders senders(SpdciSettings.Sender sender) {
        return new Senders(
                Map.of(SENDER, sender),
                address -> address.startsWith("https:") ? Optional.empty() : Optional.of("the webhook must be https"));
    }
}
