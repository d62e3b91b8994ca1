package az.dost.vahid.journeys.warm;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.record.body.Trained;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.RunningVahid;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bodies of made-up people look like those of lookups, and tell nothing of anybody who was asked about. */
class SampleBodiesTest {
    private static final int LOOKUPS = 20;
    private final RunningVahid vahid = RunningVahid.get();

    private Map<DataClass, List<byte[]>> samples() {
        return new SampleBodies(
                        vahid.bean(CamelContext.class),
                        vahid.bean(ProducerTemplate.class),
                        vahid.bean(Catalogue.class),
                        vahid.bean(PinnedCertificates.class),
                        vahid.bean(DossierRecord.class),
                        new Parts(
                                vahid.bean(GatewayKeys.class),
                                vahid.bean(CryptoProvider.class),
                                vahid.bean(PersonHash.class),
                                vahid.bean(FactCheck.class)))
                .get();
    }

    private static String text(List<byte[]> bodies) {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    @Test
    void they_have_the_certificates_that_agencies_show() throws Exception {
        Map<DataClass, List<byte[]>> samples = samples();
        String all = text(samples.get(DataClass.EVIDENCE)) + text(samples.get(DataClass.SPECIAL));
        for (Connector connector : vahid.connectors()) {
            // The only one whose samples cannot be played; see RehearsedLookupTest.
            if (connector.proof().kind() == Connector.ProofKind.WSS_X509
                    && !connector.id().equals("property")) {
                assertThat(all)
                        .as(connector.id())
                        .contains(Base64.getEncoder()
                                .encodeToString(vahid.bean(PinnedCertificates.class)
                                        .of(connector.id())
                                        .certificate()
                                        .getEncoded()));
            }
        }
    }

    @Test
    void what_they_have_in_common_with_lookups_spares_a_fifth_and_is_about_nobody_who_was_asked_about() {
        Map<DataClass, List<byte[]>> samples = samples();
        Set<String> asked = new HashSet<>();
        UUID begun = RecordId.next();
        for (int i = 0; i < LOOKUPS; i++) {
            asked.add(vahid.population().fin(i));
            vahid.clerk().ask(vahid.population().fin(i));
        }
        for (DataClass dataClass : List.of(DataClass.EVIDENCE, DataClass.SPECIAL, DataClass.DOSSIER)) {
            byte[] dictionary = Trained.of(samples.get(dataClass));
            assertThat(text(List.of(dictionary))).doesNotContain(asked.toArray(String[]::new));
            int alone = 0;
            int together = 0;
            try (ZstdDictCompress made = new ZstdDictCompress(dictionary, 1)) {
                for (byte[] body : bodies(dataClass, begun)) {
                    alone += Zstd.compress(body, 1).length;
                    together += Zstd.compress(body, made).length;
                }
            }
            assertThat(together)
                    .as(dataClass + ", bytes of " + alone)
                    .isPositive()
                    .isLessThan(alone * 4 / 5);
        }
    }

    private List<byte[]> bodies(DataClass dataClass, UUID begun) {
        boolean dossiers = dataClass == DataClass.DOSSIER;
        return vahid.bean(JdbcTemplate.class)
                .query(
                        dossiers
                                ? "select id, content from dossier where id > ? and content is not null and ? <> ''"
                                : "select dossier_id, bundle from evidence where dossier_id > ? and data_class = ?",
                        (row, n) -> vahid.bean(Bodies.class)
                                .open(
                                        row.getObject(1, UUID.class),
                                        dataClass,
                                        dossiers ? "content" : dataClass.code(),
                                        row.getBytes(2)),
                        begun,
                        dataClass.code());
    }
}
