package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever may write to the database gives a bulk lookup no other terms, and its lines no other dossiers. */
@Tag("attack")
class ChangedBulkTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final RunningVahid vahid = RunningVahid.get();
    private final JdbcTemplate database = vahid.bean(JdbcTemplate.class);
    private final Office office = new Office(
            () -> vahid.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class),
            "demo-dost-centre-1");

    private String completed(int first) {
        String id = Office.json(office.csv("fin\n" + vahid.population().fin(first) + "\n"
                        + vahid.population().fin(first + 1)))
                .path("bulkId")
                .asText();
        office.complete(id, LONGEST);
        return id;
    }

    /** What is given out of the result, as far as it comes. */
    private String result(String id) {
        try {
            return new String(office.get("/v1/bulk/" + id + "/result").body(), StandardCharsets.UTF_8);
        } catch (Exception | AssertionError e) {
            return "";
        }
    }

    @Test
    void a_job_with_other_terms_is_nobodys() throws Exception {
        String id = completed(3001);
        database.update(
                "update bulk_job set terms = replace(terms::text, '\"caseRef\":\"', '\"caseRef\":\"X')::json where id = ?::uuid",
                id);
        assertThat(office.get("/v1/bulk/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void a_line_with_anothers_dossier_is_not_given_out() {
        String id = completed(3003);
        assertThat(result(id))
                .contains(vahid.population().fin(3003), vahid.population().fin(3004));
        database.update(
                "update bulk_result set dossier = (select dossier from bulk_result where job = ?::uuid and line = 3) where job = ?::uuid and line = 2",
                id,
                id);
        assertThat(result(id)).doesNotContain(vahid.population().fin(3004));
    }

    @Test
    void a_result_in_which_a_line_is_missing_is_not_signed() {
        String id = completed(3005);
        database.update("delete from bulk_result where job = ?::uuid and line = 3", id);
        database.update(
                "update bulk_job set state = 'RUNNING', signature = null, end_at = now() where id = ?::uuid", id);
        try {
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> database.queryForObject(
                            "select ends > 0 from bulk_job where id = ?::uuid", Boolean.class, id));
            Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
            assertThat(database.queryForObject(
                            "select signature is null from bulk_job where id = ?::uuid", Boolean.class, id))
                    .isTrue();
        } finally {
            database.update("update bulk_job set state = 'CANCELLED' where id = ?::uuid", id);
        }
    }
}
