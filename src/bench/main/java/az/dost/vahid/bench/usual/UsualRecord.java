package az.dost.vahid.bench.usual;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.proof.record.RecordedDossier;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction, one insert after another. */
final class UsualRecord {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    UsualRecord(ApplicationContext parts) {
        this.jdbc = parts.getBean(JdbcTemplate.class);
        this.transaction = new TransactionTemplate(parts.getBean(JdbcTransactionManager.class));
    }

    void keep(RecordedDossier dossier, List<SourceAnswer> answers) {
        transaction.executeWithoutResult(status -> {
            jdbc.update(
                    "insert into usual_dossier (id, assembled_at, requester, official, case_ref, service, content, jws)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    dossier.id(),
                    Timestamp.from(dossier.assembledAt()),
                    dossier.requester(),
                    dossier.official(),
                    dossier.caseRef(),
                    dossier.service(),
                    dossier.content(),
                    dossier.jws());
            for (SourceAnswer answer : answers) {
                for (Evidence evidence : answer.evidence()) {
                    jdbc.update(
                            "insert into usual_evidence (id, dossier_id, agency, media_type, body, detached, digest, signer)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                            evidence.id(),
                            dossier.id(),
                            answer.agency(),
                            evidence.mediaType(),
                            evidence.bytes(),
                            evidence.detached(),
                            evidence.digest(),
                            evidence.signer());
                }
            }
        });
    }
}
