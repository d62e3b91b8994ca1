package az.dost.vahid.pages.session;

/** The cookie that leads to a session. */
public final class SessionCookie {
    /** Browsers take a cookie with this beginning only encrypted, from this host alone and for all of its addresses. */
    public static final String NAME = "__Host-vahid";

    private SessionCookie() {}
}
