package az.dost.vahid.bench;

/**
 * How a peer is loaded.
 *
 * @param delayMs that every agency takes
 * @param callers of the closed loop; 0 for the open one
 * @param perSecond arrivals of the open loop
 */
record LoadKind(String name, int delayMs, int callers, double perSecond) {
    static LoadKind closed(int callers, int delayMs) {
        return new LoadKind(callers + " callers, agencies take " + delayMs + " ms", delayMs, callers, 0);
    }

    static LoadKind open(String name, double perSecond) {
        return new LoadKind(name, 0, 0, perSecond);
    }
}
