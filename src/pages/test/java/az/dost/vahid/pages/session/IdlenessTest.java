package az.dost.vahid.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** A session ends fifteen minutes after somebody last did something, by the clock. */
class IdlenessTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().plusSeconds(1));
    private final Idleness idleness = new Idleness(Duration.ofMinutes(15), now::get);
    private final MockHttpSession session = new MockHttpSession();

    private boolean livesAfter(String minutes, boolean poll) throws Exception {
        now.updateAndGet(before -> before.plus(Duration.parse(minutes)));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk");
        request.setSession(session);
        if (poll) {
            request.addHeader("Vahid-Poll", "1");
        }
        idleness.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }

    @Test
    void whoever_does_something_stays() throws Exception {
        assertThat(livesAfter("PT0S", false)).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(livesAfter("PT14M59S", false)).isTrue();
        }
    }

    @Test
    void whoever_does_nothing_is_out_after_fifteen_minutes() throws Exception {
        assertThat(livesAfter("PT0S", false)).isTrue();
        assertThat(livesAfter("PT15M1S", false)).isFalse();
    }

    @Test
    void what_a_page_fetches_by_itself_keeps_nobody_in() throws Exception {
        assertThat(livesAfter("PT0S", false)).isTrue();
        assertThat(livesAfter("PT8M", true)).isTrue();
        assertThat(livesAfter("PT7M1S", true)).isFalse();
    }
}
