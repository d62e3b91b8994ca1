package az.dost.vahid.pages.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session as one request has it; it knows what was changed since it was read. */
final class PageSession implements Session {
    private final Set<String> changed = new HashSet<>();
    private MapSession session;
    /** Under which it is kept; null while it is not. */
    private String kept;

    private long version;

    /** A new one. */
    PageSession() {
        session = new MapSession();
    }

    /** One that is kept. */
    PageSession(MapSession session, long version) {
        this.session = session;
        this.kept = session.getId();
        this.version = version;
    }

    boolean isNew() {
        return kept == null;
    }

    boolean isChanged() {
        return !changed.isEmpty() || !session.getId().equals(kept);
    }

    String kept() {
        return kept;
    }

    long version() {
        return version;
    }

    MapSession content() {
        return session;
    }

    /** It is kept now as it is. */
    void kept(long asVersion) {
        kept = session.getId();
        version = asVersion;
        changed.clear();
    }

    /** What was changed here is changed in what another request has kept meanwhile. */
    void onto(PageSession newer) {
        MapSession joined = newer.session;
        joined.setId(session.getId());
        changed.forEach(name -> joined.setAttribute(name, session.getAttribute(name)));
        session = joined;
        version = newer.version;
    }

    @Override
    public String getId() {
        return session.getId();
    }

    @Override
    public String changeSessionId() {
        return session.changeSessionId();
    }

    @Override
    public <T> T getAttribute(String name) {
        return session.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return session.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null || !value.equals(session.getAttribute(name))) {
            session.setAttribute(name, value);
            changed.add(name);
        }
    }

    @Override
    public void removeAttribute(String name) {
        setAttribute(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return session.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant at) {
        session.setLastAccessedTime(at);
    }

    @Override
    public Instant getLastAccessedTime() {
        return session.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration longest) {
        session.setMaxInactiveInterval(longest);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return session.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return session.isExpired();
    }
}
