/**
 * Counts what the audit chain tells of, by the hour and without a person, for reports. None of it is on a lookup's way.
 */
package az.dost.vahid.journeys.tally;
