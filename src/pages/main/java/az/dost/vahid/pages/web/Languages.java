package az.dost.vahid.pages.web;

import az.dost.vahid.pages.words.ChosenLanguage;
import az.dost.vahid.wordbook.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The language that somebody chose; Azerbaijani until he did. {@code ?lang=en} at any page chooses and leads back to
 * it.
 */
final class Languages implements LocaleResolver {
    static final String PARAMETER = "lang";

    Language of(HttpServletRequest request) {
        return ChosenLanguage.of(request).orElse(Language.AZ);
    }

    /** Whether this request was for another language, and has been answered. */
    boolean change(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET")) {
            return false;
        }
        String wanted = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .getFirst(PARAMETER);
        Optional<Language> language = ChosenLanguage.named(wanted)
                .filter(known -> ChosenLanguage.tag(known).equals(wanted));
        if (language.isEmpty()) {
            return false;
        }
        ChosenLanguage.keep(language.get(), response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        // A path of two slashes would be an address of somebody else.
        String path = request.getRequestURI().replaceFirst("^/+", "/");
        response.setHeader(
                HttpHeaders.LOCATION,
                UriComponentsBuilder.fromPath(path)
                        .query(query)
                        .replaceQueryParam(PARAMETER)
                        .build()
                        .toUriString());
        return true;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Locale.forLanguageTag(ChosenLanguage.tag(of(request)));
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new UnsupportedOperationException("A person changes the language, see change");
    }
}
