package az.dost.vahid.kit.certify;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.connector.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Questions at a steady rate, whether or not the ones before are answered.
 *
 * @param perSecond how many begin each second
 * @param seconds for how long
 * @param agencyMs how long the played agency takes for each answer
 */
public record LoadRun(int perSecond, int seconds, int agencyMs) {
    private static final int THREADS = 64;

    /** Whether the connector allows as many calls at once as that takes, on a machine that costs no time itself. */
    boolean bearable(Connector connector) {
        return (double) perSecond * agencyMs / 1000 < connector.maxConcurrent() && agencyMs < connector.timeoutMs();
    }

    Line run(Stand stand, String fin) {
        ScheduledExecutorService clerks = Executors.newScheduledThreadPool(THREADS);
        stand.server.delay(agencyMs);
        long started = System.nanoTime();
        try {
            List<Future<SourceAnswer>> asked = new ArrayList<>();
            for (int i = 0; i < perSecond * seconds; i++) {
                asked.add(clerks.schedule(
                        () -> stand.ask(fin), TimeUnit.SECONDS.toNanos(i) / perSecond, TimeUnit.NANOSECONDS));
            }
            return line(answers(asked), started);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            clerks.shutdownNow();
            stand.server.delay(0);
        }
    }

    private static List<SourceAnswer> answers(List<Future<SourceAnswer>> asked)
            throws InterruptedException, ExecutionException {
        List<SourceAnswer> answers = new ArrayList<>();
        for (Future<SourceAnswer> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    private Line line(List<SourceAnswer> answers, long started) {
        Map<String, Integer> bad = new TreeMap<>();
        answers.stream()
                .filter(answer -> !answer.verdict().spoke())
                .forEach(answer -> bad.merge(Conformance.told(answer), 1, Integer::sum));
        List<Long> times =
                answers.stream().map(SourceAnswer::elapsedMs).sorted().toList();
        String spread = "median " + times.get(times.size() / 2) + " ms, 99 % within "
                + times.get((int) Math.ceil(times.size() * 0.99) - 1) + " ms";
        return new Line(
                "load",
                "The agency is asked " + perSecond + " times a second for " + seconds + " seconds and takes " + agencyMs
                        + " ms for each answer",
                bad.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                "every question is answered",
                bad.isEmpty() ? answers.size() + " answered, " + spread : bad + " of " + answers.size() + ", " + spread,
                Conformance.ms(started));
    }
}
