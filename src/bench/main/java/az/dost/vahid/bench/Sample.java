package az.dost.vahid.bench;

/**
 * One round of one peer under one load.
 *
 * @param perSecond good answers a second
 * @param p50 milliseconds, like p99 and p999; of good answers
 * @param cpuMs CPU milliseconds of the peer's process a good answer
 * @param allocatedKb KiB allocated in the peer's process a good answer; 0 where it is no Java
 * @param residentMb MiB of memory that the process holds at the end
 * @param refused answered 429 or 503
 * @param refusedP99 milliseconds until a refusal
 * @param failed answered otherwise than asked for, or not at all
 * @param threads of the process at the end
 */
record Sample(
        String peer,
        String load,
        int round,
        double perSecond,
        double p50,
        double p99,
        double p999,
        double cpuMs,
        double allocatedKb,
        long residentMb,
        int refused,
        double refusedP99,
        int failed,
        long threads) {}
