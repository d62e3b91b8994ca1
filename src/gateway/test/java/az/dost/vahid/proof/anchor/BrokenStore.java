package az.dost.vahid.proof.anchor;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A place for anchors that may be away. */
final class BrokenStore implements AnchorStore {
    private final Map<Long, String> kept = new ConcurrentHashMap<>();
    volatile boolean broken = true;

    private void reached() throws IOException {
        if (broken) {
            throw new IOException("away");
        }
    }

    @Override
    public String keep(long number, String jws) throws IOException {
        reached();
        kept.putIfAbsent(number, jws);
        return kept.get(number);
    }

    @Override
    public Optional<String> find(long number) throws IOException {
        reached();
        return Optional.ofNullable(kept.get(number));
    }

    @Override
    public long newest() throws IOException {
        reached();
        return kept.keySet().stream().mapToLong(number -> number).max().orElse(0);
    }
}
