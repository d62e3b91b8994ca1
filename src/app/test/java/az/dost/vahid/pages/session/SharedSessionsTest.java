package az.dost.vahid.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes of the pages with one PostgreSQL: whoever logged in at one is somebody at the other. */
class SharedSessionsTest {
    private static final String SECRET =
            Base64.getEncoder().encodeToString("thirty-two bytes of a test, nine".getBytes(StandardCharsets.UTF_8));
    private static JdbcTemplate database;
    private static String[] shared;
    private static RunningPages one;
    private static RunningPages other;

    @BeforeAll
    static void two_nodes() {
        String url = TestDatabase.create();
        database = new JdbcTemplate(new DriverManagerDataSource(url));
        shared = settings(url, SECRET);
        one = RunningPages.played(shared);
        other = one.beside(shared);
        one.gateway().knows("a.mammadova", "CLERK");
    }

    private static String[] settings(String url, String secret) {
        return new String[] {
            "--vahid.pages.nodes=2",
            "--vahid.pages.shared-sessions.url=" + url,
            "--vahid.pages.shared-sessions.username=postgres",
            "--vahid.pages.shared-sessions.secret=" + secret
        };
    }

    @AfterAll
    static void end() {
        other.close();
        one.close();
    }

    @BeforeEach
    void nobody() {
        database.update("delete from vahid_pages.session");
    }

    private static void isSomebody(Walker clerk, RunningPages node) {
        assertThat(clerk.get(node, "/desk").body()).contains("id=\"fin\"").contains("Aytən");
    }

    private static void isNobody(Walker clerk, RunningPages node) {
        HttpResponse<String> answer = clerk.get(node, "/desk");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Walker.location(answer)).isEqualTo("/login/over");
    }

    @Test
    void who_logged_in_at_one_sees_a_page_at_the_other() {
        Walker clerk = Walker.in(one, "a.mammadova");
        isSomebody(clerk, other);
        isSomebody(clerk, one);
    }

    @Test
    void a_logout_at_one_ends_the_session_at_both_and_leads_to_the_issuer() {
        Walker clerk = Walker.in(one, "a.mammadova");
        isSomebody(clerk, one);
        HttpResponse<String> page = clerk.get(other, "/desk");
        HttpResponse<String> out = clerk.post(other, "/logout");
        assertThat(Walker.location(out)).contains("/issuer/logout").contains("id_token_hint=an.id.token");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .as("a browser lets the form lead there")
                .endsWith("form-action 'self' " + Walker.location(out).replaceFirst("/issuer/.*", ""));
        isNobody(clerk, one);
        isNobody(clerk, other);
    }

    @Test
    void a_row_that_somebody_changed_is_no_session() {
        Walker clerk = Walker.in(one, "a.mammadova");
        database.update(
                "update vahid_pages.session set sealed = set_byte(sealed, 40, (get_byte(sealed, 40) + 1) % 256)");
        isNobody(clerk, one);
    }

    @Test
    @Tag("attack")
    void a_row_in_the_place_of_another_is_no_session() {
        Walker clerk = Walker.in(one, "a.mammadova");
        Walker auditor = Walker.in(one, "z.rzayeva");
        database.update(
                "update vahid_pages.session as to_row set sealed = from_row.sealed from vahid_pages.session as from_row where to_row.id <> from_row.id");
        isNobody(clerk, one);
        isNobody(auditor, other);
    }

    @Test
    void a_node_with_another_secret_knows_nobody() {
        Walker clerk = Walker.in(one, "a.mammadova");
        String url = shared[1].substring(shared[1].indexOf("jdbc:"));
        try (RunningPages stranger = one.beside(settings(
                url,
                Base64.getEncoder()
                        .encodeToString("thirty-two bytes of another test".getBytes(StandardCharsets.UTF_8))))) {
            isNobody(clerk, stranger);
        }
        isSomebody(clerk, one);
    }

    @Test
    @Tag("attack")
    void the_database_has_neither_what_a_browser_has_nor_a_token_nor_a_name() {
        Walker clerk = Walker.in(one, "a.mammadova");
        isSomebody(clerk, one);
        String all = database.queryForObject(
                "select string_agg(encode(id, 'escape') || encode(sealed, 'escape') || version || ends, ' ') from vahid_pages.session",
                String.class);
        assertThat(all)
                .doesNotContain(clerk.id())
                .doesNotContain(Walker.TOKEN)
                .doesNotContain("mammadova")
                .doesNotContain("id.token");
    }

    @Test
    void a_session_is_over_when_the_database_says_so() {
        Walker clerk = Walker.in(one, "a.mammadova");
        isSomebody(clerk, one);
        assertThat(database.queryForObject(
                        "select ends between now() + interval '14 minutes' and now() + interval '15 minutes' from vahid_pages.session",
                        Boolean.class))
                .isTrue();
        database.update("update vahid_pages.session set ends = now()");
        isNobody(clerk, other);
    }

    @Test
    void what_a_page_fetches_by_itself_writes_nothing() {
        Walker clerk = Walker.in(one, "a.mammadova");
        isSomebody(clerk, one);
        String version = "select version from vahid_pages.session";
        Long before = database.queryForObject(version, Long.class);
        clerk.get(other, "/desk", "Vahid-Poll", "1");
        assertThat(database.queryForObject(version, Long.class)).isEqualTo(before);
        clerk.get(other, "/desk");
        assertThat(database.queryForObject(version, Long.class)).isGreaterThan(before);
    }

    @Test
    void while_the_database_is_away_pages_say_that_they_are_busy() {
        Walker clerk = Walker.in(one, "a.mammadova");
        database.execute("alter table vahid_pages.session rename to gone");
        try {
            HttpResponse<String> busy = clerk.get(one, "/desk");
            assertThat(busy.statusCode()).isEqualTo(503);
            assertThat(busy.body())
                    .contains("id=\"state\"")
                    .contains("Sistem hazırda yüklənib")
                    .doesNotContain("session");
        } finally {
            database.execute("alter table vahid_pages.gone rename to session");
        }
        isSomebody(clerk, one);
    }

    @Test
    void tables_have_a_history_of_their_own() {
        assertThat(database.queryForObject(
                        "select count(*) from vahid_pages.flyway_schema_history where success", Integer.class))
                .isPositive();
        assertThat(database.queryForObject(
                        "select count(*) from flyway_schema_history where script like '%session%'", Integer.class))
                .isZero();
    }
}
