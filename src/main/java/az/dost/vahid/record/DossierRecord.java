package az.dost.vahid.record;

import az.dost.vahid.agency.Evidence;
import az.dost.vahid.agency.SourceAnswer;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps dossiers and their evidence; a method returns when what it keeps is durable. */
public final class DossierRecord {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public DossierRecord(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Keeps a dossier in the form first given out, with all evidence, in one transaction. */
    public void keep(RecordedDossier dossier, List<SourceAnswer> answers) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("insert into dossier (id, assembled_at, requester, official, case_ref, service, content, jws, xml)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)", dossier.id(), Timestamp.from(dossier.assembledAt()), dossier.requester(),
                    dossier.official(), dossier.caseRef(), dossier.service(), dossier.content(), dossier.jws(), dossier.xml());
            List<Object[]> rows = new ArrayList<>();
            for (SourceAnswer answer : answers) {
                for (Evidence evidence : answer.evidence()) {
                    rows.add(new Object[] {evidence.id(), dossier.id(), answer.agency(), evidence.mediaType(), evidence.bytes(),
                            evidence.detached(), evidence.digest(), evidence.signer()});
                }
            }
            jdbc.batchUpdate("insert into evidence (id, dossier_id, agency, media_type, body, detached, digest, signer)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)", rows);
        });
    }

    /** The dossier, if it was given to this requester. */
    public Optional<RecordedDossier> find(UUID dossier, String requester) {
        return jdbc.query("select assembled_at, official, case_ref, service, content, jws, xml from dossier where id = ? and requester = ?",
                (row, n) -> new RecordedDossier(dossier, row.getTimestamp(1).toInstant(), requester, row.getString(2), row.getString(3),
                        row.getString(4), row.getBytes(5), row.getString(6), row.getBytes(7)), dossier, requester).stream().findFirst();
    }

    /** Keeps a JWS made later, unless another was kept meanwhile; gives the one that is kept. */
    public String keepJws(UUID dossier, String jws) {
        return jdbc.queryForObject("update dossier set jws = coalesce(jws, ?) where id = ? returning jws", String.class, jws, dossier);
    }

    /** Keeps an XML form made later, unless another was kept meanwhile; gives the one that is kept. */
    public byte[] keepXml(UUID dossier, byte[] xml) {
        return jdbc.queryForObject("update dossier set xml = coalesce(xml, ?) where id = ? returning xml", byte[].class, xml, dossier);
    }

    /** Keeps a refusal; every text but the code may be null when the request did not get that far. */
    public void keepRefusal(String requester, String official, String caseRef, String service, String code) {
        jdbc.update("insert into refusal (id, refused_at, requester, official, case_ref, service, code) values (?, now(), ?, ?, ?, ?, ?)",
                UUID.randomUUID(), requester, official, caseRef, service, code);
    }
}
