package az.dost.vahid.simulation;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.rights.LawSimulator;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A simulation as an analyst has asked for it. */
public final class GivenSimulation {
    public static final String RIGHT = "old-age-pension";

    static Caller official(String login) {
        return new Caller(
                RunningVahid.get()
                        .bean(AccessPolicy.class)
                        .named("ministry-desk")
                        .orElseThrow(),
                login,
                false);
    }

    /** The rule in force, with another number of months. */
    public static String rule(int months) {
        try {
            return Files.readString(Path.of("contracts/rights", RIGHT + ".yaml"))
                    .replace("totalMonths >= 300", "totalMonths >= " + months);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LawQuestion question() {
        return new LawQuestion(
                "Why",
                new LawSimulator.Question(Map.of(RIGHT, rule(240)), LocalDate.of(2027, 1, 1), 1, TestPeople.SIZE));
    }

    /** Its id. @param login of whoever asked */
    public static String askedBy(String login) {
        return asked(login).id().toString();
    }

    static AskedSimulation asked(String login) {
        AskedSimulations simulations = RunningVahid.get().bean(AskedSimulations.class);
        String key = UUID.randomUUID().toString();
        simulations.ask(official(login), key, question());
        return simulations.find(official(login), key).orElseThrow();
    }

    /** One that was refused. */
    public static String refused() {
        AskedSimulation one = asked("g.ahmadova");
        RunningVahid.get().bean(AskedSimulations.class).decide(official("z.rzayeva"), one, "No");
        return one.id().toString();
    }

    private GivenSimulation() {}
}
