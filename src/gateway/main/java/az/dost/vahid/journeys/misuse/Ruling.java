package az.dost.vahid.journeys.misuse;

/**
 * What becomes of a lookup by the rules.
 *
 * @param delayMs milliseconds that it waits first, 0 for none
 */
public record Ruling(boolean blocked, int delayMs) {
    Ruling and(Rule broken) {
        return new Ruling(
                blocked || broken.action() == Action.BLOCK,
                Math.max(delayMs, broken.action() == Action.SLOW ? broken.delayMs() : 0));
    }
}
