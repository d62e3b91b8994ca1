package az.dost.vahid.journeys.misuse;

/**
 * How often one rule was broken for one subject since it was last written down.
 *
 * @param seen the last time
 * @param service of the last time, null where there is none
 */
record BreachCount(Rule rule, String subject, Sighting seen, String service, long times, long firstAt) {
    BreachCount and(BreachCount later) {
        return new BreachCount(rule, subject, later.seen, later.service, times + later.times, firstAt);
    }
}
