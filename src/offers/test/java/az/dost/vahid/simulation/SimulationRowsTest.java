package az.dost.vahid.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.rights.LawSimulator;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.whole.RunningVahid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Simulations in the database: decided about once, computed once, and never by whoever may write there. */
class SimulationRowsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private final JdbcTemplate jdbc = VAHID.bean(JdbcTemplate.class);
    private final AskedSimulations simulations = VAHID.bean(AskedSimulations.class);

    /** The running gateway computes nothing meanwhile: its turn is somebody else's. */
    @BeforeEach
    void hold() throws Exception {
        VAHID.bean(CamelContext.class).getRouteController().stopRoute("simulations-run");
        jdbc.update("update right_simulation set ended = 'FAILED' where ended is null");
    }

    @AfterEach
    void go() throws Exception {
        VAHID.bean(CamelContext.class).getRouteController().startRoute("simulations-run");
    }

    private AskedSimulation released() {
        AskedSimulation one = GivenSimulation.asked("g.ahmadova");
        assertThat(simulations.decide(GivenSimulation.official("z.rzayeva"), one, null))
                .isTrue();
        return one;
    }

    private AskedSimulation.State state(AskedSimulation one) {
        return simulations.find(one.id()).orElseThrow().state(Instant.now());
    }

    private void turn(Duration longest) {
        new SimulationJob(
                        simulations,
                        VAHID.bean(LawSimulator.class),
                        VAHID.bean(DossierSigner.class),
                        new SimulationSettings(1, 1000, 10, Duration.ofSeconds(20), longest))
                .run(new DefaultExchange(VAHID.bean(CamelContext.class)));
    }

    private List<String> acts(AskedSimulation one) {
        return jdbc.queryForList(
                "select entry ->> 'act' from audit where entry ->> 'simulation' = ? order by sequence",
                String.class,
                one.id().toString());
    }

    @Test
    void it_is_decided_about_once_and_computed_once() {
        AskedSimulation one = released();
        assertThat(simulations.decide(GivenSimulation.official("n.hasanli"), one, "Too late"))
                .isFalse();
        turn(Duration.ofMinutes(1));
        assertThat(state(one)).isEqualTo(AskedSimulation.State.DONE);
        AskedSimulation.End first = simulations.find(one.id()).orElseThrow().end();
        simulations.made(one.id(), new byte[0], "another");
        simulations.failed(one.id(), AskedSimulation.Because.INTERNAL);
        assertThat(simulations.find(one.id()).orElseThrow().end().result()).isEqualTo(first.result());
        assertThat(acts(one)).containsExactly("simulation-asked", "simulation-released", "simulation-made");
    }

    /** What a gateway had begun that was killed is computed from the beginning by the next one. */
    @Test
    void what_a_killed_gateway_began_is_computed_from_the_beginning() {
        AskedSimulation one = released();
        assertThat(simulations.begin())
                .get()
                .extracting(AskedSimulations.Begun::attempts)
                .isEqualTo(1);
        turn(Duration.ofMinutes(1));
        assertThat(state(one)).isEqualTo(AskedSimulation.State.DONE);
    }

    @Test
    @Tag("attack")
    void what_kills_gateways_is_begun_three_times_and_no_more() {
        AskedSimulation one = released();
        for (int i = 0; i < 3; i++) {
            assertThat(simulations.begin()).isPresent();
        }
        turn(Duration.ofMinutes(1));
        AskedSimulation ended = simulations.find(one.id()).orElseThrow();
        assertThat(ended.end().because()).isEqualTo(AskedSimulation.Because.INTERNAL);
        assertThat(acts(one)).last().isEqualTo("simulation-failed");
    }

    @Test
    @Tag("attack")
    void what_takes_too_long_ends() {
        AskedSimulation one = released();
        turn(Duration.ofNanos(1));
        AskedSimulation ended = simulations.find(one.id()).orElseThrow();
        assertThat(ended.state(Instant.now())).isEqualTo(AskedSimulation.State.FAILED);
        assertThat(ended.end().because()).isEqualTo(AskedSimulation.Because.TOO_LONG);
    }

    @Test
    void nobody_decides_after_thirty_days() {
        AskedSimulation one = GivenSimulation.asked("g.ahmadova");
        assertThat(one.state(one.askedAt().plus(AskedSimulation.OPEN))).isEqualTo(AskedSimulation.State.ASKED);
        assertThat(one.state(one.askedAt().plus(AskedSimulation.OPEN).plusMillis(1)))
                .isEqualTo(AskedSimulation.State.ENDED);
    }

    /** What somebody with the database changes is not believed: neither asked, nor released, nor computed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "asked_by = 'z.rzayeva'",
                "idempotency_key = 'k'",
                "question = replace(question, '240', '200')",
                "decided_by = 'n.hasanli'",
                "note = 'Yes'",
                "result = 'a..b'",
                "ended_ms = ended_ms + 1",
                "decision = 'REFUSED'"
            })
    @Tag("attack")
    void what_is_changed_in_the_database_is_not_believed(String change) {
        AskedSimulation one = released();
        turn(Duration.ofMinutes(1));
        assertThat(state(one)).isEqualTo(AskedSimulation.State.DONE);
        jdbc.update("update right_simulation set " + change + " where id = ?", one.id());
        assertThat(simulations.find(one.id())).isEmpty();
    }

    /** Nobody releases by writing it. */
    @Test
    @Tag("attack")
    void what_is_released_in_the_database_alone_is_not_computed() {
        AskedSimulation one = GivenSimulation.asked("g.ahmadova");
        jdbc.update(
                "update right_simulation set decision = 'RELEASED', decided_by = 'z.rzayeva', decided_ms = 1, decided_mac = mac where id = ?",
                one.id());
        turn(Duration.ofMinutes(1));
        assertThat(jdbc.queryForObject("select result from right_simulation where id = ?", String.class, one.id()))
                .isNull();
        assertThat(simulations.find(one.id())).isEmpty();
    }
}
