package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class DatabaseAnswersTest {
    private static void ask(String url, Map<String, Object> more) {
        GenericApplicationContext gateway = new GenericApplicationContext();
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("spring.datasource.url", url);
        gateway.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        new DatabaseAnswers().initialize(gateway);
    }

    @Test
    void one_that_lets_the_gateway_in_is_not_told_of() {
        assertThatCode(() -> ask(TestDatabase.create(), Map.of())).doesNotThrowAnyException();
    }

    @Test
    void one_that_does_not_answer_is_told() {
        assertThatThrownBy(
                        () -> ask("jdbc:postgresql://localhost:1/vahid", Map.of("spring.datasource.username", "vahid")))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The database of spring.datasource.url does not answer: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void one_that_comes_late_is_waited_for() throws Exception {
        String url = TestDatabase.create();
        int port = Integer.parseInt(url.replaceFirst(".*localhost:(\\d+)/.*", "$1"));
        try (LateProxy late = new LateProxy(port)) {
            String behind = url.replace("localhost:" + port, "localhost:" + late.port());
            CompletableFuture<Void> asked =
                    CompletableFuture.runAsync(() -> ask(behind, Map.of("vahid.database.patience-ms", "60000")));
            Awaitility.await().until(() -> late.refused() > 1);
            assertThat(asked).isNotDone();
            late.open();
            assertThat(asked).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void another_start_may_find_one_that_does_not_answer_and_none_that_refuses_the_login() {
        assertThat(exitCode("jdbc:postgresql://localhost:1/vahid")).isEqualTo(StartException.NOT_YET);
        assertThat(exitCode(TestDatabase.create().replaceFirst("/t\\d+", "/nowhere")))
                .isEqualTo(StartException.WRONG);
    }

    private static int exitCode(String url) {
        return StartFault.exitCode(new IllegalStateException(catchThrowable(() -> ask(url, Map.of()))));
    }

    @Test
    void one_that_is_not_there_is_told() {
        String other = TestDatabase.create().replaceFirst("/t\\d+", "/nowhere");
        assertThatThrownBy(() -> ask(other, Map.of()))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The database of spring.datasource.url is not there: ");
    }

    @Test
    void a_user_that_it_does_not_know_is_told() {
        String anybody = TestDatabase.create().replaceFirst("[?].*", "");
        assertThatThrownBy(() -> ask(anybody, Map.of("spring.datasource.username", "nobody")))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(
                        "The database of spring.datasource.url refuses the login of spring.datasource.username: ");
    }

    @Test
    void the_demonstration_s_own_is_not_asked_since_it_does_not_run_yet() {
        assertThatCode(() -> ask("embedded", Map.of())).doesNotThrowAnyException();
    }
}
