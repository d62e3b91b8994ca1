package az.dost.vahid.journeys.bulk;

import az.dost.vahid.proof.trust.RowTrust;
import java.util.UUID;

/** What of bulk lookups is sealed: who asked for what, and what came of each line. */
record BulkSeals(RowTrust trust) {
    private static final String JOB = "bulk_job";
    private static final String RESULT = "bulk_result";

    /** @param terms the JSON text, which the database keeps as it is. @param channel may be null */
    byte[] job(UUID id, String requester, String terms, String channel, byte[] digest, int subjects) {
        return trust.seals().of(JOB, id, requester, terms, channel, digest, subjects);
    }

    boolean believesJob(
            byte[] mac, UUID id, String requester, String terms, String channel, byte[] digest, int subjects) {
        return trust.believes(
                trust.seals().holds(mac, JOB, id, requester, terms, channel, digest, subjects), mac, JOB, id);
    }

    /** @param dossier null where there is none. @param code null where there is one */
    byte[] result(UUID job, int line, UUID dossier, String code) {
        return trust.seals().of(RESULT, job, line, dossier, code);
    }

    boolean believesResult(byte[] mac, UUID job, int line, UUID dossier, String code) {
        return trust.believes(trust.seals().holds(mac, RESULT, job, line, dossier, code), mac, RESULT, job);
    }
}
