package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.KeptForm;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.session.Idleness;
import az.dost.vahid.pages.setting.PagesSettings;
import az.dost.vahid.pages.words.Names;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lays out for each page, that of an error too, its language and its frame. */
final class FrameFilter extends OncePerRequestFilter {
    private final Names names;
    private final Languages languages;
    private final Assets assets;
    private final PagesSettings settings;
    private final KeptForm kept;

    FrameFilter(Names names, Languages languages, Assets assets, PagesSettings settings, KeptForm kept) {
        this.kept = kept;
        this.names = names;
        this.languages = languages;
        this.assets = assets;
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (languages.change(request, response)) {
            return;
        }
        HttpSession session = request.getSession(false);
        request.setAttribute("w", names.in(languages.of(request)));
        new Frame(
                        assets,
                        session == null ? null : Idleness.end(session, settings.idle()),
                        settings.warning(),
                        Visitors.name(),
                        request.getQueryString(),
                        settings.help(),
                        () -> kept.isHis(request))
                .on(request);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
