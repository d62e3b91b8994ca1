package az.dost.vahid.demo;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.mock.register.ComputedPopulation;
import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A gateway in a process of its own, whose JVM writes down what it loads and how it is used, and makes a cache of it as
 * the process ends.
 *
 * @param java program
 * @param options of the JVM, null for none
 * @param jar taken apart
 * @param cache to be made
 */
record TrainedGateway(Path java, Path options, Path jar, Path cache) {
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration LOOKUPS = Duration.ofMinutes(15);
    private static final Duration END = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int CALLERS = 4;
    private static final String SERVICE = "ccu-intake";
    /** Every so many lookups the answer is wanted in another form. */
    private static final int OTHER_FORMS = 10;

    private static final List<String> FORMS =
            List.of("application/xml", "application/jose", "application/vnd.etsi.asic-e+zip");
    private static final int LINES = 20;
    /** Gateway Timeout, of a gateway that says nothing: the machine is busy. */
    private static final int TOO_LATE = 504;

    /** @throws StartException when there is no cache that fits; its message says why */
    void train(TrainingGround ground, int lookups) throws Exception {
        Path log = ground.folder().resolve("gateway.log");
        Files.deleteIfExists(cache);
        Process process = new ProcessBuilder(command(
                        List.of("-XX:AOTCacheOutput=" + cache.toAbsolutePath()),
                        // No profile of a demonstration, where the jar has one.
                        "--spring.profiles.active=production",
                        "--spring.config.additional-location=file:" + ground.settings()))
                .directory(ground.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            DemoCaller caller = ground.caller();
            await("is not ready", START, process, log, () -> ready(caller));
            Personas first = Personas.MARTYRS_WIDOW;
            await("gives no complete dossier", LOOKUPS, process, log, () -> complete(caller, first.fin()));
            ask(caller, lookups);
            process.destroy();
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS) || Files.notExists(cache)) {
                throw failed("left no cache", log);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        hold();
    }

    /** @throws StartException when this Java has no such caches */
    void check() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java.toString(), "-XX:AOTMode=off", "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new StartException(java + " makes no ahead-of-time cache: that takes Java 25 or later");
        }
    }

    private List<String> command(List<String> more, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        if (options != null) {
            command.add("@" + options.toAbsolutePath());
        }
        command.addAll(more);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean ready(DemoCaller caller) throws InterruptedException {
        try {
            return caller.get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** So it is once the files of all agencies are loaded. */
    private static boolean complete(DemoCaller caller, String fin) throws IOException, InterruptedException {
        try {
            HttpResponse<byte[]> answer =
                    caller.lookUp(DemoCaller.question(fin, SERVICE, "TRAINING/0", TrainingGround.OFFICIAL));
            return answer.statusCode() == 200
                    && DemoCaller.json(answer).path("completeness").asText().equals("COMPLETE");
        } catch (HttpTimeoutException e) {
            return false;
        }
    }

    private static void ask(DemoCaller caller, int lookups) throws Exception {
        ComputedPopulation population = new ComputedPopulation(TrainingGround.POPULATION);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Callable<Void> turn = () -> {
            for (int i = next.getAndIncrement(); i < lookups; i = next.getAndIncrement()) {
                int status = ask(caller, population.fin(i % population.size()), i);
                if (status != 200 && refused.incrementAndGet() > lookups / 2) {
                    throw new StartException("The gateway refuses what it is asked in training, with status " + status);
                }
            }
            return null;
        };
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Void>> turns = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                turns.add(callers.submit(turn));
            }
            for (Future<Void> one : turns) {
                one.get(LOOKUPS.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** @return status of the answer */
    private static int ask(DemoCaller caller, String fin, int number) throws IOException, InterruptedException {
        var question = DemoCaller.question(fin, SERVICE, "TRAINING/" + number, TrainingGround.OFFICIAL);
        try {
            HttpResponse<byte[]> answer = number % OTHER_FORMS == 0
                    ? caller.post("/v1/dossiers", question, "Accept", FORMS.get(number / OTHER_FORMS % FORMS.size()))
                    : caller.lookUp(question);
            return answer.statusCode();
        } catch (HttpTimeoutException e) {
            return TOO_LATE;
        }
    }

    /** The JVM ends, instead of going on without it, where the cache is not for it. */
    private void hold() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        command(List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache.toAbsolutePath()), "version"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            Files.delete(cache);
            throw new StartException("The cache that was made does not fit: " + said);
        }
    }

    private static void await(String fault, Duration longest, Process process, Path log, Callable<Boolean> condition)
            throws Exception {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.call()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw failed(fault, log);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** With the end of its log, which goes with the training: nothing in it is of anybody. */
    private static StartException failed(String fault, Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return new StartException("The gateway in training " + fault + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size())));
    }
}
