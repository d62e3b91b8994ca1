package az.dost.vahid.signature.container;

import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import java.util.List;

/** Looks at what a container's signature has from others: time-stamps, and what they need to be judged later. */
final class StampCheck {
    private final TimeStamps authority;
    private final List<CheckLine> found;
    private boolean accepted;
    private boolean unchecked;

    StampCheck(TimeStamps authority, List<CheckLine> found) {
        this.authority = authority;
        this.found = found;
    }

    /** @param others names of the signature's unsigned properties that are no such stamps */
    void check(List<XadesFindings.Stamp> stamps, List<String> others) {
        if (stamps.isEmpty()) {
            found.add(
                    CheckLine.noted(
                            CheckCode.NOT_STAMPED,
                            "No time-stamp authority says when the signature was made: the gateway got no stamp for it, or somebody took it out."));
        }
        stamps.forEach(this::one);
        if (!others.isEmpty()) {
            unchecked = true;
            found.add(CheckLine.noted(
                    CheckCode.ADDED_LATER,
                    "Somebody else added to the signature, after it was made: " + String.join(", ", others)
                            + ". It is not signed, and was not checked.",
                    others.toArray(String[]::new)));
        }
    }

    /**
     * Form of the signature as far as it was checked (ETSI EN 319 132-1, section 6): what LT and LTA add is for a
     * validator that knows the authorities.
     */
    String level() {
        return "XAdES-BASELINE-" + (accepted ? "T" : "B") + (unchecked ? " with unchecked additions" : "");
    }

    private void one(XadesFindings.Stamp stamp) {
        if (!stamp.intact()) {
            found.add(CheckLine.wrong(
                    CheckCode.TIME_STAMP_CHANGED, "A time-stamp of the signature is of something else."));
        } else if (authority == null) {
            unchecked = true;
            found.add(CheckLine.noted(
                    CheckCode.STAMP_NOT_CHECKED,
                    "Its signature has a time-stamp, which can be checked with --time-stamps."));
        } else {
            try {
                if (!authority.named(stamp.token())) {
                    unchecked = true;
                    found.add(
                            CheckLine.noted(
                                    CheckCode.STAMP_NOT_CHECKED,
                                    "Its signature has a time-stamp of another authority than the one given, which was not checked: somebody else may have added it."));
                    return;
                }
                String at = authority.check(stamp.token(), stamp.digest()).toString();
                found.add(CheckLine.holds(
                        CheckCode.TIME_STAMPED, "A time-stamp authority saw the signature at " + at + ".", at));
                accepted = true;
            } catch (ChangedException e) {
                found.add(CheckLine.wrong(
                        CheckCode.TIME_STAMP_CHANGED, "A time-stamp of the signature: " + e.getMessage() + "."));
            }
        }
    }
}
