package az.dost.vahid.kit.draft;

/**
 * What the draft took a place of the contract for.
 *
 * @param place in the contract: {@code request}, {@code reply} or {@code row} and the names on the way, {@code []} behind what repeats,
 *              as in {@code reply/person/surname}
 * @param is    what the draft makes of it: {@code fin}, {@code requestId} or {@code sentAt} of the request, {@code subject},
 *              {@code asOf}, {@code requestId} or a fact's field of the reply, {@code operation} of the contract
 * @param known whether the contract leaves no doubt: the name is a word for this and nothing else, and there is none beside it
 * @param why   in words; says what it may be otherwise
 */
public record Guess(String place, String is, boolean known, String why) {
}
