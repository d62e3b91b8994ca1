package az.dost.vahid.journeys.bulk;

/**
 * How far a job is.
 *
 * @param perSecond rows looked up a second in the last minute; 0 when none was
 */
record JobProgress(int answered, int refused, double perSecond) {}
