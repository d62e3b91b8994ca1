package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.journeys.exchange.service.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call between members whose grant is taken away while the provider answers. */
@Tag("attack")
class RevokedCallTest {
    private static final long LENGTH = 4 << 20;
    private final RunningExchange exchange = RunningExchange.get();
    private Path file;
    private String before;

    private void take(String place, String word, String other) throws IOException {
        file = exchange.folder.resolve(place);
        before = Files.readString(file);
        if (word == null) {
            Files.delete(file);
        } else {
            assertThat(before).contains(word);
            write(before.replace(word, other));
        }
        refresh();
    }

    private void write(String text) throws IOException {
        Files.move(
                Files.writeString(exchange.folder.resolve("whole"), text), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void refresh() {
        exchange.context.getBean(AccessPolicy.class).refresh();
        exchange.context.getBean(Services.class).refresh();
    }

    @AfterEach
    void give() throws IOException {
        if (file != null) {
            write(before);
            refresh();
        }
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "requesters/desk.yaml, -, -",
                "requesters/desk.yaml, AZ/GOV/desk/cases, AZ/GOV/desk/other",
                "exchange/echo.yaml, AZ/GOV/desk/cases, AZ/GOV/desk/other",
                "exchange/echo.yaml, -, -"
            })
    void a_long_answer_breaks_off(String place, String word, String other) {
        exchange.provider.answer("/base/revoked", (http, request) -> {
            http.sendResponseHeaders(200, 0);
            new Generated(LENGTH / 2).transferTo(http.getResponseBody());
            http.getResponseBody().flush();
            take(place, word, other);
            new Generated(LENGTH / 2).transferTo(http.getResponseBody());
        });
        assertThatThrownBy(() ->
                        RunningExchange.send(exchange.call("/echo/revoked").build(), BodyHandlers.ofByteArray()))
                .isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest(name = "{0}: {1} for {2}")
    @CsvSource(
            nullValues = "-",
            value = {"requesters/desk.yaml, -, -", "exchange/echo.yaml, AZ/GOV/desk/cases, AZ/GOV/desk/other"})
    void a_short_answer_that_comes_late_is_not_given(String place, String word, String other) {
        exchange.provider.answer("/base/late", (http, request) -> {
            take(place, word, other);
            http.sendResponseHeaders(200, 0);
            http.getResponseBody().write("late".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
        var answer = RunningExchange.send(exchange.call("/echo/late"));
        assertThat(answer.headers().firstValue("X-Road-Error"))
                .hasValueSatisfying(code -> assertThat(code).endsWith("access_denied"));
        assertThat(answer.body()).doesNotContain("late");
    }
}
