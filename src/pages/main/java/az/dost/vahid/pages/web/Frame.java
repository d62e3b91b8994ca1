package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.setting.PagesSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands around a page; a template has it as {@code frame}. */
final class Frame {
    private static final String NAME = "frame";
    private final Assets assets;
    private final Instant sessionEnds;
    private final Duration warning;
    private final String name;
    private final String query;
    private final PagesSettings.Help help;
    private final BooleanSupplier formKept;
    private Visitor visitor;
    private List<Area> areas = List.of();
    private Area current;

    /**
     * @param sessionEnds null where there is no session
     * @param query of the address, null for none
     * @param formKept whether his browser keeps a form that he filled in
     */
    Frame(
            Assets assets,
            Instant sessionEnds,
            Duration warning,
            String name,
            String query,
            PagesSettings.Help help,
            BooleanSupplier formKept) {
        this.assets = assets;
        this.sessionEnds = sessionEnds;
        this.warning = warning;
        this.name = name;
        this.query = query;
        this.help = help;
        this.formKept = formKept;
    }

    static Frame of(HttpServletRequest request) {
        return (Frame) request.getAttribute(NAME);
    }

    void on(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    void welcome(Visitor known, List<Area> his, Area here) {
        visitor = known;
        areas = his;
        current = here;
    }

    /** The address of a style, script or picture. */
    public String asset(String file) {
        return assets.address(file);
    }

    /** Null where nobody is logged in, or the gateway did not say who it is. */
    public Visitor getVisitor() {
        return visitor;
    }

    /** The same address in another language, with all that it has behind its path. */
    public String inLanguage(String tag) {
        return UriComponentsBuilder.newInstance()
                .query(query)
                .replaceQueryParam(Languages.PARAMETER, tag)
                .build()
                .toUriString();
    }

    /** As the issuer calls whoever is logged in; blank for nobody. */
    public String getName() {
        return name;
    }

    /**
     * Whether somebody asks for himself: a citizen, or whoever has not logged in. What is said to officials is not for
     * him.
     */
    public boolean isForHimself() {
        return name.isEmpty() || visitor != null && visitor.hasOneOf(Set.of(VisitorRole.CITIZEN));
    }

    /** Telephone and mail of whoever helps; blank where nobody has set them. */
    public String getHelp() {
        return Stream.of(help.telephone(), help.mail())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
    }

    public boolean isFormKept() {
        return formKept.getAsBoolean();
    }

    public List<Area> getAreas() {
        return areas;
    }

    /** The same as they stand in the navigation. */
    public List<Menu> getMenus() {
        return Menu.of(areas);
    }

    /** The one of these that the page belongs to; null where it belongs to none. */
    public Area currentOf(Menu menu) {
        return menu.areas().stream().filter(this::isCurrent).findFirst().orElse(null);
    }

    public boolean isCurrent(Area area) {
        return area.equals(current) || current != null && current.key().isBlank() && area.has(current.path());
    }

    /** Null where nobody is logged in. */
    public Instant getSessionEnds() {
        return name.isEmpty() ? null : sessionEnds;
    }

    /** Seconds. */
    public long getSessionSeconds() {
        return Math.max(0, Duration.between(Instant.now(), sessionEnds).toSeconds());
    }

    /** Seconds before the end at which a person is warned. */
    public long getWarningSeconds() {
        return warning.toSeconds();
    }
}
