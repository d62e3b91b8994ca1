package az.dost.vahid.mock.issuer;

import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Wordbook;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/** The page on which somebody says who of the demonstration's people he is, in both languages and without a script. */
final class Chooser extends OncePerRequestFilter {
    static final String PAGE = "/login";
    /** Of the person in the form, for his ID token. */
    static final String LANGUAGE = "lang";

    private static final String STYLE = "/login.css";
    private final RequestCache begunBy = new HttpSessionRequestCache();
    private final Wordbook words = Wordbook.builtIn();
    private final String page = text("demo/issuer/login.html");
    private final String style = text("demo/issuer/login.css");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getMethod().equals("GET") && path.equals(PAGE)) {
            write(response, "text/html", page(request, response));
        } else if (request.getMethod().equals("GET") && path.equals(STYLE)) {
            write(response, "text/css", style);
        } else {
            chain.doFilter(request, response);
        }
    }

    private String page(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        boolean english = english(request, response);
        Language language = english ? Language.EN : Language.AZ;
        String people = DemoPeople.ALL.stream()
                .map(person ->
                        "<li><button name=\"person\" value=\"%s\"><span lang=\"az\">%s</span> <small>%s</small></button></li>"
                                .formatted(
                                        person.login(),
                                        HtmlUtils.htmlEscape(person.name()),
                                        HtmlUtils.htmlEscape(role(person, language))))
                .collect(Collectors.joining("\n"));
        return page.replace("{lang}", english ? "en" : "az")
                .replace("{other}", english ? "az" : "en")
                .replace("{otherName}", english ? "Azərbaycanca" : "English")
                .replace("{title}", english ? "Vahid, demonstration: log in" : "Vahid, nümayiş: giriş")
                .replace("{heading}", english ? "Who are you?" : "Siz kimsiniz?")
                .replace(
                        "{notice}",
                        english
                                ? "This is a demonstration with invented people. There is no password: choose one of them."
                                : "Bu, uydurulmuş şəxslərlə nümayişdir. Şifrə yoxdur: onlardan birini seçin.")
                .replace(
                        "{error}",
                        request.getParameter("error") == null
                                ? ""
                                : "<p role=\"alert\">%s</p>"
                                        .formatted(
                                                english
                                                        ? "That is nobody of the demonstration. Choose again."
                                                        : "Nümayişdə belə şəxs yoxdur. Yenidən seçin."))
                .replace("{fin}", english ? "Or a citizen, by the FIN" : "Və ya FİN-i ilə bir vətəndaş")
                .replace("{enter}", english ? "Log in" : "Daxil olun")
                .replace("{csrf}", HtmlUtils.htmlEscape(token.getToken()))
                .replace("{csrfName}", HtmlUtils.htmlEscape(token.getParameterName()))
                .replace("{people}", people);
    }

    /** As was chosen here, else as the pages say that it was chosen there. */
    private boolean english(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest begun = begunBy.getRequest(request, response);
        String[] told = begun == null ? null : begun.getParameterValues("ui_locales");
        String chosen = request.getParameter(LANGUAGE);
        return "en".equals(chosen != null || told == null ? chosen : told[0].split(" ")[0]);
    }

    private String role(DemoPerson person, Language language) {
        if (person.isCitizen()) {
            return language == Language.EN ? "Citizen" : "Vətəndaş";
        }
        return words.find("values", "desk.Role." + person.role(), language).orElse(person.role()) + ", "
                + person.place();
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(text);
    }

    private static String text(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " is not in the jar", e);
        }
    }
}
