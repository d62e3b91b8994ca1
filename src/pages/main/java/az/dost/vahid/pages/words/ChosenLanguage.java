package az.dost.vahid.pages.words;

import az.dost.vahid.wordbook.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The language that somebody has chosen, in a cookie of its own: it outlives logins and logouts. */
public final class ChosenLanguage {
    private static final String COOKIE = "__Host-vahid-language";
    private static final long A_YEAR_S = 365L * 24 * 60 * 60;

    /** Empty until he has chosen. */
    public static Optional<Language> of(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Stream.of(request.getCookies())
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .flatMap(tag -> named(tag).stream())
                        .findFirst();
    }

    /** @param tag of a language (BCP 47), with or without its region; null for none */
    public static Optional<Language> named(String tag) {
        return tag == null
                ? Optional.empty()
                : Arrays.stream(Language.values())
                        .filter(language ->
                                tag(language).equals(Locale.forLanguageTag(tag).getLanguage()))
                        .findFirst();
    }

    public static void keep(Language language, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, tag(language))
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(A_YEAR_S)
                        .build()
                        .toString());
    }

    public static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private ChosenLanguage() {}
}
