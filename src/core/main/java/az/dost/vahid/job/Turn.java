package az.dost.vahid.job;

/** One turn of a job. */
@FunctionalInterface
public interface Turn {
    /** Whatever it throws is told; the next turn comes all the same. */
    void run() throws Exception;
}
