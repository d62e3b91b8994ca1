package az.dost.vahid.pages.login;

import az.dost.vahid.pages.session.SessionSeal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A form that somebody filled in and that was not answered: his browser keeps it, sealed, for some minutes, while he
 * changes the language, logs in again or is told of an error. It is shown once, and to nobody else who logs in there.
 */
public final class KeptForm {
    private static final Duration LIVES = Duration.ofMinutes(15);
    /** A browser keeps 4,096 bytes of a cookie. */
    private static final int LONGEST = 1_000;

    private final SealedCookie kept;

    KeptForm(SessionSeal seal) {
        kept = new SealedCookie("kept-form", seal, InstantSource.system(), LIVES);
    }

    /**
     * @param form what was filled in; may be personal data. What is longer than any form of ours is not kept
     * @throws NotLoggedIn when nobody is
     */
    public void keep(String form, HttpServletResponse response) {
        if (form.length() <= LONGEST) {
            kept.write(Visitors.subject() + '\n' + form, response);
        }
    }

    /** Empty where there is none, or it is somebody else's. Afterwards there is none. */
    public Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> his = his(request);
        if (isThere(request)) {
            end(response);
        }
        return his;
    }

    /** Of whoever is logged in. */
    public boolean isHis(HttpServletRequest request) {
        return his(request).isPresent();
    }

    /** Whoever filled it in: it is not known before he has logged in. */
    public boolean isThere(HttpServletRequest request) {
        return kept.read(request).isPresent();
    }

    private Optional<String> his(HttpServletRequest request) {
        if (Visitors.name().isEmpty()) {
            return Optional.empty();
        }
        String begins = Visitors.subject() + '\n';
        return kept.read(request).filter(text -> text.startsWith(begins)).map(text -> text.substring(begins.length()));
    }

    public void end(HttpServletResponse response) {
        kept.end(response);
    }
}
