package az.dost.vahid.pages.desk;

import java.util.List;

/**
 * What became of one agency, in words.
 *
 * @param reason blank where it simply answered
 * @param asOf blank where it did not
 * @param unusable what of its answer could not be believed
 * @param digests of its evidence
 */
record Source(
        String agency,
        String verdict,
        String verdictName,
        String reason,
        String asOf,
        String elapsed,
        List<String> unusable,
        List<String> digests,
        String signer) {
    /** Whether it had nothing to say, so that asking again may help. */
    boolean isSilent() {
        return verdict.equals("UNAVAILABLE") || verdict.equals("TIMED_OUT");
    }

    boolean isUsable() {
        return (verdict.equals("ANSWERED") || verdict.equals("NO_RECORD")) && unusable.isEmpty();
    }
}
