package az.dost.vahid.edge.server;

import az.dost.vahid.whole.RunningVahid;

/** Until it is closed, the running gateway lets fewer requests be in progress. */
public final class LoweredLimit implements AutoCloseable {
    private final RequestLimit limit = RunningVahid.get().bean(RequestLimit.class);
    private final int most = limit.most();

    public LoweredLimit(int requests) {
        limit.most(requests);
    }

    @Override
    public void close() {
        limit.most(most);
    }
}
