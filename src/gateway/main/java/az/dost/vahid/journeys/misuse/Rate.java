package az.dost.vahid.journeys.misuse;

/** How often something happened: the times of the last few are all that must be known. */
final class Rate implements Window {
    private final long windowMs;
    private final long[] last;
    private int next;

    Rate(long windowMs, int moreThan) {
        this.windowMs = windowMs;
        last = new long[moreThan + 1];
    }

    @Override
    public synchronized void add(String item, long at) {
        last[next] = at;
        next = (next + 1) % last.length;
    }

    @Override
    public synchronized boolean exceeded(long now) {
        return last[next] != 0 && now - last[next] < windowMs;
    }
}
