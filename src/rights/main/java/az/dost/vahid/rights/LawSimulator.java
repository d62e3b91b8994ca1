package az.dost.vahid.rights;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.DefinitionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What changed rules would do to computed people, beside the rules in force: the engine of the command {@code right
 * simulate}, for whoever has the rules as texts. Safe for several threads.
 */
public final class LawSimulator {
    private static final String YAML = ".yaml";

    /** The rules in force by the names of their files, as they were at the start. */
    private final Map<String, Resource> inForce = new TreeMap<>();

    private final ClassLoader program;
    /** Made when it is needed: a gateway that nobody asks has none in its memory. */
    private Engine engine;

    /** @param people null where the program has none */
    private record Engine(Vocabulary vocabulary, MadeUpPeople people) {}

    /**
     * What is asked.
     *
     * @param changed texts of the rules that differ, by the codes of their rights
     * @param day in Azerbaijan
     * @param seed by which people are drawn
     * @param count how many people
     */
    public record Question(Map<String, String> changed, LocalDate day, long seed, int count) {
        /** Fewer people tell nothing that could be shown. */
        public static final int FEWEST = Counts.LEAST_GROUP;
    }

    private static final class NamedText extends ByteArrayResource {
        private final String name;

        NamedText(byte[] text, String name) {
            super(text);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }
    }

    /**
     * @param folder of the rules in force, with its scheme; blank for those of this program
     * @throws UncheckedIOException when they cannot be read
     */
    public LawSimulator(ResourcePatternResolver resources, String folder) {
        program = Thread.currentThread().getContextClassLoader();
        String read = folder.isBlank() ? "classpath:" + RightReader.BUILT_IN : folder;
        try {
            for (Resource file : new DefinitionFolder(resources, read).files()) {
                inForce.put(file.getFilename(), new NamedText(file.getContentAsByteArray(), file.getFilename()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many people there are to draw from; 0 where this program has none. */
    public int people() {
        return Optional.ofNullable(engine().people()).map(MadeUpPeople::size).orElse(0);
    }

    private synchronized Engine engine() {
        if (engine == null) {
            engine = new Engine(Vocabulary.builtIn(), MadeUpPeople.of(program).orElse(null));
        }
        return engine;
    }

    /**
     * Reads all rules as they would be, as {@code right check} does.
     *
     * @param changed as {@link Question}
     * @param pulse run again and again; what it throws ends the reading
     * @throws DefinitionException with every error, by file and line
     */
    public void check(Map<String, String> changed, Runnable pulse) {
        read(changed(changed), pulse);
    }

    private List<Resource> changed(Map<String, String> changed) {
        Map<String, Resource> files = new TreeMap<>(inForce);
        changed.forEach((right, text) ->
                files.put(right + YAML, new NamedText(text.getBytes(StandardCharsets.UTF_8), right + YAML)));
        return List.copyOf(files.values());
    }

    private List<Right> read(List<Resource> files, Runnable pulse) {
        return new RightReader(engine().vocabulary(), pulse)
                .read(files, "rights")
                .strict();
    }

    /**
     * The result, as {@code contracts/simulation.schema.json} has it: byte by byte what the command writes for the same
     * rules, day, seed, count and version.
     *
     * @param threads that may compute
     * @param pulse run again and again, by all of them; what it throws ends the simulation
     * @throws DefinitionException where the rules do not fit those that are in force by now
     * @throws IllegalStateException where this program has no people
     */
    public byte[] run(Question question, int threads, Runnable pulse) {
        MadeUpPeople people = engine().people();
        if (people == null) {
            throw new IllegalStateException("This program has no computed people");
        }
        List<Resource> before = new ArrayList<>(inForce.values());
        List<Resource> after = changed(question.changed());
        Vocabulary vocabulary = engine().vocabulary();
        Simulation simulation = new Simulation(read(before, pulse), read(after, pulse), question.day(), vocabulary);
        Counts counts = new SimulatedPeople(simulation, vocabulary, threads, pulse)
                .drawn(people, question.seed(), question.count());
        try {
            var heading = SimulationDocument.heading(simulation, after, before);
            SimulationDocument.drawn(heading, question.seed(), question.count(), people.size());
            return SimulationDocument.bytes(new SimulationResult(simulation, heading, counts, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
