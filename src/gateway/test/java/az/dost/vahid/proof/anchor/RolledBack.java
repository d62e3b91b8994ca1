package az.dost.vahid.proof.anchor;

import az.dost.vahid.proof.record.AuditRoot;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A record as it was when a root was signed: as a restored database has it, or an administrator who is careful leaves
 * it.
 */
final class RolledBack {
    /** Takes away entries, their bodies and roots after a root, and the chain's end with them. */
    static void to(long root, JdbcTemplate jdbc) {
        long last = AuditRoot.of(jdbc.queryForObject("select jws from audit_root where number = ?", String.class, root))
                .last();
        jdbc.update("delete from evidence where dossier_id in (select id from audit where sequence > ?)", last);
        jdbc.update("delete from dossier where id in (select id from audit where sequence > ?)", last);
        jdbc.update("delete from audit where sequence > ?", last);
        jdbc.update("delete from audit_root where number > ?", root);
        jdbc.update(
                "update audit_head set (sequence, link) = (select sequence, link from audit order by sequence desc limit 1)");
    }

    private RolledBack() {}
}
