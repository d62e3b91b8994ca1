package az.dost.vahid.pages.login;

import az.dost.vahid.pages.session.SessionCookie;
import az.dost.vahid.pages.session.SessionSeal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A text that a browser keeps for a node until somebody has logged in. Any node with our secret reads it, for a few
 * minutes; nobody else reads it, writes one or makes it last. Nothing of it is kept here: whoever has not logged in
 * takes nobody's room.
 */
final class SealedCookie {
    private static final Duration A_LOGIN = Duration.ofMinutes(5);
    private final String name;
    private final SessionSeal seal;
    private final InstantSource clock;
    private final Duration lives;

    /** As long as a login takes. @param name of it among ours */
    SealedCookie(String name, SessionSeal seal, InstantSource clock) {
        this(name, seal, clock, A_LOGIN);
    }

    /** @param name of it among ours */
    SealedCookie(String name, SessionSeal seal, InstantSource clock, Duration lives) {
        this.name = SessionCookie.NAME + '-' + name;
        this.seal = seal;
        this.clock = clock;
        this.lives = lives;
    }

    void write(String text, HttpServletResponse response) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = seal.seal(
                place(),
                ByteBuffer.allocate(Long.BYTES + utf8.length)
                        .putLong(clock.instant().plus(lives).toEpochMilli())
                        .put(utf8)
                        .array());
        set(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), lives, response);
    }

    void end(HttpServletResponse response) {
        set("", Duration.ZERO, response);
    }

    private void set(String value, Duration lives, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(lives)
                        .build()
                        .toString());
    }

    /** Empty where there is none, it is not ours, or its time is over. */
    Optional<String> read(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .flatMap(value -> opened(value).stream())
                        .findFirst();
    }

    private Optional<String> opened(String value) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        byte[] opened = seal.open(place(), sealed);
        if (opened == null || opened.length < Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer text = ByteBuffer.wrap(opened);
        return clock.millis() < text.getLong()
                ? Optional.of(StandardCharsets.UTF_8.decode(text).toString())
                : Optional.empty();
    }

    private byte[] place() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
