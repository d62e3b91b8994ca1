package az.dost.vahid.proof.protection;

import java.time.LocalDate;

/**
 * Leave to look up one protected person.
 *
 * @param official null when any official of the requester may
 * @param approvedBy id of who gave it
 * @param until last day on which it holds, Asia/Baku
 */
record Approval(String requester, String official, String caseRef, String approvedBy, LocalDate until) {
    boolean covers(String askingRequester, String askingOfficial, String askingCase, LocalDate today) {
        return requester.equals(askingRequester)
                && (official == null || official.equals(askingOfficial))
                && caseRef.equals(askingCase)
                && !today.isAfter(until);
    }
}
