package az.dost.vahid.mock.population;

/**
 * One labour contract.
 *
 * @param employer index of an {@link Employer}
 * @param from epoch day
 * @param until epoch day, {@link Days#NEVER} while it lasts
 * @param salary monthly, in qəpik
 */
public record Job(int employer, String position, int from, int until, int salary) {
    /** Days of the contract within a period of epoch days, both ends included. */
    public int daysWithin(int first, int last) {
        return Math.max(0, Math.min(last, until) - Math.max(first, from) + 1);
    }
}
