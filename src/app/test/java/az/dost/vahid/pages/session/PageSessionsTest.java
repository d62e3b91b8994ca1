package az.dost.vahid.pages.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.pages.setting.PagesSettings;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;

/** What becomes of a session that several requests have at once, in memory and in a database. */
class PageSessionsTest {
    private static final int MOST = 3;
    private static final Duration IDLE = Duration.ofMinutes(15);
    private static DatabaseRows database;

    static Stream<SessionRows> places() {
        if (database == null) {
            database = new DatabaseRows(
                    new PagesSettings.SharedSessions(TestDatabase.create(), "postgres", "", "c".repeat(43)), MOST);
        }
        return Stream.of(new MemoryRows(InstantSource.system(), MOST), database);
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static PageSession begun(PageSessions sessions) {
        PageSession session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new OAuth2AuthenticationToken(
                        new DefaultOidcUser(
                                AuthorityUtils.NO_AUTHORITIES,
                                new OidcIdToken("an.id.token", null, null, Map.of("sub", "a.mammadova"))),
                        AuthorityUtils.NO_AUTHORITIES,
                        "vahid")));
        session.setAttribute("a", "first");
        sessions.save(session);
        return session;
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("places")
    void two_requests_that_change_different_things_lose_none(SessionRows rows) {
        PageSessions sessions = new PageSessions(rows, IDLE);
        String id = begun(sessions).getId();
        PageSession one = sessions.findById(id);
        PageSession other = sessions.findById(id);
        one.setAttribute("a", "changed");
        other.setAttribute("b", 7L);
        sessions.save(one);
        sessions.save(other);
        assertThat(sessions.findById(id).<String>getAttribute("a")).isEqualTo("changed");
        assertThat(sessions.findById(id).<Long>getAttribute("b")).isEqualTo(7L);
        sessions.deleteById(id);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("places")
    void a_session_that_was_ended_meanwhile_stays_ended(SessionRows rows) {
        PageSessions sessions = new PageSessions(rows, IDLE);
        PageSession slow = begun(sessions);
        sessions.deleteById(slow.getId());
        slow.setAttribute("a", "late");
        sessions.save(slow);
        assertThat(sessions.findById(slow.getId())).isNull();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("places")
    void with_a_new_id_the_old_one_leads_nowhere(SessionRows rows) {
        PageSessions sessions = new PageSessions(rows, IDLE);
        PageSession session = begun(sessions);
        String before = session.getId();
        session.changeSessionId();
        sessions.save(session);
        assertThat(sessions.findById(before)).isNull();
        assertThat(sessions.findById(session.getId()).<String>getAttribute("a")).isEqualTo("first");
        sessions.deleteById(session.getId());
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("places")
    void sessions_that_are_over_make_room_and_others_do_not(SessionRows rows) {
        SessionRows.Written person = new SessionRows.Written("{}".getBytes(), IDLE);
        List<String> ids = List.of("p1", "p2", "over", "p3");
        rows.add("p1", person);
        rows.add("p2", person);
        rows.add("over", new SessionRows.Written("{}".getBytes(), Duration.ZERO));
        rows.add("p3", person);
        assertThatThrownBy(() -> rows.add("p4", person)).isInstanceOf(TooManySessions.class);
        assertThat(ids.stream().filter(id -> rows.find(id) != null)).containsExactly("p1", "p2", "p3");
        ids.forEach(rows::remove);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("places")
    @Tag("attack")
    void whoever_has_not_logged_in_has_none(SessionRows rows) {
        PageSessions sessions = new PageSessions(rows, IDLE);
        PageSession session = sessions.createSession();
        session.setAttribute("a", "of nobody");
        assertThatThrownBy(() -> sessions.save(session)).isInstanceOf(IllegalStateException.class);
        assertThat(sessions.findById(session.getId())).isNull();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("places")
    void what_another_version_wrote_is_no_session(SessionRows rows) {
        rows.add("x", new SessionRows.Written("{\"values\":{\"a\":{\"as\":\"something-new\"}}}".getBytes(), IDLE));
        assertThat(new PageSessions(rows, IDLE).findById("x")).isNull();
    }

    @Test
    void nothing_but_texts_numbers_and_a_person_is_kept() {
        MapSession session = new MapSession();
        session.setAttribute("list", new java.util.ArrayList<>(List.of("a")));
        assertThatThrownBy(() -> SessionText.of(session))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("java.util.ArrayList")
                .hasMessageContaining("list");
    }
}
