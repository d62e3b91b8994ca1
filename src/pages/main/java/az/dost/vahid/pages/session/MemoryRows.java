package az.dost.vahid.pages.session;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions of one node. */
final class MemoryRows implements SessionRows {
    private final Map<String, Kept> rows = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final int most;

    private record Kept(Row row, Instant ends) {}

    MemoryRows(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    @Override
    public void add(String id, Written written) {
        if (rows.size() >= most) {
            sweep();
        }
        if (rows.size() >= most) {
            throw new TooManySessions();
        }
        rows.put(id, kept(written, 1));
    }

    private Kept kept(Written written, long version) {
        return new Kept(new Row(written.text(), version), clock.instant().plus(written.lives()));
    }

    @Override
    public Row find(String id) {
        Kept kept = rows.get(id);
        return kept == null || over(kept) ? null : kept.row();
    }

    private boolean over(Kept kept) {
        return !clock.instant().isBefore(kept.ends());
    }

    @Override
    public synchronized boolean replace(String id, long version, String next, Written written) {
        Row row = find(id);
        if (row == null || row.version() != version) {
            return false;
        }
        rows.remove(id);
        rows.put(next, kept(written, version + 1));
        return true;
    }

    @Override
    public synchronized void remove(String id) {
        rows.remove(id);
    }

    @Override
    public void sweep() {
        rows.values().removeIf(this::over);
    }
}
