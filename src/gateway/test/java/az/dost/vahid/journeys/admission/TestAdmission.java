package az.dost.vahid.journeys.admission;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.server.TestCertificate;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record into which partners come. */
final class TestAdmission implements AutoCloseable {
    static final String SECRET = "told-once";
    static final Operator OPERATOR = new Operator("operations", "o.one");
    final HikariDataSource database = RecordDatabase.create();
    final JdbcTemplate jdbc = new JdbcTemplate(database);
    final TestRecord record;
    final Applications applications;
    final AdmittedPartners partners;
    /** Of a gateway of the same database that is no sandbox. */
    final AdmittedPartners noSandbox;

    final Proposals proposals;

    /** @param most applications that wait at once. @param each of them from one sender */
    TestAdmission(Path keys, int most, int each) {
        record = new TestRecord(database, keys);
        RowTrust trust = new RowTrust(record.seals, record.changed, UnsealedUntil.NEVER);
        AdmissionSettings settings = new AdmissionSettings(most, each, Duration.ofDays(30), true);
        applications = new Applications(jdbc, record.acts(), record.bodies, trust, settings);
        partners = new AdmittedPartners(jdbc, trust, settings);
        noSandbox = new AdmittedPartners(jdbc, trust, new AdmissionSettings(most, each, Duration.ofDays(30), false));
        proposals = new Proposals(jdbc, record.acts(), trust);
    }

    Application application(String sender) {
        return application(RecordId.next(), sender);
    }

    Application application(UUID id, String sender) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode().put("organisation", "Ministry of Tests");
        return new Application(
                id,
                sender,
                Sha256.hex(SECRET),
                Application.State.OPEN,
                null,
                null,
                applications.seal(id, wish),
                RecordId.next());
    }

    boolean keep(Application made) {
        return applications.keep(made, connection -> true);
    }

    /** With one key, which a certificate of this test shows. */
    static Admitted admitted(String id, UUID application, Admitted.State state, TestCertificate key) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.putObject("requester").put("id", id).put("name", "Test");
        content.putArray("keys").addObject().put("certificate", key.pem());
        content.putObject("events").putArray("az.dost.birth.v1").add("fin");
        content.put("legalBasis", "Test");
        return new Admitted(id, application, state, content, RecordId.next());
    }

    void admit(Admitted made) {
        record.acts()
                .keep(
                        made.step(),
                        "partner-released",
                        JsonNodeFactory.instance.objectNode(),
                        connection -> partners.insert(connection, made));
    }

    @Override
    public void close() throws Exception {
        record.close();
        database.close();
    }
}
