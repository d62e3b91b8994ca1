package az.dost.vahid.agency;

/**
 * What every planned agency is asked.
 *
 * @param fin      personal data: never in a log, a URL or an exception
 * @param service  code of the service passport
 * @param deadline {@link System#nanoTime()} after which nobody waits
 */
public record Question(String fin, String service, long deadline) {
    @Override
    public String toString() {
        return "Question for " + service;
    }
}
