package az.dost.vahid.answer;

/**
 * What every planned agency is asked.
 *
 * @param fin personal data: never in a log, a URL or an exception
 * @param service code of the service passport
 * @param official on whose behalf, at the requester; null when nobody's
 * @param caseRef the requester's case; null when there is none
 * @param deadline {@link System#nanoTime()} after which nobody waits
 * @param placed whether it waited for its place in the agencies' rates
 * @param trace that the caller's request is part of; null when it is of none
 */
public record Question(
        String fin, String service, String official, String caseRef, long deadline, boolean placed, TraceParent trace) {
    /** Of no trace. */
    public Question(String fin, String service, String official, String caseRef, long deadline, boolean placed) {
        this(fin, service, official, caseRef, deadline, placed, null);
    }

    /** Asked at once. */
    public Question(String fin, String service, String official, String caseRef, long deadline) {
        this(fin, service, official, caseRef, deadline, false);
    }

    /** Asked at once, on nobody's behalf. */
    public Question(String fin, String service, long deadline) {
        this(fin, service, null, null, deadline);
    }

    /** The same, until later. */
    public Question extended(long nanos) {
        return new Question(fin, service, official, caseRef, deadline + nanos, placed, trace);
    }

    /** The same, as part of a trace. */
    public Question traced(TraceParent by) {
        return new Question(fin, service, official, caseRef, deadline, placed, by);
    }

    @Override
    public String toString() {
        return "Question for " + service;
    }
}
