package az.dost.vahid.bench;

/**
 * One round of one peer under one load.
 *
 * @param perSecond   good answers a second
 * @param p50         milliseconds, like p99 and p999; of good answers
 * @param cpuMs       CPU milliseconds of the peer's process a good answer
 * @param allocatedKb KiB allocated in the peer's process a good answer
 * @param refused     answered 429 or 503
 * @param failed      answered otherwise than asked for, or not at all
 * @param threads     of the process at the end
 */
record Sample(String peer, String load, int round, double perSecond, double p50, double p99, double p999, double cpuMs,
        double allocatedKb, int refused, int failed, long threads) {
}
