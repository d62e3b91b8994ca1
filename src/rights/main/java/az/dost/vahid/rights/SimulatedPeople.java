package az.dost.vahid.rights;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.IntStream;

/** Counts a simulation over people, in several threads; the counts are the same in whatever order. */
final class SimulatedPeople {
    /** So many lines of a file are in the memory at a time. */
    private static final int BATCH = 1_000;

    private static final ObjectReader READER = Json.exact().readerFor(JsonNode.class);

    private final Simulation simulation;
    private final Vocabulary vocabulary;
    private final int parallel;
    private final Runnable pulse;

    /** Counts, and the SHA-256 of the file in lower-case hexadecimal digits. */
    record OfFile(Counts counts, String digest) {}

    private record Line(long number, String text) {}

    /** On every processor. */
    SimulatedPeople(Simulation simulation, Vocabulary vocabulary) {
        this(simulation, vocabulary, Runtime.getRuntime().availableProcessors(), () -> {});
    }

    /**
     * @param parallel threads
     * @param pulse run before each person who is drawn, by several threads; what it throws ends the count
     */
    SimulatedPeople(Simulation simulation, Vocabulary vocabulary, int parallel, Runnable pulse) {
        this.simulation = simulation;
        this.vocabulary = vocabulary;
        this.parallel = parallel;
        this.pulse = pulse;
    }

    /**
     * People who are computed, drawn by lot.
     *
     * @param seed of the lot: each has others, and the same ones always
     * @param count at most the size of the people
     */
    Counts drawn(MadeUpPeople people, long seed, int count) {
        int[] numbers = lot(people.size(), seed, count);
        return onAll(() -> IntStream.of(numbers)
                .parallel()
                .collect(
                        Counts::new,
                        (counts, number) -> {
                            pulse.run();
                            simulation.count(
                                    new DossierFacts(
                                            people.dossier(number, simulation.asked()), vocabulary, simulation.asked()),
                                    counts);
                        },
                        Counts::add));
    }

    /** In threads that find what the program has: those that every program shares do not look into its jar. */
    private Counts onAll(Callable<Counts> work) {
        ClassLoader program = Thread.currentThread().getContextClassLoader();
        ForkJoinPool threads = new ForkJoinPool(
                parallel,
                pool -> {
                    ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
                    thread.setContextClassLoader(program);
                    return thread;
                },
                null,
                false);
        try {
            return threads.submit(work).join();
        } finally {
            threads.shutdown();
        }
    }

    /** The first of the numbers as {@link Random} shuffles them; its numbers are the same on each Java. */
    private static int[] lot(int size, long seed, int count) {
        int[] numbers = IntStream.range(0, size).toArray();
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            int at = i + random.nextInt(size - i);
            int drawn = numbers[at];
            numbers[at] = numbers[i];
            numbers[i] = drawn;
        }
        return IntStream.of(numbers).limit(count).toArray();
    }

    /**
     * The people of a bulk result. Lines without a dossier, such as the heading, are of nobody.
     *
     * @throws CommandFailure naming the line that is no JSON
     */
    OfFile of(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        Counts counts = new Counts();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new DigestInputStream(Files.newInputStream(file), digest), StandardCharsets.UTF_8))) {
            List<Line> batch = new ArrayList<>();
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                batch.add(new Line(number, line));
                if (batch.size() == BATCH) {
                    counts.add(counted(batch, file));
                    batch.clear();
                }
            }
            counts.add(counted(batch, file));
        }
        return new OfFile(counts, HexFormat.of().formatHex(digest.digest()));
    }

    private Counts counted(List<Line> batch, Path file) {
        return onAll(() ->
                batch.parallelStream().collect(Counts::new, (counts, line) -> count(line, file, counts), Counts::add));
    }

    private void count(Line line, Path file, Counts counts) {
        try {
            JsonNode dossier = READER.<JsonNode>readValue(line.text).path("dossier");
            if (dossier.isObject()) {
                simulation.count(new DossierFacts(dossier, vocabulary), counts);
            }
        } catch (JsonProcessingException e) {
            throw new CommandFailure(file + ": line " + line.number + " is no JSON");
        }
    }
}
