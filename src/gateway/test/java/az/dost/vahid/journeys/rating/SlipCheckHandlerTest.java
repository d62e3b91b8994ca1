package az.dost.vahid.journeys.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.passport.Passport;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a slip, and what of it stays in the audit chain. */
@Timeout(60)
class SlipCheckHandlerTest {
    private static final Passport CAR = new Passport(
            "ccu-car", "CCU", new Passport.Title("Avtomobil", "Car"), "A law", false, List.of(), Map.of(), List.of());
    private TestSlips slips;
    private SlipCheckHandler handler;

    @BeforeEach
    void open(@TempDir Path keys) {
        slips = new TestSlips(keys);
        handler = new SlipCheckHandler(
                slips.issues,
                new WrongCodes(() -> 1, () -> 0),
                slips.gateway.acts(),
                slips.access,
                code -> Optional.of(CAR).filter(car -> car.code().equals(code)),
                Caffeine.newBuilder().maximumSize(10).build());
    }

    @AfterEach
    void close() throws InterruptedException {
        slips.close();
    }

    private JsonNode check(String code) throws IOException {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setBody(new ByteArrayInputStream(("{\"code\":\"" + code + "\"}").getBytes(StandardCharsets.UTF_8)));
        handler.check(exchange);
        return new ObjectMapper().readTree(exchange.getMessage().getBody(byte[].class));
    }

    private List<String> entries() {
        return slips.gateway.jdbc.queryForList(
                "select entry::text from audit where entry ->> 'act' = 'slip-checked'", String.class);
    }

    @Test
    void it_is_genuine_of_a_day_a_centre_and_a_service() throws IOException {
        JsonNode told = check(slips.codes.code(slips.slip("a.mammadova", "dost-centre-1", TestSlips.CASE, "COMPLETE")));
        assertThat(told.path("state").asText()).isEqualTo("GOOD");
        assertThat(told.path("office").asText()).isEqualTo("dost-centre-1");
        assertThat(told.path("from").asText()).startsWith("DOST Centre No. 1");
        assertThat(told.at("/service/title/az").asText()).isEqualTo("Avtomobil");
        assertThat(told.path("until").asText()).isGreaterThan(told.path("day").asText());
    }

    @Test
    @Tag("attack")
    void nothing_of_the_person_and_nothing_of_the_papers_is_told_or_kept() throws IOException {
        UUID dossier = slips.slip();
        String code = slips.codes.code(dossier);
        JsonNode told = check(code);
        assertThat(told.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("state", "day", "until", "from", "office", "service");
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(List.of(entry, told.toString()))
                        .allSatisfy(text -> assertThat(text.replace(TestSlips.office(dossier), ""))
                                .doesNotContain(
                                        code,
                                        dossier.toString(),
                                        "W1D0W01",
                                        "mammadova",
                                        TestSlips.CASE,
                                        "a1a1",
                                        "COMPLETE")));
    }

    @Test
    @Tag("attack")
    void one_code_again_and_again_is_one_entry_of_the_chain() throws IOException {
        String code = slips.code();
        JsonNode first = check(code);
        for (int i = 0; i < 20; i++) {
            assertThat(check(code)).isEqualTo(first);
        }
        assertThat(entries()).hasSize(1);
    }

    @Test
    @Tag("attack")
    void whoever_guesses_is_told_to_wait_and_leaves_nothing_and_a_right_code_is_checked_meanwhile() throws IOException {
        String code = slips.code();
        assertThatThrownBy(() -> check("0000-0000-0000"))
                .isInstanceOfSatisfying(
                        ProblemException.class, none -> assertThat(none.code()).isEqualTo(ProblemCode.NOT_FOUND));
        assertThatThrownBy(() -> check("0000-0000-0001"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wait -> assertThat(wait.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS));
        assertThat(check(code).path("state").asText()).isEqualTo("GOOD");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void what_is_no_code_is_told_at_its_field() {
        assertThatThrownBy(() -> check("9QZ7TRX"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(ProblemCode.FIELD_INVALID));
    }
}
