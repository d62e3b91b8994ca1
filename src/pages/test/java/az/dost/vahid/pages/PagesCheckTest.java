package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A setting that is forgotten or wrong stops the start of the pages, and is named. */
class PagesCheckTest {
    private static final Map<String, String> RIGHT = Map.of(
            "address",
            "https://desk.example",
            "gateway",
            "https://gateway.example",
            "issuer",
            "https://login.example/realms/dost",
            "client",
            "pages",
            "nodes",
            "2",
            "shared-sessions.url",
            "jdbc:postgresql://db.example:5432/pages?sslmode=verify-full",
            "shared-sessions.username",
            "pages",
            "shared-sessions.secret",
            "aZ09+/".repeat(8) + "==");

    private static void check(Map<String, String> settings) {
        Map<String, Object> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("vahid.pages." + name, value));
        GenericApplicationContext pages = new GenericApplicationContext();
        pages.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", named));
        new PagesCheck().initialize(pages);
    }

    @Test
    void with_all_of_them_it_starts() {
        assertThatCode(() -> check(RIGHT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "address, http://desk.example",
        "address, https://desk.example/pages",
        "address, ''",
        "gateway, http://gateway.example",
        "issuer, ''",
        "client, ''",
        "nodes, 0",
        "nodes, many",
        "shared-sessions.url, ''",
        "shared-sessions.url, jdbc:h2:mem:x",
        "shared-sessions.url, jdbc:postgresql://db.example:5432/pages",
        "shared-sessions.url, jdbc:postgresql://db.example:5432/pages?sslmode=require",
        "shared-sessions.unverified, 'true'",
        "shared-sessions.username, ''",
        "shared-sessions.secret, ''",
        "shared-sessions.secret, changeit",
        "tls.certificate, /etc/vahid/tls.pem"
    })
    void what_is_wrong_is_named(String name, String value) {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put(name, value);
        assertThatThrownBy(() -> check(settings))
                .hasMessageContaining("vahid.pages." + name.replace("tls.certificate", "tls.key"))
                .hasMessageContaining("nothing was started");
    }

    @Test
    void a_database_that_is_not_verified_has_a_reason() {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.put("shared-sessions.url", "jdbc:postgresql://db.example:5432/pages");
        settings.put("shared-sessions.unverified", "a line of our own in one cabinet");
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    @Test
    void one_node_needs_no_database() {
        Map<String, String> settings = new HashMap<>(RIGHT);
        settings.keySet().removeIf(name -> name.startsWith("shared-sessions") || name.equals("nodes"));
        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }
}
