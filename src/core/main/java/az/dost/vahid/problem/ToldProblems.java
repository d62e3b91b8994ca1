package az.dost.vahid.problem;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many problems this process has told, by code and by whichever face. It is one for the process, as
 * {@link Problems} is: a server refuses requests before there are beans.
 */
final class ToldProblems {
    private static final Map<ProblemCode, LongAdder> TOLD = new EnumMap<>(ProblemCode.class);

    static {
        for (ProblemCode code : ProblemCode.values()) {
            TOLD.put(code, new LongAdder());
        }
    }

    static void count(ProblemCode code) {
        TOLD.get(code).increment();
    }

    static long of(ProblemCode code) {
        return TOLD.get(code).sum();
    }

    private ToldProblems() {}
}
