package az.dost.vahid.pages.session;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.SessionRepository;

/**
 * Sessions as Spring's filter wants them, of people who are logged in: nobody else has one, so that nobody else takes
 * their room. What was not changed is not written: a page that asks again and again costs a read each time. One that
 * another request, or another node, has ended is never written again.
 */
final class PageSessions implements SessionRepository<PageSession> {
    private static final Logger LOG = LoggerFactory.getLogger(PageSessions.class);
    private static final int TRIES = 10;
    private final SessionRows rows;
    private final Duration idle;

    PageSessions(SessionRows rows, Duration idle) {
        this.rows = rows;
        this.idle = idle;
    }

    @Override
    public PageSession createSession() {
        PageSession session = new PageSession();
        session.setMaxInactiveInterval(idle);
        return session;
    }

    @Override
    public void save(PageSession session) {
        if (session.isNew()) {
            if (session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) == null) {
                throw new IllegalStateException("Nobody is logged in: there is no session");
            }
            rows.add(session.getId(), written(session));
            session.kept(1);
            return;
        }
        for (int i = 0; i < TRIES && session.isChanged(); i++) {
            if (rows.replace(session.kept(), session.version(), session.getId(), written(session))) {
                session.kept(session.version() + 1);
                return;
            }
            PageSession newer = findById(session.kept());
            if (newer == null) {
                return;
            }
            session.onto(newer);
        }
        if (session.isChanged()) {
            LOG.warn("A session is changed by more requests at once than it can be written for");
        }
    }

    private SessionRows.Written written(PageSession session) {
        return new SessionRows.Written(SessionText.of(session.content()), idle);
    }

    @Override
    public PageSession findById(String id) {
        SessionRows.Row row = rows.find(id);
        if (row == null) {
            return null;
        }
        try {
            PageSession session = new PageSession(SessionText.read(id, row.text()), row.version());
            session.setMaxInactiveInterval(idle);
            return session;
        } catch (IllegalArgumentException e) {
            LOG.warn("A session cannot be read, and is over: {}", e.getMessage());
            rows.remove(id);
            return null;
        }
    }

    @Override
    public void deleteById(String id) {
        rows.remove(id);
    }
}
