package az.dost.vahid.pages.web;

import az.dost.vahid.wordbook.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/** The language that somebody chose, in a cookie; Azerbaijani until he did. {@code ?lang=en} at any page chooses and leads back to it. */
final class Languages implements LocaleResolver {
    static final String PARAMETER = "lang";
    private static final String COOKIE = "__Host-vahid-language";
    private static final long A_YEAR_S = 365L * 24 * 60 * 60;

    Language of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && cookie.getValue().equals(tag(Language.EN))) {
                    return Language.EN;
                }
            }
        }
        return Language.AZ;
    }

    /** Whether this request was for another language, and has been answered. */
    boolean change(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET")) {
            return false;
        }
        String wanted = UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst(PARAMETER);
        if (!tag(Language.AZ).equals(wanted) && !tag(Language.EN).equals(wanted)) {
            return false;
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, wanted).path("/").secure(true).httpOnly(true).sameSite("Lax").maxAge(A_YEAR_S)
                .build().toString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        // A path of two slashes would be an address of somebody else.
        String path = request.getRequestURI().replaceFirst("^/+", "/");
        response.setHeader(HttpHeaders.LOCATION, UriComponentsBuilder.fromPath(path).query(query).replaceQueryParam(PARAMETER).build().toUriString());
        return true;
    }

    static String tag(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(tag(of(request)));
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("A person changes the language, see change");
    }
}
