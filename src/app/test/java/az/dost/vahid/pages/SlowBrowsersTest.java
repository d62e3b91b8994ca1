package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.session.Walker;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends half of what he began, or reads nothing of what he asked for, keeps the pages from nobody else. */
@Tag("attack")
class SlowBrowsersTest {
    private static final RunningPages PAGES = RunningPages.get();
    private static final Pattern STYLE = Pattern.compile("href=\"(/assets/[^\"]+[.]css)\"");
    private static final String WHO = "GET /v1/officials/me";
    private static final String HALF = "GET / HTTP/1.1\r\nHost: a\r\nX-Half: ";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n";
    private static final String FILE = "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000\r\n";
    private static final int HALF_HEADS = 600;
    private static final int SLOW_BODIES = 64;
    private static final int READERS = 24;
    private static final int UNREAD = 200;
    private static final long SOON_MS = 1000;

    private final Wire wire = new Wire(PAGES);
    private Walker clerk;

    @BeforeEach
    void a_clerk_who_is_served() throws IOException {
        PAGES.gateway().knows("a.mammadova", "CLERK").forget();
        clerk = Walker.in(PAGES, "a.mammadova", "official");
        page();
    }

    @AfterEach
    void end() throws IOException {
        wire.close();
        PAGES.gateway().knows("a.mammadova", "CLERK").forget();
    }

    private void page() throws IOException {
        assertThat(wire.ask("GET /desk", clerk.cookie()))
                .startsWith("HTTP/1.1 200")
                .contains("id=\"fin\"");
    }

    private void serves() throws IOException {
        assertThat(wire.ask("GET /alive", "")).startsWith("HTTP/1.1 204");
    }

    private interface Asking {
        void ask() throws IOException;
    }

    private static void soon(String what, Asking asking) throws IOException {
        long began = System.nanoTime();
        asking.ask();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began))
                .as("milliseconds to %s", what)
                .isLessThan(SOON_MS);
    }

    private void othersAreServed() throws IOException {
        soon("the balancer's question", this::serves);
        soon("a page", this::page);
    }

    @Test
    void half_heads_keep_nobody_out() throws IOException {
        for (int i = 0; i < HALF_HEADS; i++) {
            wire.begin(HALF);
        }
        othersAreServed();
    }

    /** There is room for a thousand. */
    @Test
    void of_more_half_heads_than_there_is_room_for_the_oldest_give_way() throws IOException {
        Socket first = wire.begin(HALF);
        for (int i = 0; i < 2 * HALF_HEADS; i++) {
            wire.begin(HALF);
        }
        othersAreServed();
        assertThat(Wire.read(first)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rating stranger", "/desk invented", "/audit/verification invented", "/desk clerk"})
    void slow_bodies_keep_nobody_out(String who) throws IOException {
        String path = who.split(" ")[0];
        String cookie = switch (who.split(" ")[1]) {
            case "stranger" -> "";
            case "clerk" -> clerk.cookie();
            default -> "Cookie: __Host-vahid=bm9ib2R5\r\n";
        };
        for (int i = 0; i < SLOW_BODIES; i++) {
            wire.begin(Wire.head("POST " + path, cookie + (path.startsWith("/audit") ? FILE : FORM)) + "_csrf=");
        }
        othersAreServed();
    }

    @Test
    void answers_that_nobody_reads_keep_nobody_out() throws IOException {
        Matcher style = STYLE.matcher(wire.ask("GET /", ""));
        assertThat(style.find()).isTrue();
        String request = "GET " + style.group(1) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        List<Socket> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(wire.begin(request.repeat(UNREAD)));
        }
        AtomicInteger before = new AtomicInteger();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    int now = unread(readers);
                    return now > 0 && before.getAndSet(now) == now;
                });
        othersAreServed();
    }

    /** Bytes that have come. */
    private static int unread(List<Socket> readers) throws IOException {
        int bytes = 0;
        for (Socket reader : readers) {
            bytes += reader.getInputStream().available();
        }
        return bytes;
    }

    @Test
    void a_balancer_is_answered_while_every_page_waits_for_the_gateway() throws IOException {
        PAGES.gateway().answersLate(3000, WHO, 503, "{\"code\":\"OVERLOADED\"}");
        for (int i = 0; i < SLOW_BODIES; i++) {
            wire.begin(Wire.head("GET /desk", clerk.cookie()));
        }
        Awaitility.await().until(() -> PAGES.gateway().asked().size() >= 16);
        soon("the balancer's question", this::serves);
    }

    @Test
    void whoever_drips_is_hung_up_on() throws IOException {
        List<Socket> dripping = List.of(wire.begin(HALF), wire.begin(Wire.head("POST /rating", FORM)));
        for (Socket socket : dripping) {
            socket.setSoTimeout(20);
        }
        Awaitility.await()
                .pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dripping).allMatch(SlowBrowsersTest::hasEnded));
    }

    private static boolean hasEnded(Socket socket) {
        try {
            Wire.write(socket, "a");
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
