package az.dost.vahid.pages.session;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Wire;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Ten minutes of slow bodies, half heads, wrong tokens and begun logins from one address, the clerk's own: the clerk is
 * served as ever, and nothing is left of them.
 */
@Tag("attack")
@Tag("siege")
class PagesSiegeTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("siege.seconds", 600));
    private static final int WARM = 300;
    private static final int QUIET = 300;
    private static final int PAUSE_MS = 100;
    private static final int HALF_HEADS = 520;
    private static final int SLOW_BODIES = 64;
    /** Of those that need an answer, so that a processor is left for the clerk and for the pages. */
    private static final int STRANGER_PAUSE_MS = 20;

    private static final int MEGABYTE = 1 << 20;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n";
    private final Map<String, AtomicLong> tried = new TreeMap<>();
    private final List<Thread> strangers = new ArrayList<>();
    private volatile boolean ended;

    private interface Turn {
        void take(Wire wire) throws IOException, InterruptedException;
    }

    private void start(RunningPages pages, String kind, Turn turn) {
        AtomicLong turns = tried.computeIfAbsent(kind, name -> new AtomicLong());
        Thread thread = new Thread(
                () -> {
                    while (!ended) {
                        try (Wire wire = new Wire(pages)) {
                            turn.take(wire);
                        } catch (IOException e) {
                            // The pages hung up, or had no room: what a flood is for.
                            Thread.onSpinWait();
                        } catch (InterruptedException e) {
                            return;
                        }
                        turns.incrementAndGet();
                    }
                },
                kind);
        thread.setDaemon(true);
        thread.start();
        strangers.add(thread);
    }

    /** As many connections, on each of which a byte comes twice a second, until the pages hang up. */
    private void drip(Wire wire, int connections, String begun) throws IOException, InterruptedException {
        List<Socket> open = new ArrayList<>();
        while (open.size() < connections && !ended) {
            open.add(wire.begin(begun));
        }
        while (!open.isEmpty() && !ended) {
            Thread.sleep(500);
            open.removeIf(PagesSiegeTest::hungUp);
        }
    }

    private static boolean hungUp(Socket socket) {
        try {
            Wire.write(socket, "a");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void ask(Wire wire, String head, String headers) throws IOException, InterruptedException {
        wire.ask(head, headers);
        Thread.sleep(STRANGER_PAUSE_MS);
    }

    /** Microseconds of each page, of which every one must be the clerk's. */
    private static List<Long> times(RunningPages pages, String cookie, int views)
            throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < views; i++) {
            try (Wire wire = new Wire(pages)) {
                long began = System.nanoTime();
                String page = wire.ask("GET /desk", cookie);
                times.add((System.nanoTime() - began) / 1_000);
                assertThat(page).startsWith("HTTP/1.1 200").contains("id=\"fin\"");
            }
            Thread.sleep(PAUSE_MS);
        }
        return times;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static long heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    @Test
    @Timeout(1_200)
    void the_clerk_is_served_and_nothing_is_left_of_the_strangers() throws Exception {
        try (RunningPages pages = RunningPages.played("--vahid.pages.sessions=2")) {
            pages.gateway().knows("a.mammadova", "CLERK").forget();
            String cookie = Walker.in(pages, "a.mammadova", "official").cookie();
            times(pages, cookie, WARM);
            long quiet = median(times(pages, cookie, QUIET));
            long heap = heapMegabytes();
            List<Long> besieged = new ArrayList<>();
            start(pages, "half heads", wire -> drip(wire, HALF_HEADS, "GET / HTTP/1.1\r\nHost: a\r\nX-Half: "));
            start(pages, "slow bodies", wire -> drip(wire, SLOW_BODIES, Wire.head("POST /rating", FORM) + "_csrf="));
            start(pages, "begun logins", wire -> ask(wire, "GET /login/begin/vahid", "Accept: text/html\r\n"));
            start(
                    pages,
                    "wrong tokens",
                    wire -> ask(wire, "GET /desk", "Cookie: __Host-vahid=" + System.nanoTime() + "\r\n"));
            start(
                    pages,
                    "stolen codes",
                    wire -> ask(wire, "GET /login/oauth2/code/vahid?code=stolen&state=" + System.nanoTime(), ""));
            try {
                for (Instant end = Instant.now().plus(LENGTH); Instant.now().isBefore(end); ) {
                    besieged.addAll(times(pages, cookie, 1));
                }
            } finally {
                ended = true;
                for (Thread stranger : strangers) {
                    stranger.join(60_000);
                }
            }
            pages.gateway().forget();
            long left = heapMegabytes() - heap;
            System.out.printf(
                    "%d s of strangers: %s%nclerk: median %d us quiet, %d us besieged, %d us at most, %d pages; %d MB of heap more%n",
                    LENGTH.toSeconds(),
                    tried,
                    quiet,
                    median(besieged),
                    besieged.stream().mapToLong(time -> time).max().orElse(0),
                    besieged.size(),
                    left);
            assertThat(median(besieged)).isLessThanOrEqualTo(2 * quiet);
            assertThat(besieged).as("microseconds").allMatch(time -> time < 2_000_000);
            assertThat(left).as("megabytes").isLessThan(16);
        }
    }
}
