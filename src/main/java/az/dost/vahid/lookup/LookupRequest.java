package az.dost.vahid.lookup;

import java.util.List;

/**
 * The question of the contract, checked.
 *
 * @param fin        personal data: never in a log, a URL or an exception
 * @param facts      empty for all facts of the service
 * @param deadlineMs milliseconds from receipt
 */
record LookupRequest(String fin, String service, String caseRef, String official, List<String> facts, int deadlineMs) {
    @Override
    public String toString() {
        return "LookupRequest for " + service;
    }
}
