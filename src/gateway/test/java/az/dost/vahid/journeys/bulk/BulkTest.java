package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.DetachedCms;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.TemporaryQueue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A bulk lookup from the file to the signed result, in the whole running system. */
class BulkTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final RunningVahid vahid = RunningVahid.get();
    private final Office office = office("demo-dost-centre-1");

    private Office office(String token) {
        return new Office(
                () -> vahid.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class), token);
    }

    private String fin(int citizen) {
        return vahid.population().fin(citizen);
    }

    private static String id(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        return Office.json(answer).path("bulkId").asText();
    }

    private List<JsonNode> result(String id) throws Exception {
        HttpResponse<byte[]> result = office.get("/v1/bulk/" + id + "/result");
        assertThat(result.statusCode()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : new String(result.body(), StandardCharsets.UTF_8).split("\n")) {
            lines.add(Office.JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void every_row_of_a_file_has_a_line_in_the_result_with_its_dossier_or_why_there_is_none() throws Exception {
        HttpResponse<byte[]> accepted = office.csv("fin\n" + fin(1) + "\r\n" + fin(2) + "\nno-fin\n\n\"" + fin(3)
                + "\"\n" + fin(1) + "\n" + "9".repeat(100_000) + "\n" + fin(4));
        String id = id(accepted);
        assertThat(accepted.headers().firstValue("Location")).hasValue("/v1/bulk/" + id);
        JsonNode job = office.complete(id, LONGEST);
        assertThat(job.path("subjects").asInt()).isEqualTo(7);
        assertThat(job.path("faults").toString())
                .isEqualTo("[{\"line\":4,\"code\":\"FIN_INVALID\"},{\"line\":7,\"code\":\"DUPLICATE\"},"
                        + "{\"line\":8,\"code\":\"ROW_TOO_LONG\"}]");
        assertThat(job.path("answered").asInt()).isEqualTo(4);
        List<JsonNode> lines = result(id);
        assertThat(lines.get(0).path("bulkId").asText()).isEqualTo(id);
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.path("line").asInt())
                .containsExactly(2, 3, 4, 6, 7, 8, 9);
        assertThat(lines.stream()
                        .filter(line -> line.has("dossier"))
                        .map(line -> line.at("/dossier/subject/fin").asText()))
                .containsExactly(fin(1), fin(2), fin(3), fin(4));
        assertThat(lines.get(1).at("/dossier/completeness").asText()).isEqualTo("COMPLETE");
    }

    @Test
    void a_rows_dossier_is_one_like_any_other_and_can_be_asked_for_by_its_id() throws Exception {
        String id = id(office.csv("fin\n" + fin(5)));
        office.complete(id, LONGEST);
        String dossier = result(id).get(1).at("/dossier/dossierId").asText();
        HttpResponse<byte[]> again = office.get("/v1/dossiers/" + dossier);
        assertThat(Office.json(again)).isEqualTo(result(id).get(1).path("dossier"));
        assertThat(again.headers().firstValue("Vahid-Signature")).isPresent();
        assertThat(vahid.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select entry ->> 'apart' from audit where id = ?",
                                String.class,
                                UUID.fromString(dossier)))
                .as("figures leave it out")
                .isEqualTo("BULK");
    }

    @Test
    void json_lines_are_taken_too() throws Exception {
        String id = id(office.send(
                "POST",
                "/v1/bulk",
                () -> new ByteArrayInputStream(
                        ("{\"fin\":\"" + fin(6) + "\"}\n{\"fin\":6}\n").getBytes(StandardCharsets.UTF_8)),
                Map.of("Content-Type", "application/x-ndjson", "Vahid-Terms", Office.TERMS)));
        office.complete(id, LONGEST);
        assertThat(result(id)).hasSize(3);
        assertThat(result(id).get(2).path("code").asText()).isEqualTo("ROW_MALFORMED");
    }

    @Test
    void a_file_may_come_as_a_message_and_its_job_goes_back_to_the_sender() throws Exception {
        try (JMSContext context = vahid.bean(ConnectionFactory.class).createContext()) {
            TemporaryQueue answers = context.createTemporaryQueue();
            BytesMessage message = context.createBytesMessage();
            message.setStringProperty("Authorization", "Bearer demo-dost-centre-1");
            message.setStringProperty("VahidContentType", "text/csv");
            message.setStringProperty("VahidTerms", Office.TERMS);
            message.setJMSReplyTo(answers);
            message.writeBytes(("fin\n" + fin(31) + "\n" + fin(32) + "\n").getBytes(StandardCharsets.UTF_8));
            context.createProducer().send(context.createQueue("vahid.bulk"), message);
            JsonNode job = Office.JSON.readTree(context.createConsumer(answers).receiveBody(String.class, 30_000));
            assertThat(job.path("subjects").asInt()).as(job.toString()).isEqualTo(2);
            assertThat(office.complete(job.path("bulkId").asText(), LONGEST)
                            .path("answered")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_file_may_be_left_in_the_requesters_folder_with_its_terms() throws Exception {
        Path folder = Files.createDirectories(vahid.data().resolve("bulk"));
        Files.writeString(folder.resolve("monthly.csv"), "fin\n" + fin(33) + "\n");
        Files.writeString(folder.resolve("monthly.job"), Office.TERMS);
        Files.writeString(folder.resolve("wrong.jsonl"), "fin\n");
        Files.writeString(folder.resolve("wrong.job"), Office.TERMS);
        Path accepted = folder.resolve("out/monthly.csv.accepted.json");
        Path refused = folder.resolve("out/wrong.jsonl.refused.json");
        Awaitility.await().atMost(LONGEST).until(() -> Files.exists(accepted) && Files.exists(refused));
        assertThat(Office.JSON.readTree(refused.toFile()).path("code").asText()).isEqualTo("BULK_FILE_INVALID");
        assertThat(office.complete(
                                Office.JSON
                                        .readTree(accepted.toFile())
                                        .path("bulkId")
                                        .asText(),
                                LONGEST)
                        .path("answered")
                        .asInt())
                .isOne();
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> Files.notExists(folder.resolve("monthly.csv"))
                        && Files.notExists(folder.resolve("monthly.job"))
                        && Files.notExists(folder.resolve("wrong.jsonl")));
    }

    @Test
    void the_result_is_signed_as_a_whole() throws Exception {
        String id = id(office.csv("fin\n" + fin(7) + "\n" + fin(8)));
        office.complete(id, LONGEST);
        byte[] content = office.get("/v1/bulk/" + id + "/result").body();
        byte[] signature = office.get("/v1/bulk/" + id + "/signature").body();
        PinnedCertificate certificate = PinnedCertificate.of(
                GatewayProof.certificate(vahid.data().resolve("keys/gateway-dossier.pem")),
                vahid.bean(az.dost.vahid.signature.key.CryptoProvider.class));
        new DetachedCms(certificate).verify(new ByteArrayInputStream(content), signature);
    }

    @Test
    void the_chain_tells_of_the_job_and_of_each_lookup() {
        String id = id(office.csv("fin\n" + fin(9)));
        office.complete(id, LONGEST);
        JdbcTemplate database = vahid.bean(JdbcTemplate.class);
        assertThat(database.queryForList(
                        "select entry ->> 'act' from audit where entry ->> 'bulk' = ? order by sequence",
                        String.class,
                        id))
                .containsExactly("bulk-accepted", "bulk-completed");
        assertThat(database.queryForObject(
                        "select count(*) from bulk_result r join audit a on a.id = r.dossier where r.job = ?::uuid",
                        Integer.class,
                        id))
                .isOne();
        assertThat(database.queryForList("select subjects from bulk_chunk where job = ?::uuid", byte[].class, id))
                .containsOnlyNulls();
    }

    @Test
    void many_at_once_do_not_pass_for_scanning() {
        StringBuilder file = new StringBuilder("fin\n");
        for (int citizen = 100; citizen < 160; citizen++) {
            file.append(fin(citizen)).append('\n');
        }
        String id = id(office.csv(file.toString()));
        assertThat(office.complete(id, LONGEST).path("answered").asInt()).isEqualTo(60);
        assertThat(vahid.bean(JdbcTemplate.class)
                        .queryForObject("select count(*) from misuse_seen where case_ref = 'BULK/1'", Integer.class))
                .isZero();
    }

    @Test
    void a_row_that_a_single_lookup_would_be_refused_for_has_its_code_at_once() throws Exception {
        String id = id(office.csv("fin\n" + fin(10) + "\nH1DDEN1\n"));
        JsonNode job = office.complete(id, LONGEST);
        assertThat(job.path("refused").asInt()).isOne();
        assertThat(result(id).get(2).path("code").asText()).isEqualTo("APPROVAL_NEEDED");
        assertThat(vahid.bean(JdbcTemplate.class)
                        .queryForObject("select max(attempts) from bulk_chunk where job = ?::uuid", Integer.class, id))
                .isOne();
    }

    @Test
    void a_job_that_is_cancelled_asks_about_nobody_any_more() {
        StringBuilder file = new StringBuilder("fin\n");
        for (int citizen = 200; citizen < 3200; citizen++) {
            file.append(fin(citizen)).append('\n');
        }
        String id = id(office.csv(file.toString()));
        assertThat(Office.json(office.send("DELETE", "/v1/bulk/" + id, null, Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("CANCELLED");
        JdbcTemplate database = vahid.bean(JdbcTemplate.class);
        String count = "select count(*) from bulk_result where job = ?::uuid";
        // What was under way ends.
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(LONGEST)
                .until(() -> database.queryForObject(count, Integer.class, id), n -> n < 3000);
        int done = database.queryForObject(count, Integer.class, id);
        assertThat(office.get("/v1/bulk/" + id + "/result").statusCode()).isEqualTo(409);
        assertThat(office.show(id).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(database.queryForObject(count, Integer.class, id)).isEqualTo(done);
    }

    @Test
    void a_job_whose_result_cannot_be_made_is_laid_aside_for_operators_and_keeps_no_other_waiting() throws Exception {
        RouteController routes = vahid.bean(CamelContext.class).getRouteController();
        JdbcTemplate database = vahid.bean(JdbcTemplate.class);
        routes.stopRoute("bulk-complete");
        String damaged;
        String whole;
        try {
            damaged = id(office.csv("fin\n" + fin(41)));
            whole = id(office.csv("fin\n" + fin(42)));
            for (String id : List.of(damaged, whole)) {
                Awaitility.await()
                        .atMost(LONGEST)
                        .until(() -> Office.json(office.get("/v1/bulk/" + id))
                                        .path("left")
                                        .asInt()
                                == 0);
            }
            database.update(
                    "update dossier set content = 'damaged' where id = (select dossier from bulk_result where job = ?::uuid)",
                    damaged);
        } finally {
            routes.startRoute("bulk-complete");
        }
        assertThat(office.complete(whole, LONGEST).path("state").asText()).isEqualTo("COMPLETED");
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> Office.json(office.get("/v1/bulk/" + damaged))
                        .path("state")
                        .asText()
                        .equals("FAILED"));
        assertThat(Office.json(office.get("/v1/bulk/" + damaged)).has("result")).isFalse();
        assertThat(database.queryForObject(
                        "select reason || ' ' || attempts from dead_letter where detail like ?",
                        String.class,
                        "%" + damaged + "%"))
                .as("as often as the rule says")
                .isEqualTo("EXHAUSTED 3");
    }

    @Test
    void a_job_whose_rows_cannot_be_read_does_not_go_on_for_ever() throws Exception {
        JdbcTemplate database = vahid.bean(JdbcTemplate.class);
        String id = id(office.csv("fin\n" + fin(43)));
        office.complete(id, LONGEST);
        // As if nothing had come of it, its rows were damaged, and it had been taken often.
        database.update(
                "update bulk_chunk set done_at = null, subjects = 'damaged', attempts = 19, leased_until = 'epoch' where job = ?::uuid",
                id);
        database.update("update bulk_job set state = 'RUNNING' where id = ?::uuid", id);
        Awaitility.await().atMost(LONGEST).until(() -> {
            database.update("update bulk_chunk set leased_until = 'epoch' where job = ?::uuid", id);
            return Office.json(office.get("/v1/bulk/" + id))
                    .path("state")
                    .asText()
                    .equals("FAILED");
        });
    }
}
