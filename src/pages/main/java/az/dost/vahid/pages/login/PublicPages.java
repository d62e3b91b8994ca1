package az.dost.vahid.pages.login;

/** Addresses that need no login. */
public final class PublicPages {
    public static final String HOME = "/";
    public static final String FAILED = "/login/failed";
    public static final String OVER = "/login/over";
    public static final String LOGGED_OUT = "/login/ended";
    public static final String ASSETS = "/assets/";
    /** Where a slip is rated by whoever holds it. */
    public static final String RATING = "/rating";
    /** The same for a form that came too late. */
    public static final String RATING_LATE = RATING + "/late";
    /** Whether the program serves: for balancers, and answered before any page is made. */
    public static final String ALIVE = "/alive";

    static final String[] ALL = {HOME, "/login/**", RATING, RATING + "/**", ASSETS + "**", "/favicon.ico"};

    private PublicPages() {}
}
