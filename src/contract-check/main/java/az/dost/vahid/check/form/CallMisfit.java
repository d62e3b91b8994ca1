package az.dost.vahid.check.form;

import java.util.List;

/**
 * A member of a descriptor that is not what the agency's contract says.
 *
 * @param certain whether the agency must refuse such a call; else a person has to look
 * @param at names of the member and those around it
 */
public record CallMisfit(boolean certain, List<String> at, String message) {}
