package az.dost.vahid.pages.login;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;

/** Sessions of one node. Those of people who have not logged in (yet) are short, and make room first. */
final class MemorySessions implements SessionRepository<MapSession> {
    private static final Duration BEFORE_LOGIN = Duration.ofMinutes(5);
    private final Map<String, MapSession> sessions = new ConcurrentHashMap<>();
    private final Duration idle;
    private final int most;

    MemorySessions(Duration idle, int most) {
        this.idle = idle;
        this.most = most;
    }

    @Override
    public MapSession createSession() {
        if (sessions.size() >= most) {
            sessions.values().removeIf(MapSession::isExpired);
        }
        if (sessions.size() >= most) {
            sessions.values().removeIf(session -> !loggedIn(session));
        }
        if (sessions.size() >= most) {
            throw new TooManySessions();
        }
        MapSession session = new MapSession();
        session.setMaxInactiveInterval(BEFORE_LOGIN);
        return session;
    }

    @Override
    public void save(MapSession session) {
        if (!session.getId().equals(session.getOriginalId())) {
            sessions.remove(session.getOriginalId());
        }
        if (loggedIn(session)) {
            session.setMaxInactiveInterval(idle);
        }
        sessions.put(session.getId(), new MapSession(session));
    }

    @Override
    public MapSession findById(String id) {
        MapSession session = sessions.get(id);
        if (session == null) {
            return null;
        }
        if (session.isExpired()) {
            sessions.remove(id);
            return null;
        }
        return new MapSession(session);
    }

    @Override
    public void deleteById(String id) {
        sessions.remove(id);
    }

    /** Those that nobody comes back to. */
    void sweep() {
        sessions.values().removeIf(MapSession::isExpired);
    }

    private static boolean loggedIn(MapSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
