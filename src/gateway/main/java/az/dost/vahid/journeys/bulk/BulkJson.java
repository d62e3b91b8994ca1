package az.dost.vahid.journeys.bulk;

import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Message;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job as its requester sees it, signed. */
final class BulkJson {
    private static final int MOST_FAULTS = 100;
    private final JdbcTemplate jdbc;
    private final Chunks chunks;
    private final DossierSigner signer;

    BulkJson(JdbcTemplate jdbc, Chunks chunks, DossierSigner signer) {
        this.jdbc = jdbc;
        this.chunks = chunks;
        this.signer = signer;
    }

    void give(Message message, BulkJob job) {
        HttpAnswer.json(message, write(job));
        message.setHeader(
                HttpAnswer.SIGNATURE,
                signer.sign(message.getBody(byte[].class), "vahid-bulk+json").detached());
    }

    private ObjectNode write(BulkJob job) {
        JobProgress progress = chunks.progress(job.id());
        ObjectNode body = ResultFile.heading(job);
        int left = job.subjects() - job.faulty() - progress.answered() - progress.refused();
        body.put("state", job.state().name())
                .put("answered", progress.answered())
                .put("refused", progress.refused())
                .put("left", left);
        if (job.state() == BulkJob.State.RUNNING && progress.perSecond() > 0) {
            body.put("perSecond", Math.round(progress.perSecond() * 10) / 10.0);
            body.put(
                    "estimatedEnd",
                    Instant.now()
                            .plusMillis((long) (left / progress.perSecond() * 1000))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
        if (job.endedAt() != null) {
            body.put("endedAt", job.endedAt().toString());
        }
        if (job.faulty() > 0) {
            ArrayNode faults = body.putArray("faults");
            jdbc.query(
                    "select line, code from bulk_result where job = ? and code = any (?) order by line limit "
                            + MOST_FAULTS,
                    row -> {
                        faults.addObject().put("line", row.getInt(1)).put("code", row.getString(2));
                    },
                    job.id(),
                    RowFault.codes());
        }
        if (job.state() == BulkJob.State.COMPLETED) {
            body.put("result", "/v1/bulk/" + job.id() + "/result")
                    .put("signature", "/v1/bulk/" + job.id() + "/signature");
        }
        return body;
    }
}
